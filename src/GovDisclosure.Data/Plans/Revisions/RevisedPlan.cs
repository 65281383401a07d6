using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Comparison;

namespace GovDisclosure.Data.Plans.Revisions;

/// <summary>
/// What a revision makes of a plan: which tasks, names and rules stay the same rows, which end, and which are new. A task stays the same where it is
/// the same within its section, a rule where it demands the same: so duties, links and figures stay theirs.
/// </summary>
internal sealed class RevisedPlan
{
    private readonly WorkPlan _old;
    private readonly RevisedHeadings _headings;
    private readonly List<ToldTask> _told = [];
    private readonly List<ToldAssignment> _toldAssignments = [];
    private readonly List<ToldRule> _toldRules = [];
    private readonly List<Guid> _endedTasks = [];
    private readonly List<Guid> _endedAssignments = [];
    private readonly List<Guid> _endedRules = [];

    /// <param name="old">The plan as it is in force.</param>
    /// <param name="next">The plan as the revision has it, with identities of its own.</param>
    /// <param name="comparison">How the two compare.</param>
    public RevisedPlan(WorkPlan old, WorkPlan next, PlanComparison comparison)
    {
        (_old, _headings) = (old, new RevisedHeadings(old, next));
        DisclosureTask[] before = [.. old.InForce()];
        DisclosureTask[] after = [.. next.InForce()];
        foreach (var compared in comparison.Tasks)
        {
            var was = compared.OldIndex is { } oldIndex ? before[oldIndex] : null;
            var becomes = compared.NewIndex is { } newIndex ? after[newIndex] : null;
            if (was is not null && becomes is not null && was.SectionId == _headings.Of(becomes.SectionId) && was.IsGeneral == becomes.IsGeneral)
            {
                Keep(was, becomes, compared);
                continue;
            }

            if (was is not null)
            {
                _endedTasks.Add(was.Id);
                _endedRules.AddRange(was.InForceRules().Select(rule => rule.Id));
            }

            if (becomes is not null)
            {
                Add(was, becomes, compared);
            }
        }
    }

    public RevisedHeadings Headings => _headings;

    public List<DisclosureTask> NewTasks { get; } = [];

    /// <summary>New names in tasks that stay.</summary>
    public List<Assignment> NewAssignments { get; } = [];

    /// <summary>New rules in tasks that stay.</summary>
    public List<TaskDeadlineRule> NewRules { get; } = [];

    /// <summary>The tasks that stay with other words.</summary>
    public List<Guid> RewordedTasks { get; } = [];

    /// <summary>The rules in force from now on.</summary>
    public List<TaskDeadlineRule> Rules { get; } = [];

    public RevisionChanges Changes => new()
    {
        Tasks = _told,
        EndedTasks = _endedTasks,
        Sections = _headings.Sections,
        Subsections = _headings.Subsections,
        Items = _headings.Items,
        Assignments = _toldAssignments,
        EndedAssignments = _endedAssignments,
        Rules = _toldRules,
        EndedRules = _endedRules,
    };

    private void Keep(DisclosureTask was, DisclosureTask becomes, ComparedTask compared)
    {
        _told.Add(new ToldTask(
            was.Id, becomes.Number, becomes.Sequence, becomes.Ordinal, becomes.Title, becomes.Text, becomes.Attribution,
            _headings.Of(becomes.SubsectionId), _headings.Of(becomes.ItemId)));
        if (compared.IsReworded)
        {
            RewordedTasks.Add(was.Id);
        }

        KeepNames(was, becomes);
        TaskDeadlineRule[] before = [.. was.InForceRules()];
        foreach (var (oldIndex, newIndex) in compared.KeptDemands)
        {
            var rule = becomes.Rules[newIndex];
            _toldRules.Add(new ToldRule(before[oldIndex].Id, rule.Ordinal, rule.Clause, rule.Rule.Phrase));
            Rules.Add(before[oldIndex]);
        }

        _endedRules.AddRange(compared.Retimed.Where(change => change.OldIndex is not null).Select(change => before[change.OldIndex!.Value].Id));
        NewRules.AddRange(compared.Retimed.Where(change => change.NewIndex is not null)
            .Select(change => Rule(becomes.Rules[change.NewIndex!.Value], change.OldIndex is { } index ? before[index].Id : null, was.Id)));
    }

    private void KeepNames(DisclosureTask was, DisclosureTask becomes)
    {
        var free = was.InForceAssignments().ToList();
        foreach (var named in becomes.Assignments)
        {
            if (free.Find(known => known.Role == named.Role && known.AssigneeAgencyId == named.AssigneeAgencyId && known.AssigneeGroupId == named.AssigneeGroupId) is { } same)
            {
                free.Remove(same);
                _toldAssignments.Add(new ToldAssignment(same.Id, named.Ordinal, named.NameAsWritten));
            }
            else
            {
                NewAssignments.Add(Name(named, was.Id));
            }
        }

        _endedAssignments.AddRange(free.Select(named => named.Id));
    }

    // Where it is the same task in another section, its rules follow those that it had there.
    private void Add(DisclosureTask? was, DisclosureTask becomes, ComparedTask compared)
    {
        TaskDeadlineRule[] before = was is null ? [] : [.. was.InForceRules()];
        var follows = compared.KeptDemands.ToDictionary(pair => pair.New, pair => before[pair.Old].Id);
        foreach (var change in compared.Retimed.Where(change => change is { OldIndex: not null, NewIndex: not null }))
        {
            follows[change.NewIndex!.Value] = before[change.OldIndex!.Value].Id;
        }

        var task = new DisclosureTask
        {
            PlanId = _old.Id,
            SectionId = _headings.Of(becomes.SectionId),
            SubsectionId = _headings.Of(becomes.SubsectionId),
            ItemId = _headings.Of(becomes.ItemId),
            Number = becomes.Number,
            Sequence = becomes.Sequence,
            Ordinal = becomes.Ordinal,
            Title = becomes.Title,
            Text = becomes.Text,
            Attribution = becomes.Attribution,
            IsGeneral = becomes.IsGeneral,
        };
        foreach (var named in becomes.Assignments)
        {
            task.Assignments.Add(Name(named, task.Id));
        }

        foreach (var (index, rule) in becomes.Rules.Index())
        {
            task.Rules.Add(Rule(rule, follows.TryGetValue(index, out var forebear) ? forebear : null, task.Id));
        }

        NewTasks.Add(task);
    }

    private static Assignment Name(Assignment named, Guid taskId) => new()
    {
        TaskId = taskId,
        Ordinal = named.Ordinal,
        Role = named.Role,
        NameAsWritten = named.NameAsWritten,
        AssigneeAgencyId = named.AssigneeAgencyId,
        AssigneeGroupId = named.AssigneeGroupId,
    };

    private TaskDeadlineRule Rule(TaskDeadlineRule rule, Guid? follows, Guid taskId)
    {
        var added = new TaskDeadlineRule { TaskId = taskId, Ordinal = rule.Ordinal, Clause = rule.Clause, Rule = rule.Rule, ContinuesRuleId = follows };
        Rules.Add(added);
        return added;
    }
}
