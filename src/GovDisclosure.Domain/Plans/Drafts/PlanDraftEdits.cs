using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans.Drafts;

/// <summary>Corrects a draft. Each correction leaves the draft as it was and returns another; sequences are counted anew after each.</summary>
public static class PlanDraftEdits
{
    /// <summary>Takes a head that broke no rule.</summary>
    public static PlanDraft WithHead(this PlanDraft draft, PlanHeadEdit head)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(head);
        return draft with
        {
            Plan = draft.Plan with { Title = head.Title, DocumentNumber = head.DocumentNumber, Issuer = head.Issuer, IssuedOn = head.IssuedOn, Year = head.Year },
        };
    }

    /// <summary>Says what a name stands for.</summary>
    public static PlanDraft WithName(this PlanDraft draft, string name, NameChoice? choice)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var names = new Dictionary<string, NameChoice>(draft.Names, StringComparer.Ordinal);
        names.Remove(name);
        if (choice is not null)
        {
            names.Add(name, choice);
        }

        return draft with { Names = names };
    }

    /// <summary>Takes a task that broke no rule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task.</exception>
    public static PlanDraft WithTask(this PlanDraft draft, int index, TaskEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var task = draft.TaskAt(index);
        var levels = TaskEditRules.Levels(edit.Number) ?? throw new ArgumentException("The number is none.", nameof(edit));
        return draft.Replace(index, task with
        {
            SectionOrdinal = levels.Section,
            SubsectionOrdinal = levels.Subsection,
            ItemOrdinal = levels.Item,
            Text = edit.Text,
            Assignments = Assignments(edit),
            Deadlines = [.. edit.Deadlines.Select(deadline => Deadline(deadline, task, edit.Text))],
        });
    }

    /// <summary>Makes two tasks of one, at a place in its text. Both keep who does it; each keeps the phrases that stand in it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task, or nothing on one side of the place.</exception>
    public static PlanDraft Split(this PlanDraft draft, int index, int offset)
    {
        var task = draft.TaskAt(index);
        if (!CanSplit(task, offset))
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "One side would be empty.");
        }

        var first = task with { Text = task.Text[..offset], Deadlines = [.. task.Deadlines.Where(deadline => deadline.TextOffset < offset)] };
        var second = task with
        {
            Text = task.Text[offset..],
            // What stands in the attribution holds for both.
            Deadlines = [.. task.Deadlines.Where(deadline => deadline.TextOffset < 0 || deadline.TextOffset >= offset)
                .Select(deadline => deadline.TextOffset < 0 ? deadline : deadline with { TextOffset = deadline.TextOffset - offset })],
            Place = task.Place is { } place ? place with { Offset = place.Offset + offset } : null,
        };
        return draft.Replace(index, first, second);
    }

    /// <summary>Whether a task can be split at a place: both sides must have words.</summary>
    public static bool CanSplit(ParsedTask task, int offset)
    {
        ArgumentNullException.ThrowIfNull(task);
        return offset > 0 && offset < task.Text.Length && !string.IsNullOrWhiteSpace(task.Text[..offset]) && !string.IsNullOrWhiteSpace(task.Text[offset..]);
    }

    /// <summary>Makes one task of a task and the next: the words of both under the number of the first, and everybody whom either names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task, or none after it.</exception>
    public static PlanDraft MergeWithNext(this PlanDraft draft, int index)
    {
        var (task, next) = (draft.TaskAt(index), draft.TaskAt(index + 1));
        var start = task.Text.Length + 1;
        var merged = task with
        {
            Text = task.Text + "\n" + next.Text,
            Attribution = string.Join('\n', new[] { task.Attribution, next.Attribution }.OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } both ? both : null,
            General = task.General && next.General,
            Assignments = Numbered(task.Assignments.Concat(next.Assignments).OrderBy(assignment => assignment.Role).DistinctBy(assignment => assignment.Name)),
            Deadlines = [.. task.Deadlines, .. next.Deadlines.Select(deadline => deadline.TextOffset < 0 ? deadline : deadline with { TextOffset = deadline.TextOffset + start })],
        };
        return draft.Replace(index, 2, merged);
    }

    /// <summary>Leaves a task out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task.</exception>
    public static PlanDraft Without(this PlanDraft draft, int index)
    {
        _ = draft.TaskAt(index);
        return draft.Replace(index);
    }

    private static ParsedTask TaskAt(this PlanDraft draft, int index)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, draft.Plan.Tasks.Count);
        return draft.Plan.Tasks[index];
    }

    private static PlanDraft Replace(this PlanDraft draft, int index, params ParsedTask[] tasks) => draft.Replace(index, 1, tasks);

    private static PlanDraft Replace(this PlanDraft draft, int index, int count, params ParsedTask[] tasks)
    {
        var all = draft.Plan.Tasks.ToList();
        all.RemoveRange(index, count);
        all.InsertRange(index, tasks);
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        return draft with
        {
            Plan = draft.Plan with { Tasks = [.. all.Select(task => task with { Sequence = counted[task.Number] = counted.GetValueOrDefault(task.Number) + 1 })] },
        };
    }

    private static IReadOnlyList<ParsedAssignment> Assignments(TaskEdit edit) => Numbered(
        TaskEditRules.Names(edit.Leads).Select(name => new ParsedAssignment(name, edit.IsJoint ? AssignmentRole.JointLead : AssignmentRole.Lead, 0))
            .Concat(TaskEditRules.Names(edit.Responsible).Select(name => new ParsedAssignment(name, AssignmentRole.Responsible, 0)))
            .Concat(TaskEditRules.Names(edit.Cooperating).Select(name => new ParsedAssignment(name, AssignmentRole.Cooperating, 0)))
            .DistinctBy(assignment => assignment.Name));

    // The place of a name among those of its kind of role.
    private static IReadOnlyList<ParsedAssignment> Numbered(IEnumerable<ParsedAssignment> assignments) =>
        [.. assignments.GroupBy(assignment => assignment.Role).SelectMany(group => group.Select((assignment, index) => assignment with { Ordinal = index + 1 }))];

    // What a person left as it was keeps its place; what was typed is looked for in the text.
    private static ParsedDeadline Deadline(DeadlineEdit edit, ParsedTask task, string text)
    {
        var known = task.Deadlines.FirstOrDefault(deadline => deadline.Phrase == edit.Phrase && deadline.Kind == edit.Kind);
        var isPeriodic = edit.Kind is DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota;
        return new ParsedDeadline(
            edit.Phrase,
            edit.Kind!.Value,
            edit.Kind == DeadlineRuleKind.Target || DeadlineRule.TriggeredKinds.Contains(edit.Kind.Value) ? edit.Value : null,
            isPeriodic ? edit.Period : null,
            edit.Kind == DeadlineRuleKind.Quota ? edit.MinCount : null,
            edit.Kind == DeadlineRuleKind.FixedDate ? edit.Date : null,
            known?.Event,
            text.IndexOf(edit.Phrase, StringComparison.Ordinal),
            known?.Place)
        {
            WorkingDaysAfterPeriod = isPeriodic ? known?.WorkingDaysAfterPeriod : null,
            DayOfNextMonth = isPeriodic ? known?.DayOfNextMonth : null,
        };
    }
}
