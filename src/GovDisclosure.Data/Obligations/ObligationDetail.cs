using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Obligations;

/// <summary>All that the page of one obligation shows.</summary>
public sealed record ObligationDetail
{
    /// <summary>How many of the disclosures that count are listed.</summary>
    public const int MostDisclosures = 30;

    public required ObligationRow Obligation { get; init; }

    public required TaskWords Task { get; init; }

    public required DeadlineRule Rule { get; init; }

    public required string Clause { get; init; }

    public required TriggerEvent? Trigger { get; init; }

    /// <summary>What the due date is counted from; <see langword="null"/> where no trigger of the agency's own started it.</summary>
    public required DutyClock? Clock { get; init; }

    /// <summary>Which members of groups the office chose for the task.</summary>
    public required IReadOnlyList<TaskChoice> Choices { get; init; }

    /// <summary>What it is a part of, where a district passed it down.</summary>
    public required PassedFrom? From { get; init; }

    /// <summary>The agencies that share the occurrence, leads first, then by name; only the agency itself where a trigger is its own.</summary>
    public required IReadOnlyList<PeerState> Peers { get; init; }

    /// <summary>The newest of the disclosures that count, oldest publication first.</summary>
    public required IReadOnlyList<CountedDisclosure> Disclosures { get; init; }

    /// <summary>How many disclosures count.</summary>
    public required int DisclosureCount { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>The duty that this one goes on with; <see langword="null"/> where there is none.</summary>
    public required Guid? Continues { get; init; }

    /// <summary>The duty that goes on with this one, under the plan as revised.</summary>
    public required Guid? ContinuedBy { get; init; }

    /// <summary>How the task read before each revision that changed it, the last first.</summary>
    public required IReadOnlyList<EarlierWords> EarlierWords { get; init; }

    /// <summary>How many peers have fulfilled it.</summary>
    public int PeersDone => Peers.Count(peer => peer.State is ObligationState.FulfilledOnTime or ObligationState.FulfilledLate);

    /// <summary>How many peers owe it: those released do not count.</summary>
    public int PeersOwing => Peers.Count(peer => peer.State is not (ObligationState.Exempt or ObligationState.Cancelled));
}

/// <summary>A task's words and where they stand in the plan.</summary>
public sealed record TaskWords(
    string Number, string Title, string Text, string? Attribution, int PlanYear, string DocumentNumber, string? SectionTitle, string? SubsectionTitle);

/// <summary>How a task read until a revision.</summary>
public sealed record EarlierWords(string Number, string Text, string? Attribution, string DocumentNumber, DateOnly Until, DateTimeOffset PublishedAt);

/// <summary>How another agency stands in the same occurrence.</summary>
public sealed record PeerState(Guid AgencyId, string ShortName, string EnglishName, AssignmentRole Role, ObligationState State)
{
    /// <summary>'2 of 3' among the parts that a district passed down: of the reader's own district, or of any for the municipal office.</summary>
    public PartCounts? Parts { get; init; }
}

/// <summary>A disclosure that counts towards an obligation.</summary>
public sealed record CountedDisclosure(
    Guid DisclosureId, string Title, string Address, DateTimeOffset PublishedAt, bool HasTime, decimal? ReportedValue, bool IsSample);

/// <summary>What happened to an obligation.</summary>
public enum HistoryKind
{
    /// <summary>The trigger that started the clock.</summary>
    Triggered,

    /// <summary>Made from the plan or the trigger.</summary>
    Materialised,

    /// <summary>The due date was moved by an extension.</summary>
    DueMoved,

    /// <summary>The due date was moved by a notice of days off, which the note names.</summary>
    CalendarMoved,

    /// <summary>Released, or fallen away.</summary>
    Released,

    /// <summary>Made by a revision of the plan.</summary>
    MadeByRevision,

    /// <summary>Ended by a revision of the plan.</summary>
    EndedByRevision,

    /// <summary>Owed again by a revision of the plan, after an earlier one had ended it.</summary>
    ReopenedByRevision,

    /// <summary>Goes on in another role, since a revision of the plan names the agency so.</summary>
    RoleChangedByRevision,

    /// <summary>Goes on under other words, since a revision of the plan has them so.</summary>
    RewordedByRevision,

    /// <summary>Fallen away with the whole that a district passed down.</summary>
    WholeReleased,

    /// <summary>Passed to the agency's successor, which the note names.</summary>
    HandedOver,

    /// <summary>Come from a predecessor, which the note names.</summary>
    TakenOver,

    /// <summary>The office chose which members of a group are meant, and not this one.</summary>
    Narrowed,

    /// <summary>The office chose it again.</summary>
    ChosenAgain,

    /// <summary>A disclosure was logged.</summary>
    DisclosureLogged,

    /// <summary>A disclosure was withdrawn by the agency.</summary>
    DisclosureWithdrawn,

    /// <summary>The municipal office accepted a disclosure.</summary>
    DisclosureAccepted,

    /// <summary>The municipal office returned a disclosure.</summary>
    DisclosureReturned,

    /// <summary>The municipal office sent a reminder.</summary>
    Reminded,

    /// <summary>The agency answered a reminder.</summary>
    ReminderAnswered,

    /// <summary>The agency asked for more time.</summary>
    ExtensionAsked,

    /// <summary>The agency asked for release.</summary>
    ExemptionAsked,

    /// <summary>The agency asked that some days do not count.</summary>
    PauseAsked,

    /// <summary>The agency took its request back.</summary>
    RequestWithdrawn,

    /// <summary>A request fell away with the duty, because the plan was revised.</summary>
    RequestEnded,

    /// <summary>The municipal office refused a request. What it grants shows as what it changed.</summary>
    RequestRefused,

    /// <summary>The district passed a part down to a sub-unit.</summary>
    PartPassed,

    /// <summary>The district took a part back.</summary>
    PartTakenBack,

    /// <summary>A part fell away, because the district no longer owes the whole.</summary>
    PartReleased,

    /// <summary>The district changed how the parts make up the whole.</summary>
    RollUpChanged,

    /// <summary>The parts fulfilled the whole.</summary>
    PartsFulfilled,

    /// <summary>The parts no longer fulfil it.</summary>
    PartsNoLonger,
}

/// <summary>One thing that happened to an obligation.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="ActorName">Who; <see langword="null"/> where the portal did.</param>
/// <param name="Title">The disclosure's or trigger's title, or the sub-unit's name.</param>
/// <param name="Moment">The publication, the trigger's moment, or the due instant in force from then on.</param>
/// <param name="HasTime">Whether the moment's time of day is known.</param>
/// <param name="Note">The reason given.</param>
/// <param name="EnglishTitle">The sub-unit's English name.</param>
public sealed record HistoryEntry(
    HistoryKind Kind, DateTimeOffset At, string? ActorName, string? Title, DateTimeOffset? Moment, bool HasTime, string? Note, string? EnglishTitle = null)
{
    /// <summary>How the parts make up the whole, before and from then on.</summary>
    public RollUpChange? RollUp { get; init; }

    /// <summary>How much more time was asked for, in the rule's own unit.</summary>
    public int? ExtendBy { get; init; }

    /// <summary>The role from then on.</summary>
    public AssignmentRole? Role { get; init; }
}
