using CsCheck;
using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Domain.Tests.Agencies;

public sealed class NameRulesTests
{
    private static readonly DateOnly Today = new(2018, 11, 8);

    private static readonly Agency Trade = new()
    {
        Code = "shangwu",
        ShortName = "市商务委",
        FullName = "某市商务委员会",
        EnglishName = "Commerce",
        Kind = AgencyKind.MunicipalDepartment,
        Source = "test",
    };

    [Fact]
    public void Leave_Renaming_IsAFormerNameUntilTheDayBefore()
    {
        var left = NameRules.Leave(Trade.Id, "市商务委", OtherNameKind.FormerShortName, null, Today, "test");

        Assert.Equal(("市商务委", null, (DateOnly?)Today.AddDays(-1)), (left!.Name, left.ValidFrom, left.ValidTo));
    }

    [Fact]
    public void Leave_RenamedTwiceOnOneDay_IsNoName() =>
        Assert.Null(NameRules.Leave(Trade.Id, "市商务委", OtherNameKind.FormerShortName, Today, Today, "test"));

    [Theory]
    [InlineData("2018-11-09", "RenamedInFuture")]
    [InlineData("2016-06-30", "RenamedBefore")]
    [InlineData("2016-07-01", null)]
    [InlineData("2018-11-08", null)]
    public void CheckRenaming_ByTheDay(string on, string? code) =>
        Assert.Equal(code, NameRules.CheckRenaming(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), Today, new DateOnly(2016, 7, 1))?.Code);

    [Theory]
    [InlineData("市商务委", "AliasIsName")]
    [InlineData("商", "AliasLength")]
    [InlineData("市外经贸委", "AliasOverlaps")]
    [InlineData("市商委", null)]
    public void CheckAlias_ByTheName(string name, string? code)
    {
        OtherName[] others = [Alias("市外经贸委", null, null), Alias("市商委", null, Today.AddDays(-1))];

        Assert.Equal(code, NameRules.CheckAlias(Trade, name, Today, others).FirstOrDefault()?.Code);
    }

    [Fact]
    public void CheckEnd_EndedOrBeforeItsStart_IsRefused()
    {
        Assert.Equal("EndBeforeStart", NameRules.CheckEnd(Alias("市商委", Today, null), Today.AddDays(-1))?.Code);
        Assert.Equal("AliasEnded", NameRules.CheckEnd(Alias("市商委", null, Today), Today)?.Code);
        Assert.Null(NameRules.CheckEnd(Alias("市商委", Today, null), Today));
    }

    [Fact]
    public void Resolve_AgencyRenamedAnyNumberOfTimes_HasExactlyOneNameOnEachDay()
    {
        var renamings = Gen.Int[0, 4000].Array[0, 6].Select(days => days.Distinct().Order().Select(day => new DateOnly(2008, 5, 1).AddDays(day)).ToArray());
        renamings.Select(Gen.Int[-100, 4100]).Sample((days, asked) =>
        {
            var former = new List<OtherName>();
            foreach (var (index, day) in days.Index())
            {
                former.Add(NameRules.Leave(Trade.Id, $"第{(char)('甲' + index)}名", OtherNameKind.FormerShortName, NameRules.PresentSince(null, former), day, "test")!);
            }

            var names = former.Select(name => new RegisteredName(Trade.Id, name.Name, AgencyNameKind.FormerName, name.ValidFrom, name.ValidTo))
                .Append(new RegisteredName(Trade.Id, "现名", AgencyNameKind.ShortName, NameRules.PresentSince(null, former))).ToList();
            var resolver = new AgencyResolver(names);
            var on = new DateOnly(2008, 5, 1).AddDays(asked);

            Assert.Single(names, name => resolver.Resolve(name.Name, on).Kind == ResolutionKind.Known);
        });
    }

    private static OtherName Alias(string name, DateOnly? from, DateOnly? to) =>
        new() { NamedAgencyId = Trade.Id, Name = name, Kind = OtherNameKind.Alias, ValidFrom = from, ValidTo = to, Source = "test" };
}
