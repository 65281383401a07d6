using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Domain.Tests.PenaltyCases;

/// <summary>A sheet is understood by its headings, in either language, and each cell as people write it.</summary>
public sealed class CaseSheetTests
{
    [Fact]
    public void ReadHeadings_EitherLanguageAnyOrder_Found()
    {
        Assert.Equal(["Reference", "Title", "DecidedOn"], CaseSheet.ReadHeadings(["* 行政处罚决定书文号 ", "案件名称", "决定 日期"])!.Values);
        Assert.Equal(CaseSheet.Columns.Select(column => column.Field), CaseSheet.ReadHeadings([.. CaseSheet.Columns.Select(column => column.English.ToUpperInvariant())])!.Values);
    }

    [Theory]
    [InlineData("案件名称")]
    [InlineData("甲", "乙", "丙")]
    public void ReadHeadings_OfNoCases_None(params string[] cells) => Assert.Null(CaseSheet.ReadHeadings(cells));

    [Theory]
    [InlineData("2016-09-09")]
    [InlineData("2016/9/9")]
    [InlineData("2016.9.9")]
    [InlineData("2016年9月9日")]
    [InlineData("20160909")]
    [InlineData("2016-09-09 00:00:00")]
    [InlineData("42622")]
    public void ReadDate_AsPeopleWriteIt_Understood(string text) => Assert.Equal((new DateOnly(2016, 9, 9), true), CaseSheet.ReadDate(text));

    [Theory]
    [InlineData("昨天")]
    [InlineData("2016-02-30")]
    [InlineData("1")]
    [InlineData("999999999999")]
    public void ReadDate_WhatIsNone_NotUnderstood(string text) => Assert.False(CaseSheet.ReadDate(text).Ok);

    [Fact]
    public void Read_Row_KindsChannelAndParty()
    {
        var (draft, violations) = CaseSheet.Read(new CaseSheetRow(2, new Dictionary<string, string>
        {
            ["Kinds"] = "罚款、没收违法所得；吊销许可证",
            ["PartyKind"] = "自然人",
            ["RepresentativeName"] = "不应有",
            ["Channel"] = "首都之窗",
            ["Reference"] = "京测罚字[2016]第1号",
        }));

        Assert.Empty(violations);
        Assert.Equal([PenaltyKind.Fine, PenaltyKind.Confiscation, PenaltyKind.LicenceRevocation], draft.Kinds);
        Assert.Equal((PartyKind.Person, null, Domain.Disclosures.DisclosureChannel.CityPortal, "京测罚字〔2016〕第1号"), (draft.PartyKind, draft.RepresentativeName, draft.Channel, draft.Reference));
    }

    [Fact]
    public void Read_CellsThatCannotBe_EachNamed()
    {
        var (_, violations) = CaseSheet.Read(new CaseSheetRow(2, new Dictionary<string, string>
        {
            ["Kinds"] = "打手心",
            ["PartyKind"] = "外星人",
            ["Channel"] = "口耳相传",
            ["DecidedOn"] = "去年",
        }));

        Assert.Equal(["Channel", "DecidedOn", "Kinds", "PartyKind"], violations.Select(violation => violation.Field!).Order(StringComparer.Ordinal));
    }
}
