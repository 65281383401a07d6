using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Domain.Tests.Agencies;

/// <summary>An agency is in a group once at a time.</summary>
public sealed class MembershipRulesTests
{
    private static readonly DateOnly Start = new(2016, 1, 1);

    [Theory]
    [InlineData(null, "2016-05-01", "MembershipOverlaps")]
    [InlineData("2016-03-31", "2016-03-31", "MembershipOverlaps")]
    [InlineData("2016-03-31", "2015-12-01", "MembershipOverlaps")]
    [InlineData("2016-03-31", "2016-04-01", null)]
    public void CheckJoin_BesideAPastMembership_OnlyAfterItsLastDay(string? ended, string from, string? code)
    {
        var past = new AgencyGroupMember { ValidFrom = Start, ValidTo = ended is null ? null : Day(ended) };

        Assert.Equal(code, MembershipRules.CheckJoin([past], Day(from), null)?.Code);
    }

    [Fact]
    public void CheckJoin_AfterTheAgencysLastDay_Refused() =>
        Assert.Equal("AgencyEnded", MembershipRules.CheckJoin([], new DateOnly(2016, 7, 1), new DateOnly(2016, 6, 30))?.Code);

    [Theory]
    [InlineData(null, "2015-12-31", "EndBeforeStart")]
    [InlineData(null, "2016-01-01", null)]
    [InlineData("2016-02-01", "2016-03-01", "MembershipEnded")]
    public void CheckLeave_BeforeItsFirstDayOrTwice_Refused(string? ended, string last, string? code)
    {
        var member = new AgencyGroupMember { ValidFrom = Start, ValidTo = ended is null ? null : Day(ended) };

        Assert.Equal(code, MembershipRules.CheckLeave(member, Day(last))?.Code);
    }

    [Fact]
    public void LastDayWhenAgencyEnds_NotYetBegun_NotOneDay()
    {
        var member = new AgencyGroupMember { ValidFrom = new DateOnly(2016, 9, 1) };

        Assert.Equal(new DateOnly(2016, 8, 31), MembershipRules.LastDayWhenAgencyEnds(member, new DateOnly(2016, 6, 30)));
        Assert.Equal(new DateOnly(2016, 12, 31), MembershipRules.LastDayWhenAgencyEnds(member, new DateOnly(2016, 12, 31)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
