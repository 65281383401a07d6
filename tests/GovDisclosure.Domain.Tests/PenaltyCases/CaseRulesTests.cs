using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Domain.Tests.PenaltyCases;

/// <summary>What must be true before a decision is registered, and what only should be looked at.</summary>
public sealed class CaseRulesTests
{
    private static readonly DateOnly Today = new(2016, 10, 20);

    [Fact]
    public void Check_CompleteCase_NothingStandsAgainstIt() => Assert.Empty(CaseRules.Check(Complete, Today));

    [Theory]
    [InlineData("2016-10-21", "DecidedInFuture")]
    [InlineData("2014-05-31", "DecidedTooEarly")]
    [InlineData("0001-01-01", "DecidedTooEarly")]
    [InlineData("9999-12-31", "DecidedInFuture")]
    public void Check_DateThatCannotBe_Named(string day, string code)
    {
        var found = Assert.Single(CaseRules.Check(Complete with { DecidedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }, Today), violation => violation.Field == nameof(CaseDraft.DecidedOn));

        Assert.Equal(code, found.Code);
        Assert.NotEmpty(found.Arguments);
    }

    [Theory]
    [InlineData("2016-10-20")]
    [InlineData("2014-06-01")]
    public void Check_FirstAndLastDay_Allowed(string day) =>
        Assert.Empty(CaseRules.Check(Complete with { DecidedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), PlatformNumber = null, PlatformEnteredOn = null }, Today));

    [Fact]
    public void Check_EmptyDraft_EveryFieldNamedOnce()
    {
        var found = CaseRules.Check(new CaseDraft(), Today).ToList();

        Assert.Equal(12, found.Count);
        Assert.Distinct(found.Select(violation => violation.Field));
    }

    [Fact]
    public void Check_UnitWithoutRepresentative_Named()
    {
        Assert.Equal(["RepresentativeNameMissing"], CaseRules.Check(Complete with { RepresentativeName = null }, Today).Select(violation => violation.Code));
        Assert.Empty(CaseRules.Check(Complete with { PartyKind = PartyKind.Person, RepresentativeName = null }, Today));
    }

    [Fact]
    public void Check_PlatformNumberAndDate_GoTogether()
    {
        Assert.Equal("PlatformDateMissing", Assert.Single(CaseRules.Check(Complete with { PlatformEnteredOn = null }, Today)).Code);
        Assert.Equal("PlatformNumberMissing", Assert.Single(CaseRules.Check(Complete with { PlatformNumber = null }, Today)).Code);
        Assert.Equal("PlatformBeforeDecision", Assert.Single(CaseRules.Check(Complete with { PlatformEnteredOn = new DateOnly(2016, 9, 8) }, Today)).Code);
        Assert.Equal("PlatformInFuture", Assert.Single(CaseRules.Check(Complete with { PlatformEnteredOn = new DateOnly(2016, 10, 21) }, Today)).Code);
    }

    [Theory]
    [InlineData("京工商罚字[2016]第1号", "京工商罚字〔2016〕第1号")]
    [InlineData(" 京工商罚字【2016】 第1号 ", "京工商罚字〔2016〕第1号")]
    [InlineData("京工商罚字［2016］第1号", "京工商罚字〔2016〕第1号")]
    public void CleanReference_OtherBrackets_OneNumber(string typed, string kept) => Assert.Equal(kept, CaseDraft.CleanReference(typed));

    [Theory]
    [InlineData("2016-09-21", false)]
    [InlineData("2016-09-14", true)]
    public void Remarks_DecisionWhosePeriodIsOver_SaysSo(string decided, bool isOver)
    {
        var draft = Complete with { DecidedOn = DateOnly.Parse(decided, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(isOver, CaseRules.Remarks(draft, Today, HolidayFile.ReadEmbedded()).Any(remark => remark.Code == "AlreadyOverdue"));
    }

    [Fact]
    public void Copy_OfACase_HidesNumbersInEveryText()
    {
        const string Number = "13812345678";
        var copy = CaseCopy.Of(
            Complete with { Title = Number, PartyName = "张三" + Number, RepresentativeName = "李四" + Number, Facts = Number, Basis = Number, Result = Number, Performance = Number, DecidingBody = Number }, null, null);

        Assert.DoesNotContain(Number, System.Text.Json.JsonSerializer.Serialize(copy), StringComparison.Ordinal);
        Assert.StartsWith("张三", copy.PartyName, StringComparison.Ordinal);
        Assert.StartsWith("李四", copy.RepresentativeName, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_Fingerprint_NamesTheWords()
    {
        var copy = CaseCopy.Of(Complete, null, null);

        Assert.Equal(copy.Fingerprint, CaseCopy.Of(Complete, null, null).Fingerprint);
        Assert.NotEqual(copy.Fingerprint, CaseCopy.Of(Complete with { Facts = "别的事实" }, null, null).Fingerprint);
        Assert.NotEqual(copy.Fingerprint, CaseCopy.Of(Complete, null, ExemptionGround.Privacy).Fingerprint);
    }

    [Fact]
    public void Copy_OfAPart_SaysWhatIsPublishedInstead()
    {
        var whole = CaseCopy.Of(Complete, null, ExemptionGround.TradeSecret);
        var part = CaseCopy.Of(Complete, PartWords.Of(Complete) with { Facts = "其余事实" }, ExemptionGround.TradeSecret);

        Assert.Equal("其余事实", part.Facts);
        Assert.False(part.SaysTheSameAs(whole));
        Assert.True(CaseCopy.Of(Complete, PartWords.Of(Complete), ExemptionGround.TradeSecret).SaysTheSameAs(whole));
    }

    internal static CaseDraft Complete { get; } = new()
    {
        Title = "示例公司销售侵权商品案",
        Reference = "京测罚字〔2016〕第1号",
        DecidedOn = new DateOnly(2016, 9, 9),
        PartyKind = PartyKind.Organisation,
        PartyName = "示例公司",
        RepresentativeName = "张某",
        Facts = "销售侵权商品",
        Kinds = [PenaltyKind.Fine],
        Basis = "商标法第六十条",
        Result = "罚款五万元",
        Performance = "十五日内缴纳",
        DecidingBody = "市工商局",
        Channel = DisclosureChannel.AgencyWebsite,
        PlatformNumber = "LF-1",
        PlatformEnteredOn = new DateOnly(2016, 9, 12),
    };
}
