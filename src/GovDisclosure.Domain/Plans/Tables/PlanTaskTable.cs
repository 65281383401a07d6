namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>A plan as the task table (任务分解表) that offices pass on: one line for each task. It reads back as the same plan.</summary>
/// <param name="Title">The plan's title with 任务分解表 behind it.</param>
/// <param name="Facts">Document number, issuer, date of issue and year, each with its label.</param>
/// <param name="Columns">The headings of the columns.</param>
/// <param name="Lines">The lines in the plan's order.</param>
public sealed record PlanTaskTable(
    string Title, IReadOnlyList<KeyValuePair<string, string>> Facts, IReadOnlyList<string> Columns, IReadOnlyList<PlanTableLine> Lines);

/// <summary>A line of a task table: a task with a cell for each column, or one of the plan's headings, in its first cell.</summary>
/// <param name="Level">The heading's level from 1; <see langword="null"/> for a task.</param>
/// <param name="Cells">The words.</param>
public sealed record PlanTableLine(int? Level, IReadOnlyList<string> Cells);
