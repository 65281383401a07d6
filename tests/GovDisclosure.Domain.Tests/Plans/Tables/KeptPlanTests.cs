using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Plans.Exports;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;
using GovDisclosure.Domain.Plans.Tables;

namespace GovDisclosure.Domain.Tests.Plans.Tables;

/// <summary>A plan that is kept gives the plan that was read, although less is kept.</summary>
public sealed class KeptPlanTests
{
    private static readonly TaskRuleBuilder Rules = ReferenceData.ReadRules();

    [Fact]
    public void ToParsed_EveryExample_IsThePlanThatWasRead()
    {
        Assert.Empty(PlanSameness.Differences(PlanFiles.Beijing, Kept(PlanFiles.Beijing)));
        foreach (var (name, text, expected) in PlanFiles.Corpus("Corpus").Concat(PlanFiles.Corpus("Corpus/HeldOut")))
        {
            var plan = WithHead(WorkPlanParser.Parse(PlanDocument.OfText(text), expected.Known));
            Assert.True(PlanSameness.Differences(plan, Kept(plan)) is [], $"{name}: {string.Join('\n', PlanSameness.Differences(plan, Kept(plan)).Take(5))}");
        }
    }

    [Fact]
    public void ToParsed_RulesThatAPersonCorrected_AreThoseThatAreKept()
    {
        var draft = PlanDraft.Of(PlanFiles.Beijing);
        var index = PlanFiles.Beijing.Tasks.Index().First(pair => pair.Item.Number == "1.2.3").Index;
        var task = PlanFiles.Beijing.Tasks[index];
        var edit = new TaskEdit(task.Number, task.Text, "市工商局", false, "", "",
        [
            new DeadlineEdit("20个工作日内", DeadlineRuleKind.WorkingDaysAfterEvent, 15, null, null, null),
            new DeadlineEdit("按月", DeadlineRuleKind.Periodic, null, PeriodUnit.Month, null, null),
        ]);

        var plan = draft.WithTask(index, edit).Plan;
        var kept = Kept(plan);

        Assert.Empty(PlanSameness.Differences(plan, kept));
        Assert.Equal("作出行政处罚决定", kept.Tasks[index].Deadlines[0].Event);
    }

    [Fact]
    public void ToParsed_EventInWordsThatTheTextDoesNotHave_MeansTheSameEvent()
    {
        var task = PlanFiles.BeijingTask("1.2.3");
        var deadline = new ParsedDeadline("十五日内", DeadlineRuleKind.CalendarDaysAfterEvent, 15, null, null, null, "处罚决定送达", -1, null);

        var kept = Kept(PlanFiles.Beijing with { Tasks = [task with { Deadlines = [deadline] }] }).Tasks[0].Deadlines;

        Assert.Equal(TriggerKind.PenaltyDecision, EventWords.KindOf(Assert.Single(kept).Event));
        Assert.Equal((15m, "十五日内"), (kept[0].Value, kept[0].Phrase));
    }

    private static ParsedPlan WithHead(ParsedPlan plan) => plan with
    {
        Title = plan.Title ?? "要点",
        DocumentNumber = plan.DocumentNumber ?? "样政办发〔2016〕1号",
        Issuer = plan.Issuer ?? "样例市人民政府办公厅",
        IssuedOn = plan.IssuedOn ?? new DateOnly(plan.Year ?? 2016, 4, 1),
        Year = plan.Year ?? 2016,
    };

    private static ParsedPlan Kept(ParsedPlan plan)
    {
        var names = plan.Tasks.SelectMany(task => task.Assignments).Select(assignment => assignment.Name).Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => Guid.NewGuid());
        return KeptPlan.ToParsed(PlanAssembler.Assemble(plan, new AgencyRegister(names, new Dictionary<string, Guid>(StringComparer.Ordinal)), Rules, "test"), Rules);
    }
}
