using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Domain.Tests.Agencies;

/// <summary>What an entry of the register must be like.</summary>
public sealed class AgencyRulesTests
{
    private static readonly AgencyDraft Good = new("new-agency", "市新局", "北京市新局", "New Bureau", AgencyKind.MunicipalDepartment, null, false);

    [Fact]
    public void Check_GoodEntry_NothingStandsAgainstIt() => Assert.Empty(AgencyRules.Check(Good));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Agency")]
    [InlineData("1agency")]
    [InlineData("机关")]
    [InlineData("a b")]
    [InlineData("a'--")]
    public void Check_CodeOfAnotherForm_Refused(string code) =>
        Assert.Equal("CodeForm", Assert.Single(AgencyRules.Check(Good with { Code = code })).Code);

    [Theory]
    [InlineData(AgencyKind.DistrictSubUnit, AgencyKind.District, true, null)]
    [InlineData(AgencyKind.DistrictSubUnit, AgencyKind.MunicipalDepartment, true, "ParentNotDistrict")]
    [InlineData(AgencyKind.DistrictSubUnit, null, false, "ParentNotDistrict")]
    [InlineData(AgencyKind.District, AgencyKind.District, true, "ParentNotAllowed")]
    public void Check_AgencyAbove_OnlyADistrictAndOnlyOfAUnit(AgencyKind kind, AgencyKind? parent, bool names, string? code) =>
        Assert.Equal(code, AgencyRules.Check(Good with { Kind = kind, ParentKind = parent, NamesParent = names }).SingleOrDefault()?.Code);

    [Fact]
    public void CheckNames_MissingAndTooLong_EachBesideItsField()
    {
        var found = AgencyRules.CheckNames(" ", new string('长', AgencyRules.NameLength + 1), "Good").ToList();

        Assert.Equal([("NameMissing", "ShortName"), ("NameTooLong", "FullName")], found.Select(violation => (violation.Code, violation.Field!)));
    }

    [Fact]
    public void CheckEnd_BeforeTheFirstDay_Refused()
    {
        Assert.Equal("EndBeforeStart", AgencyRules.CheckEnd(new DateOnly(2016, 1, 2), new DateOnly(2016, 1, 1))?.Code);
        Assert.Null(AgencyRules.CheckEnd(new DateOnly(2016, 1, 2), new DateOnly(2016, 1, 2)));
        Assert.Null(AgencyRules.CheckEnd(new DateOnly(2016, 1, 2), null));
    }
}
