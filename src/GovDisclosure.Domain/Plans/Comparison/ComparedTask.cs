namespace GovDisclosure.Domain.Plans.Comparison;

/// <summary>What became of a task, as lists are filtered by it. A task may be several at once.</summary>
public enum PlanChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>A demand in time is stricter, or there is one more.</summary>
    Stricter,

    /// <summary>A demand in time is laxer, or one is gone.</summary>
    Laxer,

    /// <summary>A demand in time is another one, neither stricter nor laxer.</summary>
    Retimed,

    /// <summary>Somebody else is named, or in another role.</summary>
    Reassigned,

    /// <summary>It says something else.</summary>
    Reworded,

    /// <summary>It stands elsewhere.</summary>
    Renumbered,

    /// <summary>It is as it was.</summary>
    Unchanged,
}

/// <summary>Somebody who is named in one of two versions of a task only, or in another role.</summary>
/// <param name="Name">The name, as the newer plan writes it where it does.</param>
/// <param name="Holder">Who it is.</param>
/// <param name="OldRole">The role before; <see langword="null"/> where it was not named.</param>
/// <param name="NewRole">The role now; <see langword="null"/> where it is not named.</param>
public sealed record AssignmentChange(string Name, string Holder, AssignmentRole? OldRole, AssignmentRole? NewRole);

/// <summary>A task of either plan, or of both.</summary>
/// <param name="OldIndex">Its place in the old plan; <see langword="null"/> where it is new.</param>
/// <param name="NewIndex">Its place in the new plan; <see langword="null"/> where it is gone.</param>
/// <param name="Old">The task as it was.</param>
/// <param name="New">The task as it is.</param>
public sealed record ComparedTask(int? OldIndex, int? NewIndex, ComparableTask? Old, ComparableTask? New)
{
    /// <summary>Who is named otherwise.</summary>
    public IReadOnlyList<AssignmentChange> Reassigned { get; init; } = [];

    /// <summary>The demands in time that are not the same.</summary>
    public IReadOnlyList<DemandChange> Retimed { get; init; } = [];

    /// <summary>The demands in time that are the same, by their places.</summary>
    public IReadOnlyList<(int Old, int New)> KeptDemands { get; init; } = [];

    /// <summary>Whether it stands elsewhere.</summary>
    public bool IsRenumbered => Old is not null && New is not null && (Old.Number, Old.Sequence) != (New.Number, New.Sequence);

    /// <summary>Whether it says something else.</summary>
    public bool IsReworded => Old is not null && New is not null && Old.Text != New.Text;

    /// <summary>The task as it is, or was where it is gone.</summary>
    public ComparableTask Shown => New ?? Old!;

    /// <summary>All that became of it, at least one.</summary>
    public IReadOnlyList<PlanChangeKind> Kinds
    {
        get
        {
            if (Old is null || New is null)
            {
                return [Old is null ? PlanChangeKind.Added : PlanChangeKind.Removed];
            }

            var kinds = new List<PlanChangeKind>();
            void Add(PlanChangeKind kind, bool holds)
            {
                if (holds)
                {
                    kinds.Add(kind);
                }
            }

            Add(PlanChangeKind.Stricter, Retimed.Any(change => change.Shift == DemandShift.Stricter));
            Add(PlanChangeKind.Laxer, Retimed.Any(change => change.Shift == DemandShift.Laxer));
            Add(PlanChangeKind.Retimed, Retimed.Any(change => change.Shift == DemandShift.Other));
            Add(PlanChangeKind.Reassigned, Reassigned.Count > 0);
            Add(PlanChangeKind.Reworded, IsReworded);
            Add(PlanChangeKind.Renumbered, IsRenumbered);
            return kinds.Count > 0 ? kinds : [PlanChangeKind.Unchanged];
        }
    }
}
