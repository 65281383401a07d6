using System.Globalization;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>What docs/plan.schema.json asks of a plan's values beyond their types, and what the engine cannot do without.</summary>
internal static class PlanFormRules
{
    // What a column of a rule holds.
    private const decimal LargestValue = 99_999_999;

    /// <summary>What is wrong first, with its place as a path; <see langword="null"/> where nothing is.</summary>
    public static string? FirstMistake(ParsedPlan plan) =>
        plan.Sections.Index().Select(pair => Of(pair.Item, $"$.sections[{pair.Index}]"))
            .Concat(plan.Tasks.Index().Select(pair => Of(pair.Item, $"$.tasks[{pair.Index}]")))
            .Concat(plan.Problems.Index().Select(pair => pair.Item.Line < 1 ? $"$.problems[{pair.Index}].line is less than 1." : null))
            .FirstOrDefault(mistake => mistake is not null)
        ?? Twice(plan);

    private static string? Of(ParsedSection section, string path) =>
        section.Ordinal < 0 ? $"{path}.ordinal is less than 0."
        : section.Subsections.Index().Select(pair => Of(pair.Item, $"{path}.subsections[{pair.Index}]")).FirstOrDefault(mistake => mistake is not null);

    private static string? Of(ParsedSubsection subsection, string path) =>
        subsection.Ordinal < 0 ? $"{path}.ordinal is less than 0."
        : subsection.Items.Index().Select(pair => pair.Item.Ordinal < 1 ? $"{path}.items[{pair.Index}].ordinal is less than 1." : null).FirstOrDefault(mistake => mistake is not null);

    private static string? Of(ParsedTask task, string path) =>
        task.Sequence < 1 ? $"{path}.sequence is less than 1."
        : task.Assignments.Any(assignment => assignment.Name.Length == 0) ? $"{path} has an empty name."
        : task.Deadlines.Index().Select(pair => Of(pair.Item, $"{path}.deadlines[{pair.Index}]")).FirstOrDefault(mistake => mistake is not null);

    private static string? Of(ParsedDeadline deadline, string path) =>
        deadline.Phrase.Length == 0 ? $"{path}.phrase is empty."
        : deadline.MinCount < 1 ? $"{path}.minCount is less than 1."
        : deadline.WorkingDaysAfterPeriod < 1 ? $"{path}.workingDaysAfterPeriod is less than 1."
        : deadline.DayOfNextMonth is < 1 or > 31 ? $"{path}.dayOfNextMonth is no day of a month."
        : deadline.Value is { } value && Math.Abs(value) > LargestValue ? $"{path}.value is beyond {LargestValue.ToString(CultureInfo.InvariantCulture)}."
        : DeadlineRule.TriggeredKinds.Contains(deadline.Kind) && !IsCount(deadline) ? $"{path}.value is no count, which {deadline.Kind} needs."
        : deadline.Kind is DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota && deadline.Period is null ? $"{path}.period is missing, which {deadline.Kind} needs."
        : deadline.Kind == DeadlineRuleKind.Quota && deadline.MinCount is null ? $"{path}.minCount is missing, which {deadline.Kind} needs."
        : null;

    // None at all means the same day; there are no other units of none.
    private static bool IsCount(ParsedDeadline deadline) =>
        deadline.Value is { } value && decimal.IsInteger(value)
        && value >= (deadline.Kind is DeadlineRuleKind.WorkingDaysAfterEvent or DeadlineRuleKind.CalendarDaysAfterEvent ? 0 : 1);

    private static string? Twice(ParsedPlan plan)
    {
        var seen = new HashSet<(string, int)>();
        return plan.Tasks.FirstOrDefault(task => !seen.Add((task.Number, task.Sequence))) is { } twice
            ? string.Create(CultureInfo.InvariantCulture, $"There are two tasks {twice.Number} with the sequence {twice.Sequence}.")
            : null;
    }
}
