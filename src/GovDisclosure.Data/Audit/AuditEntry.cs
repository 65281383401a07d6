namespace GovDisclosure.Data.Audit;

/// <summary>One use case that somebody carried out: who, when, from where, what. Append-only: no login may change or delete it.</summary>
public sealed class AuditEntry
{
    /// <summary>The tenant that it concerns.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The entry's identity, in order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person; <see langword="null"/> where the portal itself acted.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The person's name at the time.</summary>
    public required string ActorName { get; init; }

    /// <summary>The network address.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>What was done, such as <c>disclosure.logged</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The row that it was done to.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Old and new values as JSON.</summary>
    public required string Details { get; init; }
}
