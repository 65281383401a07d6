using CsCheck;
using GovDisclosure.Data.Legal;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Legal;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Legal;

/// <summary>Each article that gives a number, by a date that was counted on a wall calendar.</summary>
public sealed class LegalRegisterTests
{
    private static readonly LegalRegister Register = LegalRegisterFile.ReadEmbedded();
    private readonly DueDateCalculator _calculator = new(Calendar);

    /// <summary>The trap: what 日 means depends on the law, on the number and on the day.</summary>
    [Theory]
    [InlineData("行政处罚法", 2, "2021-07-15", LegalUnit.WorkingDay)]
    [InlineData("行政处罚法", 3, "2021-07-15", LegalUnit.WorkingDay)]
    [InlineData("行政处罚法", 5, "2021-07-15", LegalUnit.WorkingDay)]
    [InlineData("行政处罚法", 7, "2021-07-15", LegalUnit.WorkingDay)]
    [InlineData("行政处罚法", 1, "2021-07-15", LegalUnit.Day)]
    [InlineData("行政处罚法", 4, "2021-07-15", LegalUnit.Day)]
    [InlineData("行政处罚法", 6, "2021-07-15", LegalUnit.Day)]
    [InlineData("行政处罚法", 10, "2021-07-15", LegalUnit.Day)]
    [InlineData("行政处罚法", 15, "2021-07-15", LegalUnit.Day)]
    [InlineData("行政处罚法", 90, "2021-07-15", LegalUnit.Day)]
    [InlineData("行政处罚法", 7, "2021-07-14", null)] // the version before is not in the register
    [InlineData("行政许可法", 1, "2016-09-09", LegalUnit.WorkingDay)]
    [InlineData("行政许可法", 45, "2016-09-09", LegalUnit.WorkingDay)]
    [InlineData("行政强制法", 3, "2016-09-09", LegalUnit.WorkingDay)]
    [InlineData("行政强制法", 10, "2016-09-09", LegalUnit.WorkingDay)]
    [InlineData("行政强制法", 11, "2016-09-09", LegalUnit.Day)]
    [InlineData("行政强制法", 30, "2016-09-09", LegalUnit.Day)]
    [InlineData("行政复议法", 3, "2023-12-31", LegalUnit.Day)]
    [InlineData("行政复议法", 3, "2024-01-01", LegalUnit.WorkingDay)]
    [InlineData("行政复议法", 5, "2023-12-31", LegalUnit.WorkingDay)]
    [InlineData("行政复议法", 5, "2024-01-01", LegalUnit.WorkingDay)]
    [InlineData("行政复议法", 7, "2023-12-31", LegalUnit.WorkingDay)]
    [InlineData("行政复议法", 10, "2023-12-31", LegalUnit.Day)]
    [InlineData("行政复议法", 10, "2024-01-01", LegalUnit.WorkingDay)]
    [InlineData("行政复议法", 60, "2024-01-01", LegalUnit.Day)]
    [InlineData("政府信息公开条例", 15, "2016-09-09", LegalUnit.Day)] // it writes 工作日 where it means them
    [InlineData("某法", 7, "2024-01-01", null)]
    public void MeaningOfDays_ByLawNumberAndDay_IsWhatTheArticleSays(string law, int days, string eventOn, LegalUnit? expected)
    {
        Assert.Equal(expected, Register.MeaningOfDays(law, days, Date(eventOn)));
    }

    [Theory]
    [InlineData("政府信息公开条例", "2008-04-30", null)]
    [InlineData("政府信息公开条例", "2008-05-01", "2008")]
    [InlineData("政府信息公开条例", "2019-05-14", "2008")]
    [InlineData("政府信息公开条例", "2019-05-15", "2019")]
    [InlineData("行政复议法", "2023-12-31", "2017")]
    [InlineData("行政复议法", "2024-01-01", "2023")]
    public void VersionOn_TheEventsDay_Decides(string instrument, string eventOn, string? expected)
    {
        Assert.Equal(expected, Register.VersionOn(instrument, Date(eventOn)));
    }

    [Theory]
    [InlineData("政府信息公开条例", "第二十六条", "information_changed", "2023-09-22", 20, "2023-10-26")]
    [InlineData("政府信息公开条例", "第三十条", "application_unclear", "2023-09-22", 7, "2023-10-09")]
    [InlineData("政府信息公开条例", "第三十二条", "third_party_consulted", "2023-09-22", 15, "2023-10-19")]
    [InlineData("政府信息公开条例", "第三十三条", "application_received", "2023-09-22", 20, "2023-10-26")]
    [InlineData("政府信息公开条例", "第三十四条", "co_author_consulted", "2023-09-22", 15, "2023-10-19")]
    [InlineData("政府信息公开条例", "第十八条", "information_changed", "2016-09-09", 20, "2016-10-13")]
    [InlineData("政府信息公开条例", "第二十四条", "application_received", "2016-09-09", 15, "2016-10-08")]
    [InlineData("行政处罚法", "第三十六条", "unlawful_act_ended", "2023-09-22", 2, "2025-09-22")]
    [InlineData("行政处罚法", "第三十六条", "unlawful_act_ended_grave", "2023-09-22", 5, "2028-09-22")]
    [InlineData("行政处罚法", "第四十八条", "published_decision_overturned", "2023-09-22", 3, "2023-09-27")]
    [InlineData("行政处罚法", "第五十六条", "evidence_registered", "2023-09-22", 7, "2023-10-09")]
    [InlineData("行政处罚法", "第六十条", "case_filed", "2023-09-22", 90, "2023-12-21")]
    [InlineData("行政处罚法", "第六十一条", "party_absent_at_announcement", "2023-09-22", 7, "2023-10-09")]
    [InlineData("行政处罚法", "第六十四条", "right_to_hearing_told", "2023-09-22", 5, "2023-10-07")]
    [InlineData("行政处罚法", "第六十四条", "hearing", "2023-09-22", 7, "2023-09-13")]
    [InlineData("行政处罚法", "第六十七条", "penalty_decision_received", "2023-09-22", 15, "2023-10-07")]
    [InlineData("行政处罚法", "第七十一条", "fine_collected", "2023-09-22", 2, "2023-09-26")]
    [InlineData("国发〔2014〕6号", "", "penalty_decision", "2016-09-09", 20, "2016-10-13")]
    [InlineData("国办发〔2018〕118号", "事后公开", "enforcement_decision", "2023-09-22", 20, "2023-10-26")]
    [InlineData("国办发〔2018〕118号", "事后公开", "licence_decision", "2023-09-22", 7, "2023-10-09")]
    [InlineData("国办发〔2018〕118号", "事后公开", "penalty_decision", "2023-09-22", 7, "2023-10-09")]
    [InlineData("企业信息公示暂行条例", "第六条", "enterprise_information_made_by_authority", "2016-09-09", 20, "2016-10-13")]
    [InlineData("企业信息公示暂行条例", "第十条", "enterprise_information_made", "2016-09-09", 20, "2016-10-13")]
    [InlineData("行政许可法", "第四十二条", "licence_application_accepted", "2023-09-22", 20, "2023-10-26")]
    [InlineData("行政许可法", "第四十二条", "licence_application_accepted_jointly", "2023-09-22", 45, "2023-11-30")]
    [InlineData("行政许可法", "第四十四条", "licence_granted", "2023-09-22", 10, "2023-10-12")]
    [InlineData("行政复议法", "第二十条", "act_known", "2024-01-31", 60, "2024-04-01")]
    public void DueAfter_EachArticle_IsTheDayCounted(string instrument, string article, string trigger, string eventOn, int number, string expected)
    {
        var provision = Assert.Single(Register.For(trigger, Date(eventOn)), provision => provision.Instrument == instrument);

        Assert.Equal((article, number), (provision.Article, provision.Number));
        Assert.Equal(Date(expected), _calculator.DueAfter(provision.ToRule()!, Date(eventOn)).DueOn);
    }

    [Theory]
    [InlineData("国办发〔2016〕19号", "major_emergency", "2016-06-10T08:00:00+08:00", "2016-06-11T08:00:00+08:00")]
    [InlineData("国办发〔2016〕61号", "major_emergency", "2016-10-01T22:30:00+08:00", "2016-10-02T22:30:00+08:00")]
    [InlineData("国办发〔2016〕61号", "public_opinion", "2016-10-01T22:30:00+08:00", "2016-10-03T22:30:00+08:00")]
    public void DueAfter_EachArticleInHours_RunsThroughTheHoliday(string instrument, string trigger, string at, string expected)
    {
        var provision = Assert.Single(Register.For(trigger, Date(at[..10])), provision => provision.Instrument == instrument);

        Assert.Equal(Instant(expected), _calculator.DueAfter(provision.ToRule()!, Instant(at)).DueAt);
    }

    /// <summary>国办发〔2016〕80号: authoritative information within 5 hours and a press conference within 24; the 5 bind.</summary>
    [Fact]
    public void DueUnderEach_MajorEmergency_KeepsBothAndTheFiveHoursBind()
    {
        var at = Instant("2017-01-27T20:00:00+08:00");

        var due = _calculator.DueUnderEach(Register.For("major_emergency", Date("2017-01-27")).Select(provision => provision.ToRule()!), at);

        Assert.Equal(at.AddHours(5), due.Binding.Due.DueAt);
        Assert.Equal([24, 5, 24], due.All.Select(basis => (int)basis.Rule.Value!.Value));
    }

    /// <summary>Another act, such as authoritative information within 5 hours, does not bind the press conference that plans ask for.</summary>
    [Fact]
    public void RulesFor_Emergency_AreThoseOfThePressConference() =>
        Assert.Equal([24, 24], Register.RulesFor(TriggerKind.Emergency, Date("2017-01-27")).Select(rule => (int)rule.Value!.Value));

    [Theory]
    [InlineData("annual_report_of_department", 2020, "2020-01-31")]
    [InlineData("annual_report_of_authority", 2024, "2024-03-31")] // a Sunday: a date does not roll
    public void ForPlan_AnnualReports_AreDatesOfEachYear(string trigger, int year, string expected)
    {
        var rule = Assert.Single(Register.For(trigger, new DateOnly(year, 1, 1))).ToRule(year)!;

        Assert.Equal(Date(expected), Assert.Single(new Occurrences(Calendar).ForPlan(rule, year, new DateOnly(year, 1, 1))).Due.DueOn);
    }

    [Theory]
    [InlineData("2016-09-09", "国发〔2014〕6号", "2016-10-13", 1)]
    [InlineData("2018-12-04", "国发〔2014〕6号", "2019-01-02", 1)]
    [InlineData("2018-12-05", "国办发〔2018〕118号事后公开", "2018-12-14", 2)]
    [InlineData("2020-09-15", "国办发〔2018〕118号事后公开", "2020-09-24", 2)]
    public void DueUnderEach_PenaltyDecision_BindsByTheEarliestInForce(string decidedOn, string basis, string dueOn, int count)
    {
        var due = _calculator.DueUnderEach(Register.RulesFor(TriggerKind.PenaltyDecision, Date(decidedOn)), Date(decidedOn));

        Assert.Equal((basis, Date(dueOn), count), (due.Binding.Rule.LegalBasis, due.Binding.Due.DueOn, due.All.Count));
    }

    /// <summary>条例(2019) art. 33: at most 20 more, and what third parties take is not counted.</summary>
    [Fact]
    public void ToRule_Application_KnowsItsCapAndItsStops()
    {
        var provision = Assert.Single(Register.For("application_received", Date("2019-06-03")));
        var changes = new ClockChanges([new PeriodExtension(20)], [new ClockStop(Date("2019-06-10"), Date("2019-06-21"))]);

        var due = _calculator.DueAfter(provision.ToRule()!, Date("2019-06-03"), changes);

        Assert.Equal(["third_party", "other_agency"], provision.ClockStops);
        Assert.Equal((Date("2019-07-02"), Date("2019-08-13")), (due.Original.DueOn, due.Current.DueOn)); // 40 from receipt, and ten stopped
        Assert.Throws<ArgumentException>("changes", () => _calculator.DueAfter(provision.ToRule()!, Date("2019-06-03"), new ClockChanges([new PeriodExtension(21)], [])));
        Assert.Equal(15, Assert.Single(Register.For("application_received", Date("2019-05-14"))).ExtensionCap);
        Assert.Equal([10, 15], Register.Provisions.Where(licence => licence.Article == "第四十二条").Select(licence => licence.ExtensionCap));
    }

    [Fact]
    public void ToRule_PeriodThatMustAtLeastPass_IsNoDeadline()
    {
        var least = Register.Provisions.Where(provision => provision.Direction == LegalDirection.AtLeast).ToList();

        Assert.Equal([(30, LegalUnit.Day), (7, LegalUnit.WorkingDay)], least.Select(provision => (provision.Number!.Value, provision.Unit)));
        Assert.All(least, provision => Assert.Null(provision.ToRule()));
    }

    /// <summary>Where an article writes a bare 日 the unit follows from the law's own definition, and not from whoever typed the row.</summary>
    [Fact]
    public void Provisions_UnitsOfDays_AgreeWithTheMeaningInTheLaw()
    {
        Assert.All(Register.Provisions.Where(provision => provision.Unit is LegalUnit.WorkingDay or LegalUnit.Day), provision =>
        {
            var isWritten = provision.Written.Contains("工作日", StringComparison.Ordinal);
            var meaning = provision.InForceFrom is { } from ? Register.MeaningOfDays(provision.Instrument, provision.Number!.Value, from) : null;
            Assert.Equal(isWritten ? LegalUnit.WorkingDay : meaning ?? LegalUnit.Day, provision.Unit);
        });
    }

    [Fact]
    public void Provisions_EveryRow_IsWholeAndHasARuleOfItsOwn()
    {
        Assert.All(Register.Provisions, provision =>
        {
            Assert.Equal(provision.Unit == LegalUnit.Date, provision.Number is null);
            Assert.Equal(provision.Unit == LegalUnit.Date, provision.MonthAndDay is not null);
            Assert.Equal(provision.Direction == LegalDirection.AtLeast, provision.ToRule(2024) is null);
            Assert.True(provision.InForceTo is not { } to || to > provision.InForceFrom);
            Assert.Matches(@"\Adata/legal/bases\.csv:[0-9]+\z", provision.Source);
        });
        Assert.Throws<ArgumentException>("year", () => Register.For("annual_report_of_department", Date("2020-01-01"))[0].ToRule());
    }

    /// <summary>No two versions of one law answer for one day.</summary>
    [Fact]
    public void Meanings_OnAnyDay_AreOfOneVersion() =>
        AnyDates.Sample(day =>
            Register.Meanings.Where(meaning => meaning.IsInForceOn(day)).GroupBy(meaning => meaning.Instrument).All(group => group.Count() == 1)
            && Register.Provisions.Where(provision => provision.IsInForceOn(day)).GroupBy(provision => provision.Instrument)
                .All(group => group.Select(provision => provision.Version).Distinct().Count() == 1));

    /// <summary>A basis whose beginning is not known is listed and never applied.</summary>
    [Fact]
    public void For_BasisWithoutABeginning_IsNeverInForce() =>
        AnyDates.Sample(day => Register.For("penalty_decision", day).All(provision => provision.InForceFrom is not null)
            && Register.For("policy_document_published", day).Count == 0);
}
