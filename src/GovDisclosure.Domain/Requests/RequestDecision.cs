namespace GovDisclosure.Domain.Requests;

/// <summary>The municipal office's answer to a request. One for each; what it says never changes, a grant of time may be taken back.</summary>
public sealed class RequestDecision
{
    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 1000;

    /// <summary>The agency that asked.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Whether it was granted.</summary>
    public required bool Granted { get; init; }

    /// <summary>For a granted extension, the last Beijing date granted, which may differ from the one asked for.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>For a granted extension of the period, how much it adds, in the rule's own unit.</summary>
    public int? ExtendBy { get; init; }

    /// <summary>The reason, needed where it was refused or granted otherwise than asked.</summary>
    public string? Note { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Who decided; <see langword="null"/> for sample data.</summary>
    public Guid? DecidedById { get; init; }

    /// <summary>The name at the time.</summary>
    public required string DecidedByName { get; init; }

    /// <summary>When the office took a grant of time back; <see langword="null"/> while it holds. Until then it held.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Who took it back: the name at the time.</summary>
    public string? RevokedByName { get; set; }

    /// <summary>Why it was taken back.</summary>
    public string? RevokedReason { get; set; }
}
