namespace GovDisclosure.Domain.Obligations;

/// <summary>Whether an obligation is still owed.</summary>
public enum ObligationDisposition
{
    /// <summary>Owed.</summary>
    Open,

    /// <summary>不予公开: released from the duty by a recorded decision.</summary>
    Exempt,

    /// <summary>The duty fell away, such as a trigger entered by mistake.</summary>
    Cancelled,
}

/// <summary>Why an obligation's standing came to be.</summary>
public enum StandingReason
{
    /// <summary>The obligation was made from the plan or a trigger.</summary>
    Materialised,

    /// <summary>延期: the municipal office granted more time.</summary>
    Extended,

    /// <summary>A calendar notice moved the due date.</summary>
    CalendarChanged,

    /// <summary>暂停计时: the municipal office let some days not count.</summary>
    Paused,

    /// <summary>The municipal office took back more time that it had granted.</summary>
    GrantRevoked,

    /// <summary>不予公开: the municipal office released the agency.</summary>
    Exempted,

    /// <summary>The duty fell away.</summary>
    Cancelled,

    /// <summary>The district passed the duty down, and so made it.</summary>
    PassedDown,

    /// <summary>The district took the part back.</summary>
    TakenBack,

    /// <summary>The district no longer owes the whole, so that the part fell away with it.</summary>
    WholeReleased,

    /// <summary>机构改革: the duty passed to the successor, which the note names.</summary>
    HandedOver,

    /// <summary>机构改革: the duty came from a predecessor, which the note names.</summary>
    TakenOver,

    /// <summary>The municipal office chose which members of a group a task means, and not this one.</summary>
    Narrowed,

    /// <summary>The municipal office chose it again.</summary>
    ChosenAgain,

    /// <summary>A revision of the plan made it, ended it, took it up again, or changed its words or role.</summary>
    PlanRevised,
}

/// <summary>
/// What was true of an obligation's due instant and disposition over a stretch of recorded time. A change closes one row and opens
/// the next, so every past day can be asked as it stood.
/// </summary>
public sealed class ObligationStanding
{
    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The obligation.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>The instant from which the portal knew this.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The instant from which something else was true; <see langword="null"/> while this is.</summary>
    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>The due instant in force; a publication at or before it is on time.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether it is owed.</summary>
    public required ObligationDisposition Disposition { get; init; }

    /// <summary>Why this came to be.</summary>
    public required StandingReason Reason { get; init; }

    /// <summary>The reason in words, where somebody gave one.</summary>
    public string? Note { get; init; }

    /// <summary>Who decided; <see langword="null"/> where the portal did.</summary>
    public string? ActorName { get; init; }

    /// <summary>The revision of the plan that this came from, where one did.</summary>
    public Guid? RevisionId { get; init; }
}
