using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Obligations;

/// <summary>
/// One of several bases that bind an obligation at once (20 and 7 working days): all are kept, each with the instant that it gave, and the
/// earliest binds. Written with the obligation and never changed, so that a later register of legal bases leaves the past as it was.
/// </summary>
/// <remarks>An obligation with the plan's rule alone has none.</remarks>
public sealed class ObligationBasis
{
    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The obligation.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>Its place: the plan's own rule is 0, then the law's in the order of the register.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The rule, with its instrument and article.</summary>
    public required DeadlineRule Rule { get; init; }

    /// <summary>The due instant that it gave by itself, as first computed.</summary>
    public required DateTimeOffset OriginalDueAt { get; init; }
}
