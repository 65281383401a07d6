using GovDisclosure.Domain;

namespace GovDisclosure.Data;

/// <summary>A page of a list, with the places before and after it as words of an address; <see langword="null"/> where there is nothing.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Total">How many rows the whole list has.</param>
/// <param name="Previous">The place before the first row, if rows stand there.</param>
/// <param name="Next">The place after the last row, if rows stand there.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, string? Previous, string? Next);

/// <summary>Which page of a list is asked for: what follows a place or what precedes it; the first where neither is given.</summary>
public readonly record struct PagePlace(string? After, string? Before)
{
    /// <summary>Whether the list is read from its end towards its beginning.</summary>
    public bool Backwards => After is null && Before is not null;
}

/// <summary>Makes a page of rows of which one more was read than is shown.</summary>
internal static class PageExtensions
{
    /// <summary>After every identity, where a place is a name alone: the rows of that name come before what follows it.</summary>
    public static readonly Guid LastId = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    public static Page<T> ToPage<T>(this List<T> found, int size, PagePlace place, int total, Func<T, string> placeOf)
    {
        var more = found.Count > size;
        var shown = found.Take(size).ToList();
        if (place.Backwards)
        {
            shown.Reverse();
        }

        var hasPrevious = place.Backwards ? more : place.After is not null;
        var hasNext = place.Backwards || more;
        return new Page<T>(
            shown,
            total,
            hasPrevious && shown.Count > 0 ? placeOf(shown[0]) : null,
            hasNext && shown.Count > 0 ? placeOf(shown[^1]) : null);
    }
}

/// <summary>What came of a use case: the row that it was done to, or the rules that stand against it.</summary>
/// <param name="Id">The row.</param>
/// <param name="Violations">The rules; none where it was done.</param>
public sealed record Outcome(Guid? Id, IReadOnlyList<RuleViolation> Violations)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Violations.Count == 0;

    internal static Outcome Done(Guid id) => new(id, []);

    internal static Outcome Refused(params IReadOnlyList<RuleViolation> violations) => new(null, violations);
}

/// <summary>A value before and after a change, as the audit trail keeps it.</summary>
/// <param name="Old">Before.</param>
/// <param name="New">After.</param>
public sealed record Change(object? Old, object? New)
{
    /// <summary>The values that differ, by name.</summary>
    public static IReadOnlyDictionary<string, object?> Of(params IEnumerable<(string Name, object? Old, object? New)> values) =>
        values.Where(value => !Equals(value.Old, value.New)).ToDictionary(value => value.Name, value => (object?)new Change(value.Old, value.New));
}
