namespace GovDisclosure.Domain.Districts;

/// <summary>A part as far as the roll-up asks: whether it is one of the chosen, and when it was fulfilled.</summary>
/// <param name="IsChosen">Whether it counts where only chosen parts do.</param>
/// <param name="FulfilledAt">
/// The publication that completed it. A part is a duty of its own: it takes as many publications as the whole, and reaches the whole's
/// target by the sub-unit's own figure.
/// </param>
public readonly record struct PartFacts(bool IsChosen, DateTimeOffset? FulfilledAt);

/// <summary>How parts make up the whole. SQL has the same as <c>gov.roll_up_duty</c>; a property test holds the two equal.</summary>
public static class RollUp
{
    /// <summary>The publication by which the parts fulfil the whole; <see langword="null"/> while they do not. Parts taken back are none.</summary>
    /// <remarks>No part at all fulfils nothing, and neither does a choice of none.</remarks>
    /// <param name="mode">Which parts make it up.</param>
    /// <param name="parts">The parts that are passed down now.</param>
    public static DateTimeOffset? CompletedAt(RollUpMode mode, IEnumerable<PartFacts> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var counted = parts.Where(part => mode != RollUpMode.Chosen || part.IsChosen).Select(part => part.FulfilledAt).ToList();
        return mode == RollUpMode.Any ? counted.Min()
            : counted.Contains(null) ? null
            : counted.Max();
    }

    /// <summary>What fulfils a duty that was passed down: the earlier of the district's own publication and its parts.</summary>
    /// <param name="own">The district's own publication that completes it.</param>
    /// <param name="parts">What <see cref="CompletedAt"/> says.</param>
    public static DateTimeOffset? Earlier(DateTimeOffset? own, DateTimeOffset? parts) =>
        own is null || parts < own ? parts ?? own : own;
}
