using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>The form of a draft's task.</summary>
public sealed class TaskInput
{
    /// <summary>How many empty rows for demands in time a form has besides those that there are.</summary>
    public const int EmptyRows = 1;

    /// <summary>The most demands in time that one task can have.</summary>
    public const int MostDeadlines = 30;

    private const string Between = "、";

    /// <summary>The version that the form was shown with.</summary>
    public uint Version { get; set; }

    [Display(Name = "PlanTask.Number", Description = "PlanTask.NumberHint")]
    public string? Number { get; set; }

    [Display(Name = "PlanTask.Text")]
    [DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    [Display(Name = "PlanTask.Leads", Description = "PlanTask.NamesHint")]
    [DataType(DataType.MultilineText)]
    public string? Leads { get; set; }

    [Display(Name = "PlanTask.IsJoint")]
    public bool IsJoint { get; set; }

    [Display(Name = "PlanTask.Responsible")]
    [DataType(DataType.MultilineText)]
    public string? Responsible { get; set; }

    [Display(Name = "PlanTask.Cooperating")]
    [DataType(DataType.MultilineText)]
    public string? Cooperating { get; set; }

    [MaxLength(MostDeadlines + EmptyRows)]
    public IList<DeadlineInput> Deadlines { get; set; } = [];

    /// <summary>The form as a task fills it.</summary>
    public static TaskInput Of(ParsedTask task, uint version)
    {
        ArgumentNullException.ThrowIfNull(task);
        string Names(params AssignmentRole[] roles) =>
            string.Join(Between, task.Assignments.Where(assignment => roles.Contains(assignment.Role)).Select(assignment => assignment.Name));
        return new TaskInput
        {
            Version = version,
            Number = task.Number,
            Text = task.Text,
            Leads = Names(AssignmentRole.Lead, AssignmentRole.JointLead),
            IsJoint = task.Assignments.Any(assignment => assignment.Role == AssignmentRole.JointLead),
            Responsible = Names(AssignmentRole.Responsible),
            Cooperating = Names(AssignmentRole.Cooperating),
            Deadlines = [.. task.Deadlines.Select(DeadlineInput.Of), .. Enumerable.Range(0, EmptyRows).Select(_ => new DeadlineInput())],
        };
    }

    /// <summary>What was typed. A row without a phrase and without a kind is left out.</summary>
    public TaskEdit ToEdit() => new(
        (Number ?? "").Trim(), (Text ?? "").ReplaceLineEndings("\n"), Leads ?? "", IsJoint, Responsible ?? "", Cooperating ?? "",
        [.. Deadlines.Where(deadline => !deadline.IsEmpty).Select(deadline => deadline.ToEdit())]);
}

/// <summary>One demand in time of a task's form.</summary>
public sealed class DeadlineInput
{
    [Display(Name = "PlanTask.Phrase")]
    public string? Phrase { get; set; }

    [Display(Name = "PlanTask.Kind")]
    public DeadlineRuleKind? Kind { get; set; }

    [Display(Name = "PlanTask.Value")]
    public decimal? Value { get; set; }

    [Display(Name = "PlanTask.Period")]
    public PeriodUnit? Period { get; set; }

    [Display(Name = "PlanTask.MinCount")]
    public int? MinCount { get; set; }

    [Display(Name = "PlanTask.Date")]
    public DateOnly? Date { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Phrase) && Kind is null;

    /// <summary>The row as a demand fills it.</summary>
    public static DeadlineInput Of(ParsedDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return new()
        {
            Phrase = deadline.Phrase,
            Kind = deadline.Kind,
            Value = deadline.Value,
            Period = deadline.Period,
            MinCount = deadline.MinCount,
            Date = deadline.Date,
        };
    }

    /// <summary>What was typed.</summary>
    public DeadlineEdit ToEdit() => new((Phrase ?? "").Trim(), Kind, Value, Period, MinCount, Date);
}
