namespace GovDisclosure.Domain.Districts;

/// <summary>That a district passed one of its duties down to sub-units (层层分解), and how their parts make up the whole.</summary>
public sealed class DutyPass
{
    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 500;

    /// <summary>The district.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The district's own duty.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>Which parts make it fulfilled.</summary>
    public required RollUpMode RollUp { get; set; }

    /// <summary>What the sub-units are told.</summary>
    public string? Note { get; set; }

    /// <summary>When it was first passed down.</summary>
    public required DateTimeOffset PassedAt { get; init; }

    /// <summary>Who did, at the time.</summary>
    public required string PassedByName { get; init; }
}

/// <summary>How the parts of a duty make up the whole.</summary>
public enum RollUpMode
{
    /// <summary>全部完成: fulfilled by the last of all parts.</summary>
    All,

    /// <summary>任一完成: fulfilled by the first part.</summary>
    Any,

    /// <summary>指定单位完成: fulfilled by the last of the chosen parts.</summary>
    Chosen,
}
