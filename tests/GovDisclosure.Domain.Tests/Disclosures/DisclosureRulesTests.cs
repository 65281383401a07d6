using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Disclosures;

namespace GovDisclosure.Domain.Tests.Disclosures;

public sealed class DisclosureRulesTests
{
    private static readonly DateOnly Today = new(2016, 10, 20);
    private static readonly DateTimeOffset Now = BeijingTime.At(Today, new TimeOnly(9, 0));
    private static readonly DisclosureDraft Draft = new("标题", "https://gongshang.example/1.html", Today, null, null, null);
    private static readonly DisclosureTarget Target = new(Guid.NewGuid(), new DateOnly(2016, 10, 1), null, false, true, null, null);

    [Fact]
    public void Check_PlainDisclosureOfToday_IsAccepted() => Assert.Empty(Codes(Draft, Target));

    [Theory]
    [InlineData("")]
    [InlineData("gongshang.example/1.html")]
    [InlineData("/xxgk/1.html")]
    [InlineData("ftp://gongshang.example/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    [InlineData("https://clerk:secret@gongshang.example/")]
    public void Check_AddressThatThePublicCannotOpen_IsRefused(string address) =>
        Assert.Equal(["AddressNotWeb"], Codes(Draft with { Address = address }, Target));

    [Theory]
    [InlineData("http://gongshang.example/")]
    [InlineData("https://gongshang.example:8443/a?b=c#d")]
    [InlineData("https://首都之窗.example/公开/1.html")]
    public void Check_WebAddress_IsAccepted(string address) => Assert.Empty(Codes(Draft with { Address = address }, Target));

    [Fact]
    public void Check_BlankTitle_IsRefused() => Assert.Equal(["TitleMissing"], Codes(Draft with { Title = " \t" }, Target));

    [Fact]
    public void Check_Tomorrow_IsRefusedWithToday()
    {
        var violation = Assert.Single(DisclosureRules.Check(Draft with { PublishedOn = Today.AddDays(1) }, [Target], Now));

        Assert.Equal(("PublishedInFuture", nameof(DisclosureDraft.PublishedOn)), (violation.Code, violation.Field));
        Assert.Equal([Today], violation.Arguments);
    }

    [Fact]
    public void Check_LaterToday_IsRefusedOnlyWhereATimeIsGiven() =>
        Assert.Equal(["PublishedInFuture"], Codes(Draft with { PublishedTime = new TimeOnly(9, 1) }, Target));

    [Fact]
    public void Check_FirstDayOfAllCalendars_IsRefusedAndNotThrown() =>
        Assert.Equal(["PublishedBeforeWindow"], Codes(Draft with { PublishedOn = DateOnly.MinValue, PublishedTime = new TimeOnly(1, 0) }, Target));

    [Theory]
    [InlineData("49.9999", true)]
    [InlineData("49.99999", false)]
    [InlineData("50.0000", true)]
    public void Check_FigureFinerThanIsKept_IsRefusedAndNotRounded(string figure, bool isKept)
    {
        var reported = Target with { Target = 50, ReportedValue = decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(isKept ? [] : ["ReportedValueTooFine"], Codes(Draft, reported));
    }

    [Fact]
    public void Check_BeijingMorningThatIsStillYesterdayInUtc_IsToday()
    {
        var sevenInTheMorning = BeijingTime.At(Today, new TimeOnly(7, 0));

        Assert.Empty(DisclosureRules.Check(Draft, [Target], sevenInTheMorning));
    }

    [Fact]
    public void Check_BeforeThePeriod_IsRefusedWithItsFirstDay()
    {
        var violation = Assert.Single(DisclosureRules.Check(Draft with { PublishedOn = new DateOnly(2016, 9, 30) }, [Target], Now));

        Assert.Equal("PublishedBeforeWindow", violation.Code);
        Assert.Equal([Target.WindowStart], violation.Arguments);
    }

    [Fact]
    public void Check_OnTheTriggersOwnDay_IsAccepted()
    {
        var triggered = Target with { WindowStart = Today, TriggeredAt = BeijingTime.StartOf(Today) };

        Assert.Empty(Codes(Draft, triggered));
        Assert.Equal(["PublishedBeforeTrigger"], Codes(Draft with { PublishedOn = Today.AddDays(-1) }, triggered));
    }

    [Fact]
    public void Check_HoursRule_NeedsATimeAfterTheTrigger()
    {
        var emergency = Target with { WindowStart = Today, TriggeredAt = BeijingTime.At(Today, new TimeOnly(8, 0)), NeedsTime = true };

        Assert.Equal(["TimeMissing"], Codes(Draft, emergency));
        Assert.Equal(["PublishedBeforeTrigger"], Codes(Draft with { PublishedTime = new TimeOnly(7, 59) }, emergency));
        Assert.Empty(Codes(Draft with { PublishedTime = new TimeOnly(8, 0) }, emergency));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(10_000_001)]
    public void Check_TargetWithoutASensibleFigure_IsRefusedBesideItsOwnField(int? value)
    {
        var target = Target with { Target = 50, ReportedValue = value };

        var violation = Assert.Single(DisclosureRules.Check(Draft, [target], Now));

        Assert.Equal(("ReportedValueMissing", $"Values[{target.ObligationId}]"), (violation.Code, violation.Field));
    }

    [Fact]
    public void Check_FigureBelowTheTarget_IsLoggedAllTheSame() =>
        Assert.Empty(Codes(Draft, Target with { Target = 50, ReportedValue = 40 }));

    [Fact]
    public void Check_NothingToFulfil_IsRefused() => Assert.Equal(["NoObligation"], DisclosureRules.Check(Draft, [], Now).Select(violation => violation.Code));

    [Fact]
    public void Check_ReleasedObligation_IsRefused() => Assert.Equal(["NotOwed"], Codes(Draft, Target with { IsOwed = false }));

    [Fact]
    public void Check_SeveralMistakes_NamesThemAllInTheOrderOfTheForm() =>
        Assert.Equal(
            ["AddressNotWeb", "TitleMissing", "PublishedInFuture", "NotOwed"],
            Codes(Draft with { Address = "x", Title = "", PublishedOn = Today.AddDays(9) }, Target with { IsOwed = false }));

    [Fact]
    public void PublishedAt_DateOnly_LiesInsideItsDay()
    {
        Assert.Equal(Today, BeijingTime.DateOf(Draft.PublishedAt));
        Assert.True(Draft.PublishedAt < BeijingTime.EndOf(Today), "A date alone must not reach into the next day, or it would count as on time there.");
    }

    private static string[] Codes(DisclosureDraft draft, DisclosureTarget target) =>
        [.. DisclosureRules.Check(draft, [target], Now).Select(violation => violation.Code)];
}
