using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>Reads the penalty cases of the agency that is signed in.</summary>
public sealed class CaseQueries(GovDbContext db, ObligationDetailQuery duties)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 30;

    /// <summary>The most rows that leave the portal in one file.</summary>
    public const int MostExported = 10_000;

    /// <summary>A page of the register.</summary>
    /// <param name="filter">Which cases.</param>
    /// <param name="words">Words in number, name or party.</param>
    /// <param name="page">Which page.</param>
    /// <param name="view">The instant of all states.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CasePage> ListAsync(CaseFilter filter, string? words, PageRequest page, ViewInstant view, CancellationToken cancellationToken)
    {
        var rows = Matching(filter, words, view);
        // Forwards is by due instant for what is to do, and against it for what is done.
        var ascending = CaseFilters.IsUrgentFirst(filter) == page.Before is null;
        if ((page.After ?? page.Before) is { } place)
        {
            rows = ascending
                ? rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Obligation.DueAt, row.Obligation.Id), ValueTuple.Create(place.DueAt, place.Id)))
                : rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.Obligation.DueAt, row.Obligation.Id), ValueTuple.Create(place.DueAt, place.Id)));
        }

        rows = ascending
            ? rows.OrderBy(row => row.Obligation.DueAt).ThenBy(row => row.Obligation.Id)
            : rows.OrderByDescending(row => row.Obligation.DueAt).ThenByDescending(row => row.Obligation.Id);
        var found = await Project(rows.Take(PageSize + 1)).ToListAsync(cancellationToken);
        var more = found.Count > PageSize;
        var shown = found.Take(PageSize).ToList();
        if (page.Before is not null)
        {
            shown.Reverse();
        }

        var hasPrevious = page.Before is not null ? more : page.After is not null;
        var hasNext = page.Before is not null || more;
        return new CasePage(
            [.. shown.Select(row => row.Row)],
            hasPrevious && shown.Count > 0 ? new(shown[0].Row.DueAt, shown[0].ObligationId) : null,
            hasNext && shown.Count > 0 ? new(shown[^1].Row.DueAt, shown[^1].ObligationId) : null);
    }

    /// <summary>Every case that the register shows, in its order, up to <see cref="MostExported"/>.</summary>
    public async Task<IReadOnlyList<CaseRow>> AllAsync(CaseFilter filter, string? words, ViewInstant view, CancellationToken cancellationToken)
    {
        var rows = Matching(filter, words, view);
        rows = CaseFilters.IsUrgentFirst(filter)
            ? rows.OrderBy(row => row.Obligation.DueAt).ThenBy(row => row.Obligation.Id)
            : rows.OrderByDescending(row => row.Obligation.DueAt).ThenByDescending(row => row.Obligation.Id);
        return [.. (await Project(rows.Take(MostExported)).ToListAsync(cancellationToken)).Select(row => row.Row)];
    }

    /// <summary>The counts behind the lights, under the same words as the list.</summary>
    public async Task<CaseCounts> CountAsync(string? words, ViewInstant view, CancellationToken cancellationToken)
    {
        // Without words nothing of the decisions themselves is asked.
        var states = string.IsNullOrWhiteSpace(words)
            ? from row in db.PenaltyCases
              join obligation in db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil) on row.ObligationId equals obligation.Id
              select obligation.State
            : Joined(words, view).Select(row => row.Obligation.State);
        var groups = await states.GroupBy(state => state)
            .Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new CaseCounts(
            groups.ToDictionary(group => group.State, group => group.Count),
            await Matching(CaseFilter.Waiting, words, view).CountAsync(cancellationToken));
    }

    /// <summary>One case with all that hangs on it; <see langword="null"/> where the agency has none with this identity.</summary>
    public async Task<CaseDetail?> FindAsync(Guid id, ViewInstant view, CancellationToken cancellationToken)
    {
        var found = await (
            from row in db.PenaltyCases
            where row.Id == id
            join trigger in db.TriggerEvents on row.TriggerId equals trigger.Id
            select new { Case = row, Trigger = trigger, Version = EF.Property<uint>(row, "xmin") }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null || await duties.FindAsync(found.Case.ObligationId, view, cancellationToken) is not { } duty)
        {
            return null;
        }

        var linked = await (
            from row in db.PenaltyCases
            where row.Id == found.Case.CorrectsCaseId || row.CorrectsCaseId == id
            join trigger in db.TriggerEvents on row.TriggerId equals trigger.Id
            orderby trigger.OccurredAt, row.Id
            select new CaseLink(row.Id, trigger.Title, trigger.Reference, row.CorrectionReason)).AsNoTracking().Take(PageSize).ToListAsync(cancellationToken);
        return new CaseDetail
        {
            Case = found.Case,
            Trigger = found.Trigger,
            Version = found.Version,
            Draft = CaseFacts.DraftOf(found.Case, found.Trigger),
            Duty = duty,
            Exemptions = await db.CaseExemptions.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.AskedAt).ThenBy(row => row.Id)
                .Take(PageSize).ToListAsync(cancellationToken),
            Publications = await db.PublishedCases.AsNoTracking().Where(row => row.AgencyId == found.Case.AgencyId && row.CaseId == id)
                .OrderBy(row => row.PublishedAt).ThenBy(row => row.Id).Take(PageSize).ToListAsync(cancellationToken),
            Corrects = linked.Find(row => row.Id == found.Case.CorrectsCaseId),
            CorrectedBy = linked.FindAll(row => row.Id != found.Case.CorrectsCaseId),
        };
    }

    /// <summary>The exemptions of every agency that the reader may see, newest first: all for the municipal office, its own for an agency.</summary>
    /// <remarks>Row security decides whose they are; the first wall is lifted by name.</remarks>
    public async Task<ExemptionPage> ExemptionsAsync(ExemptionCursor? after, CancellationToken cancellationToken)
    {
        var all = db.CaseExemptions.IgnoreQueryFilters([GovDbContext.TenantFilter]).AsNoTracking();
        var asked = after is { } place
            ? all.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.AskedAt, row.Id), ValueTuple.Create(place.AskedAt, place.Id)))
            : all;
        var found = await (
            from exemption in asked.OrderByDescending(row => row.AskedAt).ThenByDescending(row => row.Id).Take(PageSize + 1)
            join row in db.PenaltyCases.IgnoreQueryFilters([GovDbContext.TenantFilter])
                on new { exemption.AgencyId, Id = exemption.CaseId } equals new { row.AgencyId, row.Id }
            join trigger in db.TriggerEvents.IgnoreQueryFilters([GovDbContext.TenantFilter])
                on new { row.AgencyId, Id = row.TriggerId } equals new { trigger.AgencyId, trigger.Id }
            join agency in db.Agencies on row.AgencyId equals agency.Id
            orderby exemption.AskedAt descending, exemption.Id descending
            select new ExemptionRow(
                row.AgencyId, agency.ShortName, agency.EnglishName, row.Id, trigger.Title, trigger.Reference, trigger.OccurredAt,
                exemption.Scope, exemption.Ground, exemption.Reason, exemption.AskedAt, exemption.AskedByName,
                exemption.DecidedAt, exemption.DecidedByName, exemption.Approved, exemption.DecisionNote, exemption.IsSample, exemption.Id))
            .ToListAsync(cancellationToken);
        var shown = found.Take(PageSize).ToList();
        return new ExemptionPage(
            shown, await all.CountAsync(cancellationToken), found.Count > PageSize ? new ExemptionCursor(shown[^1].AskedAt, shown[^1].Id) : null);
    }

    private IQueryable<JoinedCase> Matching(CaseFilter filter, string? words, ViewInstant view)
    {
        var rows = Joined(words, view);
        if (filter == CaseFilter.Waiting)
        {
            return rows.Where(row => row.Obligation.State != ObligationState.Cancelled
                && db.CaseExemptions.Any(exemption => exemption.CaseId == row.Case.Id && exemption.DecidedAt == null));
        }

        if (filter == CaseFilter.All)
        {
            return rows;
        }

        var states = CaseFilters.StatesOf(filter).ToArray();
        rows = rows.Where(row => states.Contains(row.Obligation.State));

        // What is to do has no publication that counts. Said apart from the state, it spares the database the state of everything that is done.
        return filter is CaseFilter.ToDo or CaseFilter.Overdue or CaseFilter.DueSoon or CaseFilter.OnTrack
            ? rows.Where(row => !db.Fulfilments.Any(fulfilment => fulfilment.ObligationId == row.Case.ObligationId
                && fulfilment.ValidFrom < view.KnownBefore && (fulfilment.ValidTo == null || fulfilment.ValidTo >= view.KnownBefore)))
            : rows;
    }

    private IQueryable<JoinedCase> Joined(string? words, ViewInstant view)
    {
        var rows =
            from row in db.PenaltyCases
            join obligation in db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil) on row.ObligationId equals obligation.Id
            join trigger in db.TriggerEvents on row.TriggerId equals trigger.Id
            select new JoinedCase { Case = row, Obligation = obligation, Trigger = trigger };
        if (string.IsNullOrWhiteSpace(words))
        {
            return rows;
        }

        var pattern = LikePattern.Containing(words);
        return rows.Where(row =>
            EF.Functions.ILike(row.Trigger.Title, pattern, LikePattern.Escape) || EF.Functions.ILike(row.Trigger.Reference, pattern, LikePattern.Escape)
            || EF.Functions.ILike(row.Case.PartyName, pattern, LikePattern.Escape));
    }

    private IQueryable<ShownCase> Project(IQueryable<JoinedCase> rows) => rows.Select(row => new ShownCase
    {
        ObligationId = row.Obligation.Id,
        Row = new CaseRow
        {
            Id = row.Case.Id,
            Title = row.Trigger.Title,
            Reference = row.Trigger.Reference,
            PartyName = row.Case.PartyName,
            DecidedAt = row.Trigger.OccurredAt,
            DueAt = row.Obligation.DueAt,
            FulfilledAt = row.Obligation.FulfilledAt,
            State = row.Obligation.State,
            IsSample = row.Trigger.IsSample,
            IsCorrection = row.Case.CorrectsCaseId != null,
            IsWaiting = db.CaseExemptions.Any(exemption => exemption.CaseId == row.Case.Id && exemption.DecidedAt == null),
            IsPartial = db.CaseExemptions.Any(exemption => exemption.CaseId == row.Case.Id && exemption.Approved == true && exemption.Scope == ExemptionScope.Part),
            IsPublic = db.PublishedCases.Any(published => published.AgencyId == row.Case.AgencyId && published.CaseId == row.Case.Id && published.TakenDownAt == null),
            WasTakenDown = db.PublishedCases.Any(published => published.AgencyId == row.Case.AgencyId && published.CaseId == row.Case.Id && published.TakenDownAt != null),
        },
    });

    private sealed class JoinedCase
    {
        public required PenaltyCase Case { get; init; }

        public required ObligationRow Obligation { get; init; }

        public required TriggerEvent Trigger { get; init; }
    }

    private sealed class ShownCase
    {
        public required Guid ObligationId { get; init; }

        public required CaseRow Row { get; init; }
    }
}
