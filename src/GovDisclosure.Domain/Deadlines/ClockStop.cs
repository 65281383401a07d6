namespace GovDisclosure.Domain.Deadlines;

/// <summary>A stretch of days on which the clock does not run (期限中止), such as the asking of third parties (政府信息公开条例(2019) art. 33).</summary>
/// <param name="From">The first Beijing day that does not count.</param>
/// <param name="To">The last one; for a stop that has not ended yet, the last day that is certain, and the due date may move on.</param>
/// <param name="Note">Why, as an explanation shall name it; null where nothing is said.</param>
public sealed record ClockStop(DateOnly From, DateOnly To, string? Note = null)
{
    /// <summary>Whether the clock stands still on <paramref name="day"/> because of it.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= To;
}
