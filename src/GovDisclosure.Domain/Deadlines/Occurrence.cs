namespace GovDisclosure.Domain.Deadlines;

/// <summary>One time that a rule asks for disclosure: for one period, one date or one trigger.</summary>
/// <param name="Key">
/// Names the occurrence within its rule and never changes, whatever happens to its dates: a period's <see cref="DatePeriod.Key"/>, the
/// plan's year for a fixed date or target, or the key of the trigger. Making occurrences again finds the old ones by it.
/// </param>
/// <param name="WindowStart">The first day on which a publication can fulfil it; the trigger's own day for a triggered rule.</param>
/// <param name="WindowEnd">The last day of the period or the last day in time; a later publication fulfils late.</param>
/// <param name="Due">The last instant in time.</param>
/// <param name="RequiredCount">How many disclosures it needs, at least 1.</param>
/// <param name="Target">The figure to reach, for a target.</param>
public sealed record Occurrence(string Key, DateOnly WindowStart, DateOnly WindowEnd, Due Due, int RequiredCount, decimal? Target);
