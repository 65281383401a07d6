using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Districts;

/// <summary>How one sub-unit stands with what it was passed.</summary>
public sealed record UnitStanding(SubUnit Unit, DutyCounts Counts);

/// <summary>One line of the list of parts: whose it is, what it is about, and both dates.</summary>
public sealed record PartRow
{
    public required Guid Id { get; init; }

    /// <summary>The district's own duty.</summary>
    public required Guid WholeId { get; init; }

    public required string UnitShortName { get; init; }

    public required string UnitEnglishName { get; init; }

    public required string TaskNumber { get; init; }

    public required string TaskTitle { get; init; }

    public required string Clause { get; init; }

    public required string? TriggerTitle { get; init; }

    public required string OccurrenceKey { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset WholeDueAt { get; init; }

    public required int RequiredCount { get; init; }

    public required int PublishedCount { get; init; }

    public required DateTimeOffset? FulfilledAt { get; init; }

    public required ObligationState State { get; init; }
}

/// <summary>A page of parts.</summary>
public sealed record PartPage(IReadOnlyList<PartRow> Rows, ObligationCursor? Previous, ObligationCursor? Next);

/// <summary>
/// Reads the sub-units of the district that is signed in. The tenant's filter is lifted by name, and each query names the district as the
/// parent and as the one who passed the duty down; row security lets a district read its own sub-units' rows and nobody else's.
/// </summary>
public sealed class SubUnitQueries(GovDbContext db)
{
    /// <summary>How many rows a page of the list has.</summary>
    public const int PageSize = 30;

    /// <summary>The most rows that leave the portal in one file.</summary>
    public const int MostExported = 10_000;

    /// <summary>How many of the disclosures of one part are listed beside it.</summary>
    public const int MostDisclosures = 10;

    private Guid District => db.Scope.RequiredAgencyId;

    /// <summary>The district's sub-units by name, those that no longer exist last.</summary>
    /// <param name="today">The Beijing date on which they are to exist.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<SubUnit>> AllAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var units = await Units.OrderBy(unit => unit.Code)
            .Select(unit => new SubUnit(
                unit.Id, unit.Code, unit.ShortName, unit.EnglishName,
                (unit.ValidFrom == null || unit.ValidFrom <= today) && (unit.ValidTo == null || unit.ValidTo >= today)))
            .ToListAsync(cancellationToken);
        return [.. units.OrderByDescending(unit => unit.Exists)];
    }

    /// <summary>Each sub-unit with the counts of its parts by state.</summary>
    public async Task<IReadOnlyList<UnitStanding>> OverviewAsync(DateOnly today, ViewInstant view, CancellationToken cancellationToken)
    {
        var groups = await Parts(view).GroupBy(row => new { row.Part.AgencyId, row.Part.State })
            .Select(group => new { group.Key.AgencyId, group.Key.State, Count = group.Count() })
            .IgnoreQueryFilters([GovDbContext.TenantFilter]).ToListAsync(cancellationToken);
        var byUnit = groups.ToLookup(group => group.AgencyId);
        return [.. (await AllAsync(today, cancellationToken))
            .Where(unit => unit.Exists || byUnit.Contains(unit.Id))
            .Select(unit => new UnitStanding(unit, new DutyCounts(byUnit[unit.Id].ToDictionary(group => group.State, group => group.Count), null, null)))];
    }

    /// <summary>A page of the parts, by due instant, so that what is late comes first.</summary>
    /// <param name="unit">The code of one sub-unit; all where <see langword="null"/>.</param>
    /// <param name="state">The states.</param>
    /// <param name="page">Which page.</param>
    /// <param name="view">The instant asked about.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PartPage> ListAsync(string? unit, StateFilter state, PageRequest page, ViewInstant view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var rows = Parts(unit, state, view);
        if (page.After is { } after)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Part.DueAt, row.Part.Id), ValueTuple.Create(after.DueAt, after.Id)));
        }
        else if (page.Before is { } before)
        {
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.Part.DueAt, row.Part.Id), ValueTuple.Create(before.DueAt, before.Id)));
        }

        var backwards = page.After is null && page.Before is not null;
        rows = backwards
            ? rows.OrderByDescending(row => row.Part.DueAt).ThenByDescending(row => row.Part.Id)
            : rows.OrderBy(row => row.Part.DueAt).ThenBy(row => row.Part.Id);
        var found = await Project(rows.Take(PageSize + 1)).IgnoreQueryFilters([GovDbContext.TenantFilter]).ToListAsync(cancellationToken);
        var more = found.Count > PageSize;
        var shown = found.Take(PageSize).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var hasPrevious = backwards ? more : page.After is not null;
        var hasNext = backwards || more;
        return new PartPage(
            shown,
            hasPrevious && shown.Count > 0 ? new(shown[0].DueAt, shown[0].Id) : null,
            hasNext && shown.Count > 0 ? new(shown[^1].DueAt, shown[^1].Id) : null);
    }

    /// <summary>Every part that a list shows, in its order, up to <see cref="MostExported"/>.</summary>
    public async Task<IReadOnlyList<PartRow>> ListAllAsync(string? unit, StateFilter state, ViewInstant view, CancellationToken cancellationToken) =>
        await Project(Parts(unit, state, view).OrderBy(row => row.Part.DueAt).ThenBy(row => row.Part.Id).Take(MostExported))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).IgnoreQueryFilters([GovDbContext.TenantFilter]).ToListAsync(cancellationToken);

    /// <summary>How one of the district's duties was passed down; <see langword="null"/> where it was not.</summary>
    public async Task<PassedDuty?> FindAsync(Guid obligationId, ViewInstant view, CancellationToken cancellationToken)
    {
        var pass = await db.DutyPasses.AsNoTracking().SingleOrDefaultAsync(row => row.ObligationId == obligationId, cancellationToken);
        if (pass is null)
        {
            return null;
        }

        var parts = await (
            from part in db.DutyParts
            where part.AgencyId == District && part.ObligationId == obligationId && part.TakenBackAt == null
            join unit in Units on part.SubUnitId equals unit.Id
            join state in db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
                on new { AgencyId = part.SubUnitId, Id = part.PartObligationId } equals new { state.AgencyId, state.Id }
            select new { Part = part, unit.ShortName, unit.EnglishName, State = state })
            .IgnoreQueryFilters([GovDbContext.TenantFilter]).AsNoTracking().ToListAsync(cancellationToken);
        var disclosures = await DisclosuresAsync([.. parts.Select(row => row.Part.PartObligationId)], cancellationToken);
        var counts = await Counting([.. parts.Select(row => row.Part.PartObligationId)]).GroupBy(row => row.ObligationId)
            .Select(group => new { group.Key, Count = group.Count() }).IgnoreQueryFilters([GovDbContext.TenantFilter])
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new PassedDuty(pass.RollUp, pass.Note, [.. parts
            .Select(row => new PartState(
                row.Part.SubUnitId, row.ShortName, row.EnglishName, row.Part.IsChosen, row.Part.PassedAt, row.State.DueAt, row.State.State,
                row.State.FulfilledAt, row.State.PublishedCount, row.State.RequiredCount, [.. disclosures[row.State.Id]],
                counts.GetValueOrDefault(row.State.Id)))
            .OrderBy(part => RankOf(part.State)).ThenBy(part => part.DueAt).ThenBy(part => part.ShortName, StringComparer.Ordinal)]);
    }

    private IQueryable<Agency> Units => db.Agencies.Where(unit => unit.ParentId == District);

    private IQueryable<Joined> Parts(string? unit, StateFilter state, ViewInstant view)
    {
        var states = StateFilters.StatesOf(state).ToArray();
        return Parts(view).Where(row => states.Contains(row.Part.State) && (unit == null || row.Unit.Code == unit));
    }

    private IQueryable<Joined> Parts(ViewInstant view) =>
        from part in db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
        join unit in Units on part.AgencyId equals unit.Id
        join made in db.Obligations on new { part.AgencyId, part.Id } equals new { made.AgencyId, made.Id }
        where made.PassedByAgencyId == District
        join whole in db.Obligations.Where(row => row.AgencyId == District) on made.PassedObligationId equals whole.Id
        select new Joined { Part = part, Unit = unit, Whole = whole };

    private IQueryable<PartRow> Project(IQueryable<Joined> rows) =>
        from row in rows
        join task in db.Tasks on row.Part.TaskId equals task.Id
        join rule in db.TaskRules on row.Part.RuleId equals rule.Id
        join standing in db.ObligationStandings.Where(found => found.AgencyId == District && found.ValidTo == null) on row.Whole.Id equals standing.ObligationId
        from trigger in db.TriggerEvents.Where(found => found.AgencyId == District && found.Id == row.Whole.TriggerId).DefaultIfEmpty()
        select new PartRow
        {
            Id = row.Part.Id,
            WholeId = row.Whole.Id,
            UnitShortName = row.Unit.ShortName,
            UnitEnglishName = row.Unit.EnglishName,
            TaskNumber = task.Number,
            TaskTitle = task.Title,
            Clause = rule.Clause,
            TriggerTitle = trigger == null ? null : trigger.Title,
            OccurrenceKey = row.Part.OccurrenceKey,
            DueAt = row.Part.DueAt,
            WholeDueAt = standing.DueAt,
            RequiredCount = row.Part.RequiredCount,
            PublishedCount = row.Part.PublishedCount,
            FulfilledAt = row.Part.FulfilledAt,
            State = row.Part.State,
        };

    private async Task<ILookup<Guid, PartDisclosure>> DisclosuresAsync(Guid[] partIds, CancellationToken cancellationToken)
    {
        var rows = await (
            from part in Counting(partIds).Select(row => new { row.AgencyId, row.ObligationId }).Distinct()
            from published in (
                from fulfilment in db.Fulfilments
                where fulfilment.AgencyId == part.AgencyId && fulfilment.ObligationId == part.ObligationId && fulfilment.ValidTo == null
                join disclosure in db.Disclosures on new { fulfilment.AgencyId, Id = fulfilment.DisclosureId } equals new { disclosure.AgencyId, disclosure.Id }
                orderby disclosure.PublishedAt descending, disclosure.Id descending
                select disclosure).Take(MostDisclosures)
            orderby published.PublishedAt, published.Id
            select new { part.ObligationId, Published = new PartDisclosure(published.Title, published.Address, published.PublishedAt, published.HasTime, published.IsSample) })
            .IgnoreQueryFilters([GovDbContext.TenantFilter]).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.ObligationId, row => row.Published);
    }

    private IQueryable<Fulfilment> Counting(Guid[] partIds) =>
        db.Fulfilments.Where(row => partIds.Contains(row.ObligationId) && row.ValidTo == null && Units.Any(unit => unit.Id == row.AgencyId));

    // What is late comes first, then what is next, then what is done.
    private static int RankOf(ObligationState state) => state switch
    {
        ObligationState.Overdue => 0,
        ObligationState.DueSoon => 1,
        ObligationState.Upcoming or ObligationState.Extended => 2,
        ObligationState.FulfilledLate => 3,
        _ => 4,
    };

    private sealed class Joined
    {
        public required ObligationRow Part { get; init; }

        public required Agency Unit { get; init; }

        public required Obligation Whole { get; init; }
    }
}
