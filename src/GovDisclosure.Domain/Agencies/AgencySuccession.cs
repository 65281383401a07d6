namespace GovDisclosure.Domain.Agencies;

/// <summary>
/// That an agency takes the place of another from a day on (机构改革): announced when it is entered, and carried out once by a person when its day
/// has come. Several predecessors with one successor and one day are one reform, carried out together.
/// </summary>
public sealed class AgencySuccession
{
    /// <summary>The longest note.</summary>
    public const int NoteLength = 1000;

    /// <summary>The entry's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The predecessor's short name, as entered.</summary>
    public required string PredecessorName { get; init; }

    /// <summary>The predecessor; <see langword="null"/> until the register has it.</summary>
    public Guid? PredecessorId { get; set; }

    /// <summary>The successor's short name, as entered.</summary>
    public required string SuccessorName { get; init; }

    /// <summary>The successor; <see langword="null"/> until the register has it.</summary>
    public Guid? SuccessorId { get; set; }

    /// <summary>The first Beijing day on which the successor stands in the predecessor's place.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>What was decided, in words.</summary>
    public required string Note { get; init; }

    /// <summary>Where the row comes from: the data file and its line, or who entered it.</summary>
    public required string Source { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was carried out; <see langword="null"/> while it is only announced.</summary>
    public DateTimeOffset? CarriedOutAt { get; set; }

    /// <summary>Who carried it out: the name at the time.</summary>
    public string? CarriedOutByName { get; set; }

    /// <summary>When it was withdrawn, because it was entered by mistake.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Who withdrew it: the name at the time.</summary>
    public string? WithdrawnByName { get; set; }

    /// <summary>How it stands on a day.</summary>
    public SuccessionState StateOn(DateOnly today) => SuccessionRules.StateOf(CarriedOutAt is not null, WithdrawnAt is not null, EffectiveFrom, today);
}

/// <summary>How a succession stands.</summary>
public enum SuccessionState
{
    /// <summary>Announced: its day has not come.</summary>
    Announced,

    /// <summary>Due: its day has come, and nobody has carried it out.</summary>
    Due,

    /// <summary>Carried out.</summary>
    CarriedOut,

    /// <summary>Withdrawn: entered by mistake.</summary>
    Withdrawn,
}
