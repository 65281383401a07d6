using GovDisclosure.Domain.Disclosures;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Disclosures;

/// <summary>One line of the list of disclosures.</summary>
public sealed record DisclosureRow(
    Guid Id, string Title, string Address, DisclosureChannel? Channel, DateTimeOffset PublishedAt, bool HasTime, DateTimeOffset LoggedAt,
    string LoggedByName, DateTimeOffset? WithdrawnAt, bool IsSample, int Fulfils);

/// <summary>Which of the agency's disclosures a list shows.</summary>
/// <param name="Words">Words in title or address; all where there are none.</param>
/// <param name="Duty">The duty that they count towards; any or none where <see langword="null"/>.</param>
public sealed record DisclosureFilter(string? Words = null, Guid? Duty = null);

/// <summary>A place in the list of disclosures, newest publication first.</summary>
public readonly record struct DisclosureCursor(DateTimeOffset PublishedAt, Guid Id);

/// <summary>A page of disclosures.</summary>
public sealed record DisclosurePage(IReadOnlyList<DisclosureRow> Rows, int Total, DisclosureCursor? Previous, DisclosureCursor? Next);

/// <summary>One disclosure with what it counts towards.</summary>
public sealed record DisclosureDetail(Disclosure Disclosure, IReadOnlyList<FulfilledObligation> Fulfils);

/// <summary>An obligation that a disclosure counts, or counted, towards.</summary>
public sealed record FulfilledObligation(
    Guid Id, string TaskNumber, string TaskTitle, string? TriggerTitle, string Clause, string OccurrenceKey, decimal? ReportedValue, bool Counts);

/// <summary>Reads what the agency that is signed in has logged.</summary>
public sealed class DisclosureQueries(GovDbContext db)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 30;

    /// <summary>The most rows that leave the portal in one file.</summary>
    public const int MostExported = 10_000;

    /// <summary>A page of the agency's disclosures, newest publication first.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="after">The place after which the page begins.</param>
    /// <param name="before">The place before which it ends.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<DisclosurePage> ListAsync(
        DisclosureFilter filter, DisclosureCursor? after, DisclosureCursor? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var all = Matching(filter);
        var rows = all;
        if (after is { } from)
        {
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.PublishedAt, row.Id), ValueTuple.Create(from.PublishedAt, from.Id)));
        }
        else if (before is { } to)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.PublishedAt, row.Id), ValueTuple.Create(to.PublishedAt, to.Id)));
        }

        var backwards = after is null && before is not null;
        rows = backwards
            ? rows.OrderBy(row => row.PublishedAt).ThenBy(row => row.Id)
            : rows.OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Id);
        var found = await Project(rows.Take(PageSize + 1)).ToListAsync(cancellationToken);
        var more = found.Count > PageSize;
        var shown = found.Take(PageSize).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var hasPrevious = backwards ? more : after is not null;
        var hasNext = backwards || more;
        return new DisclosurePage(
            shown,
            await all.CountAsync(cancellationToken),
            hasPrevious && shown.Count > 0 ? new(shown[0].PublishedAt, shown[0].Id) : null,
            hasNext && shown.Count > 0 ? new(shown[^1].PublishedAt, shown[^1].Id) : null);
    }

    /// <summary>Every disclosure that the list shows and how many there are, in its order, up to <see cref="MostExported"/>.</summary>
    public async Task<DisclosurePage> AllAsync(DisclosureFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var all = Matching(filter);
        var rows = all.OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Id).Take(MostExported);
        return new DisclosurePage(await Project(rows).ToListAsync(cancellationToken), await all.CountAsync(cancellationToken), null, null);
    }

    /// <summary>One of the agency's disclosures; <see langword="null"/> where it has none with this identity.</summary>
    public async Task<DisclosureDetail?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var disclosure = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (disclosure is null)
        {
            return null;
        }

        return new DisclosureDetail(disclosure, await FulfilledBy(db, disclosure.AgencyId, id).ToListAsync(cancellationToken));
    }

    private IQueryable<Disclosure> Matching(DisclosureFilter filter)
    {
        var all = db.Disclosures.AsNoTracking();
        if (filter.Duty is { } duty)
        {
            all = all.Where(row => db.Fulfilments.Any(fulfilment => fulfilment.DisclosureId == row.Id && fulfilment.ObligationId == duty && fulfilment.ValidTo == null));
        }

        if (string.IsNullOrWhiteSpace(filter.Words))
        {
            return all;
        }

        var pattern = LikePattern.Containing(filter.Words);
        return all.Where(row => EF.Functions.ILike(row.Title, pattern, LikePattern.Escape) || EF.Functions.ILike(row.Address, pattern, LikePattern.Escape));
    }

    private IQueryable<DisclosureRow> Project(IQueryable<Disclosure> rows) => rows.Select(row => new DisclosureRow(
        row.Id, row.Title, row.Address, row.Channel, row.PublishedAt, row.HasTime, row.LoggedAt, row.LoggedByName, row.WithdrawnAt, row.IsSample,
        db.Fulfilments.Count(fulfilment => fulfilment.DisclosureId == row.Id && fulfilment.ValidTo == null)));

    /// <summary>What a disclosure counts, or counted, towards.</summary>
    internal static IQueryable<FulfilledObligation> FulfilledBy(GovDbContext db, Guid agencyId, Guid disclosureId) => (
            from fulfilment in db.Fulfilments
            where fulfilment.AgencyId == agencyId && fulfilment.DisclosureId == disclosureId
            join obligation in db.Obligations
                on new { fulfilment.AgencyId, Id = fulfilment.ObligationId } equals new { obligation.AgencyId, obligation.Id }
            join task in db.Tasks on obligation.TaskId equals task.Id
            join rule in db.TaskRules on obligation.RuleId equals rule.Id
            from trigger in db.TriggerEvents
                .Where(trigger => trigger.AgencyId == obligation.AgencyId && trigger.Id == obligation.TriggerId).DefaultIfEmpty()
            orderby task.Ordinal, obligation.OccurrenceKey
            select new FulfilledObligation(
                obligation.Id, task.Number, task.Title, trigger == null ? null : trigger.Title, rule.Clause, obligation.OccurrenceKey,
                fulfilment.ReportedValue, fulfilment.ValidTo == null))
            .Take(DisclosureRules.MostObligations);
}
