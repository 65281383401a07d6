using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Paging;

/// <summary>A place in a list that is ordered by an instant, newest first.</summary>
/// <param name="At">The instant.</param>
/// <param name="Id">The row, which orders those of one instant.</param>
public readonly record struct InstantCursor(DateTimeOffset At, Guid Id);

/// <summary>Which page of such a list: after a place, before one, or the first.</summary>
public sealed record InstantPage(InstantCursor? After = null, InstantCursor? Before = null)
{
    /// <summary>The first page.</summary>
    public static InstantPage First { get; } = new();
}

/// <summary>A row of such a list.</summary>
public abstract record ListedRow
{
    /// <summary>The row's identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the list is ordered by.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A page of rows with the places of its neighbours; <see langword="null"/> where there is none.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, InstantCursor? Previous, InstantCursor? Next);

/// <summary>Cuts pages out of a list by key: no page is skipped or shown twice while rows come in.</summary>
internal static class InstantPaging
{
    public static async Task<ListPage<T>> NewestFirstAsync<T>(
        this IQueryable<T> rows, InstantPage page, int size, CancellationToken cancellationToken)
        where T : ListedRow
    {
        if (page.After is { } after)
        {
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.At, row.Id), ValueTuple.Create(after.At, after.Id)));
        }
        else if (page.Before is { } before)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.At, row.Id), ValueTuple.Create(before.At, before.Id)));
        }

        var backwards = page is { After: null, Before: not null };
        rows = backwards ? rows.OrderBy(row => row.At).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id);
        // One more than a page tells whether there is another.
        var found = await rows.Take(size + 1).ToListAsync(cancellationToken);
        var more = found.Count > size;
        var shown = found.Take(size).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var hasPrevious = backwards ? more : page.After is not null;
        var hasNext = backwards || more;
        return new ListPage<T>(
            shown,
            hasPrevious && shown.Count > 0 ? new(shown[0].At, shown[0].Id) : null,
            hasNext && shown.Count > 0 ? new(shown[^1].At, shown[^1].Id) : null);
    }
}
