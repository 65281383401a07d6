using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Obligations;

/// <summary>What starts a clock (触发事项): a penalty decision, a meeting's decision, a document's publication, an emergency.</summary>
public sealed class TriggerEvent
{
    /// <summary>The longest title, in characters.</summary>
    public const int TitleLength = 300;

    /// <summary>The longest number, in characters.</summary>
    public const int ReferenceLength = 100;

    /// <summary>The longest reason for a cancellation, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The agency whose clock it starts: the tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The trigger's identity within the agency.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What kind of event it is.</summary>
    public required TriggerKind Kind { get; init; }

    /// <summary>The task that it concerns; <see langword="null"/> where every task with a rule for this kind is meant.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The number that names it, such as a decision's number; unique within agency and kind among those not cancelled.</summary>
    public required string Reference { get; init; }

    /// <summary>What it is, in the agency's words.</summary>
    public required string Title { get; init; }

    /// <summary>When it happened; the start of the Beijing day where only the date counts.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The instant from which the portal knew of it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The name of the person who entered it, at the time.</summary>
    public required string RecordedByName { get; init; }

    /// <summary>When it was cancelled, because it was entered by mistake; <see langword="null"/> while it stands.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>The name of the person who cancelled it, at the time.</summary>
    public string? CancelledByName { get; set; }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelledReason { get; set; }

    /// <summary>Whether it is sample data.</summary>
    public bool IsSample { get; init; }
}
