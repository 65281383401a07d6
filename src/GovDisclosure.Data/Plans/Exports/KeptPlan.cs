using System.Globalization;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Plans.Exports;

/// <summary>Makes the plan as its document says it of the plan that is kept: the way back of <see cref="PlanAssembler"/>.</summary>
public static class KeptPlan
{
    /// <summary>Makes the plan.</summary>
    /// <param name="plan">The plan with its headings, tasks, assignments and the rules that are in force.</param>
    /// <param name="rules">How time phrases became rules.</param>
    public static ParsedPlan ToParsed(WorkPlan plan, TaskRuleBuilder rules)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rules);
        return new ParsedPlan(
            plan.Title,
            plan.DocumentNumber,
            plan.Issuer,
            plan.IssuedOn,
            plan.Year,
            [.. plan.Sections.OrderBy(section => section.Ordinal).Select(Section)],
            [.. plan.Tasks.OrderBy(task => task.Ordinal).Select(task => Task(task, rules, plan.Year))],
            Problems: [],
            Segments: []);
    }

    private static ParsedSection Section(PlanSection section) => new(section.Ordinal, section.Title,
    [
        .. section.Subsections.OrderBy(subsection => subsection.Ordinal).Select(subsection => new ParsedSubsection(
            subsection.Ordinal, subsection.Title, [.. subsection.Items.OrderBy(item => item.Ordinal).Select(item => new ParsedItem(item.Ordinal, item.Title))])),
    ]);

    private static ParsedTask Task(DisclosureTask task, TaskRuleBuilder rules, int year)
    {
        var levels = task.Number.Split('.').Select(level => int.Parse(level, CultureInfo.InvariantCulture)).ToArray();
        var parsed = new ParsedTask(
            levels[0],
            levels[1],
            levels[2],
            task.Sequence,
            task.IsGeneral,
            task.Text,
            task.Attribution,
            [
                .. task.Assignments.OrderBy(assignment => assignment.Ordinal).GroupBy(assignment => assignment.Role).OrderBy(role => role.Key)
                    .SelectMany(role => role.Select((assignment, index) => new ParsedAssignment(assignment.NameAsWritten, role.Key, index + 1))),
            ],
            Deadlines: [],
            Place: null);
        var kept = task.Rules.Where(rule => rule.SupersededAt is null).OrderBy(rule => rule.Ordinal).Select(rule => rule.Rule);
        return parsed with { Deadlines = KeptDeadlines.Of(parsed, [.. kept], rules, year) };
    }
}
