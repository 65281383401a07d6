namespace GovDisclosure.Domain.Plans;

/// <summary>
/// Which members of a group (相关区政府) a task means, as the municipal office chose, over a stretch of recorded time. Without a choice every
/// member is meant.
/// </summary>
public sealed class AssignmentChoice
{
    /// <summary>The longest note.</summary>
    public const int NoteLength = 500;

    /// <summary>The choice's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The assignment of the task to the group.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The instant from which it holds.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The instant from which another one does; <see langword="null"/> while this does.</summary>
    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>Why, in words.</summary>
    public required string Note { get; init; }

    /// <summary>Who chose: the name at the time.</summary>
    public required string ChosenByName { get; init; }

    /// <summary>The members meant.</summary>
    public IList<AssignmentChoiceMember> Members { get; init; } = [];
}

/// <summary>One agency that a choice means.</summary>
public sealed class AssignmentChoiceMember
{
    /// <summary>The choice.</summary>
    public Guid ChoiceId { get; init; }

    /// <summary>The agency.</summary>
    public required Guid MemberAgencyId { get; init; }
}
