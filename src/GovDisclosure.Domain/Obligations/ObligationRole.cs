using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Obligations;

/// <summary>Another role in which a revision of the plan names the agency, over a stretch of recorded time. A duty without any has the role that it was made with.</summary>
public sealed class ObligationRole
{
    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The obligation.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>The instant from which the portal knew this.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The instant from which something else was true; <see langword="null"/> while this is.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>The role.</summary>
    public required AssignmentRole Role { get; init; }
}
