using System.Globalization;

namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>Makes the task table of a plan.</summary>
public static class PlanTableWriter
{
    /// <summary>Makes the table.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="headingColumns">
    /// Whether headings stand in columns of their own beside each task, for sorting and filtering, and only those without a task on a line of
    /// their own; without, every heading has its line, as in print.
    /// </param>
    public static PlanTaskTable Write(ParsedPlan plan, bool headingColumns)
    {
        ArgumentNullException.ThrowIfNull(plan);
        IReadOnlyList<string> headings = headingColumns ? PlanTableForm.HeadingColumns : [];
        var lines = new List<PlanTableLine>();
        var number = 0;
        foreach (var step in new HeadingSteps(plan, headingColumns).Steps())
        {
            lines.Add(step.Task is { } task
                ? new PlanTableLine(null, [.. Cells(task, ++number, step.Headings).Select(FormulaGuard.Protect)])
                : new PlanTableLine(step.Level, [FormulaGuard.Protect(step.Headings[0])]));
        }

        return new PlanTaskTable(
            FormulaGuard.Protect(plan.Title + PlanTableForm.Suffix),
            [
                Fact(PlanTableForm.DocumentNumber, plan.DocumentNumber),
                Fact(PlanTableForm.Issuer, plan.Issuer),
                Fact(PlanTableForm.IssuedOn, plan.IssuedOn?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)),
                Fact(PlanTableForm.Year, plan.Year?.ToString(CultureInfo.InvariantCulture)),
            ],
            [.. PlanTableForm.Columns.Take(2), .. headings, .. PlanTableForm.Columns.Skip(2)],
            lines);
    }

    private static KeyValuePair<string, string> Fact(string label, string? value) => new(label, FormulaGuard.Protect(value ?? ""));

    private static IEnumerable<string> Cells(ParsedTask task, int number, IReadOnlyList<string> headings) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        // With its sequence always: 1.2.3 alone is a date to a spreadsheet program.
        string.Create(CultureInfo.InvariantCulture, $"{task.Number}-{task.Sequence}{(task.General ? PlanTableForm.General : "")}"),
        .. headings,
        task.Text,
        Leads(task),
        Names(task, AssignmentRole.Responsible),
        Names(task, AssignmentRole.Cooperating),
        CellList.Lines.Join(task.Deadlines.Select(deadline => deadline.Phrase)),
        task.Attribution ?? "",
        CellList.Lines.Join(task.Deadlines.Select(DeadlineWords.Write)),
    ];

    private static string Leads(ParsedTask task)
    {
        var joint = task.Assignments.Any(assignment => assignment.Role == AssignmentRole.JointLead);
        return Names(task, AssignmentRole.Lead, AssignmentRole.JointLead) + (joint ? PlanTableForm.Jointly : "");
    }

    private static string Names(ParsedTask task, params AssignmentRole[] roles) =>
        CellList.Names.Join(roles.SelectMany(role => task.Assignments.Where(assignment => assignment.Role == role)).Select(assignment => assignment.Name));
}
