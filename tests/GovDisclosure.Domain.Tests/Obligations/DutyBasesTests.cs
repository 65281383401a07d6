using GovDisclosure.Data.Legal;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Legal;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Tests.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Obligations;

public sealed class DutyBasesTests
{
    private static readonly LegalRegister Register = LegalRegisterFile.Shipped;
    private static readonly DeadlineRule Penalty = Rules.WorkingDays(20) with { LegalBasis = "国发〔2014〕6号" };
    private static readonly DeadlineRule Changed = Rules.WorkingDays(30) with { Event = TriggerKind.InformationChanged, Assumed = true };

    [Fact]
    public void Of_PenaltyOf2016_IsThePlansRuleAlone() => Assert.Equal([Penalty], DutyBases.Of(Penalty, Register, new DateOnly(2016, 9, 9)));

    /// <summary>国办发〔2018〕118号 from 2018-12-05: 7 working days beside the 20.</summary>
    [Theory]
    [InlineData("2018-12-04", 1, 20)]
    [InlineData("2018-12-05", 2, 7)]
    [InlineData("2020-09-15", 2, 7)]
    public void Of_PenaltyOverTheYears_TheLawOfItsDayBinds(string decidedOn, int bases, int binding)
    {
        var clock = new DutyClock(DutyBases.Of(Penalty, Register, Date(decidedOn)), BeijingTime.StartOf(Date(decidedOn)), ClockChanges.None);

        Assert.Equal(bases, clock.Bases.Count);
        Assert.Equal(binding, clock.Count(Calendar).Binding.Rule.Value);
    }

    /// <summary>政府信息公开条例 (2008) art. 18, (2019) art. 26: a longer default of the office does not put off what the law demands.</summary>
    [Theory]
    [InlineData("2016-06-01", "政府信息公开条例（2008年）第十八条")]
    [InlineData("2019-05-14", "政府信息公开条例（2008年）第十八条")]
    [InlineData("2019-05-15", "政府信息公开条例（2019年）第二十六条")]
    public void Of_LongDefault_TheArticleOfTheDayBinds(string on, string basis)
    {
        var clock = new DutyClock(DutyBases.Of(Changed, Register, Date(on)), BeijingTime.StartOf(Date(on)), ClockChanges.None);

        Assert.Equal(basis, clock.Count(Calendar).Binding.Rule.LegalBasis);
    }

    [Fact]
    public void Of_RuleThatRestsOnTheArticle_IsNotNamedTwice() =>
        Assert.Single(DutyBases.Of(Changed with { Value = 20, LegalBasis = "政府信息公开条例第十八条" }, Register, new DateOnly(2016, 6, 1)));

    [Fact]
    public void Of_RuleThatFollowsAPublication_HasOnlyItself() =>
        Assert.Single(DutyBases.Of(Changed with { Starts = ClockStart.OwnLastPublication }, Register, new DateOnly(2016, 6, 1)));
}
