namespace GovDisclosure.Domain.Supervision;

/// <summary>The municipal office's chase (催办) of one agency: numbered, about duties of its own, with a date to reply by.</summary>
public sealed class SupervisionNotice
{
    /// <summary>The longest message, in characters.</summary>
    public const int MessageLength = 1000;

    /// <summary>The most duties that one notice lists.</summary>
    public const int MostItems = 200;

    /// <summary>The agency that is chased.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The notice's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Shared by the notices that were sent to a set of agencies at once.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The year of its number.</summary>
    public required int Year { get; init; }

    /// <summary>Its number within the year, without gaps: 催办〔2016〕12号.</summary>
    public required int Number { get; init; }

    /// <summary>What the office says.</summary>
    public required string Message { get; init; }

    /// <summary>The last Beijing date for the reply.</summary>
    public required DateOnly ReplyBy { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Who sent it; <see langword="null"/> for sample data.</summary>
    public Guid? SentById { get; init; }

    /// <summary>The name at the time.</summary>
    public required string SentByName { get; init; }

    /// <summary>Whether it is sample data.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A duty that a notice is about.</summary>
public sealed class SupervisionItem
{
    /// <summary>The agency that is chased.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>The duty.</summary>
    public required Guid ObligationId { get; init; }
}
