namespace GovDisclosure.Domain.Disclosures;

/// <summary>What an agency published (公开记录); it fulfils one or more obligations.</summary>
public sealed class Disclosure
{
    /// <summary>The longest title, in characters.</summary>
    public const int TitleLength = 300;

    /// <summary>The longest address, in characters.</summary>
    public const int AddressLength = 2000;

    /// <summary>The longest summary, in characters.</summary>
    public const int SummaryLength = 2000;

    /// <summary>The longest reason for a withdrawal, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The disclosure's identity within the agency.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The form's own key, unique within the agency: the same form sent twice is one record.</summary>
    public required Guid RequestKey { get; init; }

    /// <summary>The title as published.</summary>
    public required string Title { get; init; }

    /// <summary>The http or https address where it can be read.</summary>
    public required string Address { get; init; }

    /// <summary>Where it was published, if said.</summary>
    public DisclosureChannel? Channel { get; init; }

    /// <summary>What it says, if said.</summary>
    public string? Summary { get; init; }

    /// <summary>When it was published; the last instant of the Beijing day where <see cref="HasTime"/> is false.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Whether the time of day is known.</summary>
    public required bool HasTime { get; init; }

    /// <summary>When it was logged here.</summary>
    public required DateTimeOffset LoggedAt { get; init; }

    /// <summary>The person who logged it; <see langword="null"/> for sample data.</summary>
    public Guid? LoggedById { get; init; }

    /// <summary>The person's name at the time.</summary>
    public required string LoggedByName { get; init; }

    /// <summary>When the record was withdrawn; <see langword="null"/> while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; set; }

    /// <summary>Whether it is sample data.</summary>
    public bool IsSample { get; init; }
}
