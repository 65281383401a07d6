using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>What the public list of cases is narrowed to; each member that is <see langword="null"/> narrows nothing.</summary>
public sealed record PublicCaseFilter(string? AgencyCode = null, string? Words = null, DateOnly? DecidedFrom = null, DateOnly? DecidedTo = null);

/// <summary>A place in the public list, newest publication first.</summary>
public readonly record struct PublicCaseCursor(DateTimeOffset PublishedAt, Guid Id);

/// <summary>One line of the public list.</summary>
public sealed record PublicCaseRow(
    Guid Id, string Title, string Reference, string PartyName, DateOnly DecidedOn, DateTimeOffset PublishedAt, string AgencyName, string AgencyEnglishName, bool IsSample);

/// <summary>A page of the public list.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Counted">How many there are, counted up to <see cref="PublicCaseQueries.MostCounted"/>.</param>
/// <param name="Previous">The place before which the previous page ends.</param>
/// <param name="Next">The place after which the next page begins.</param>
public sealed record PublicCasePage(IReadOnlyList<PublicCaseRow> Rows, int Counted, PublicCaseCursor? Previous, PublicCaseCursor? Next);

/// <summary>A published case as its page shows it, with those that it is linked with.</summary>
public sealed record PublicCase(
    PublishedCase Case, string AgencyName, string AgencyEnglishName, CaseLink? Corrects, IReadOnlyList<CaseLink> CorrectedBy)
{
    /// <summary>The words of it.</summary>
    public CaseCopy Copy => PublishedCopies.CopyOf(Case);
}

/// <summary>An agency to choose from.</summary>
public sealed record AgencyChoice(string Code, string Name, string EnglishName);

/// <summary>Reads the cases that are published: the same for everybody, whoever is signed in.</summary>
public sealed class PublicCaseQueries(GovDbContext db)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 30;

    /// <summary>How far is counted: beyond it "more than" is exact enough, and the count stays cheap.</summary>
    public const int MostCounted = 1000;

    // A case that its own agency has taken down would pass the filter of the context.
    private IQueryable<PublishedCase> Public => db.PublishedCases.AsNoTracking().Where(row => row.TakenDownAt == null);

    /// <summary>A page of the list, newest publication first.</summary>
    public async Task<PublicCasePage> ListAsync(
        PublicCaseFilter filter, PublicCaseCursor? after, PublicCaseCursor? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var all = Narrowed(filter);
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
        var found = await rows.Take(PageSize + 1).Join(db.Agencies, row => row.AgencyId, agency => agency.Id, (row, agency) => new PublicCaseRow(
            row.Id, row.Title, row.Reference, row.PartyName, row.DecidedOn, row.PublishedAt, agency.ShortName, agency.EnglishName, row.IsSample)).ToListAsync(cancellationToken);
        var more = found.Count > PageSize;
        var sorted = found.OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Id).ToList();
        var shown = backwards && more ? sorted[1..] : sorted.Take(PageSize).ToList();
        var hasPrevious = backwards ? more : after is not null;
        var hasNext = backwards || more;
        return new PublicCasePage(
            shown,
            await all.Take(MostCounted + 1).CountAsync(cancellationToken),
            hasPrevious && shown.Count > 0 ? new(shown[0].PublishedAt, shown[0].Id) : null,
            hasNext && shown.Count > 0 ? new(shown[^1].PublishedAt, shown[^1].Id) : null);
    }

    /// <summary>The agencies that have published any case.</summary>
    public async Task<IReadOnlyList<AgencyChoice>> AgenciesAsync(CancellationToken cancellationToken) =>
        await db.Agencies.Where(agency => Public.Any(row => row.AgencyId == agency.Id)).OrderBy(agency => agency.Code)
            .Select(agency => new AgencyChoice(agency.Code, agency.ShortName, agency.EnglishName)).ToListAsync(cancellationToken);

    /// <summary>A published case; <see langword="null"/> where there is none, or none any more.</summary>
    public async Task<PublicCase?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from row in Public
            where row.Id == id
            join agency in db.Agencies on row.AgencyId equals agency.Id
            select new { Case = row, agency.ShortName, agency.EnglishName }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var linked = await Public
            .Where(row => row.AgencyId == found.Case.AgencyId && (row.CaseId == found.Case.CorrectsCaseId || row.CorrectsCaseId == found.Case.CaseId))
            .OrderBy(row => row.DecidedOn).ThenBy(row => row.Id).Take(PageSize)
            .Select(row => new { Link = new CaseLink(row.Id, row.Title, row.Reference, null), IsEarlier = row.CaseId == found.Case.CorrectsCaseId })
            .ToListAsync(cancellationToken);
        return new PublicCase(
            found.Case, found.ShortName, found.EnglishName,
            linked.Find(row => row.IsEarlier)?.Link, [.. linked.Where(row => !row.IsEarlier).Select(row => row.Link)]);
    }

    /// <summary>When the case at this address was taken down; <see langword="null"/> where none was.</summary>
    public async Task<DateTimeOffset?> TakenDownAtAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<DateTimeOffset?>($"""SELECT gov.case_taken_down_at({id}) AS "Value" """).SingleAsync(cancellationToken);

    private IQueryable<PublishedCase> Narrowed(PublicCaseFilter filter)
    {
        var rows = Public;
        if (filter.AgencyCode is { } code)
        {
            rows = rows.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == code));
        }

        if (filter.DecidedFrom is { } from)
        {
            rows = rows.Where(row => row.DecidedOn >= from);
        }

        if (filter.DecidedTo is { } to)
        {
            rows = rows.Where(row => row.DecidedOn <= to);
        }

        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var pattern = LikePattern.Containing(filter.Words);
            rows = rows.Where(row => EF.Functions.ILike(row.Title, pattern, LikePattern.Escape) || EF.Functions.ILike(row.PartyName, pattern, LikePattern.Escape)
                || EF.Functions.ILike(row.Reference, pattern, LikePattern.Escape));
        }

        return rows;
    }
}
