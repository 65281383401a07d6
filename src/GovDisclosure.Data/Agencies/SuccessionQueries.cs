using System.Globalization;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>One succession of the list.</summary>
public sealed record SuccessionLine(
    Guid Id, string PredecessorName, Guid? PredecessorId, string SuccessorName, Guid? SuccessorId, DateOnly EffectiveFrom, SuccessionState State, string? PredecessorEnglish, string? SuccessorEnglish);

/// <summary>A succession with those that are carried out together with it.</summary>
/// <param name="Succession">The entry.</param>
/// <param name="Reform">Everything with the same successor and day that is not withdrawn, itself among it, by name.</param>
/// <param name="State">How it stands today.</param>
/// <param name="SuccessorKind">What kind of body its predecessor is, to enter the successor alike; <see langword="null"/> where the register has neither.</param>
public sealed record SuccessionEntry(AgencySuccession Succession, IReadOnlyList<AgencySuccession> Reform, SuccessionState State, AgencyKind? SuccessorKind);

/// <summary>What would pass of one predecessor.</summary>
public sealed record SuccessionReachRow(Guid PredecessorId, int Duties, int Shared, int Triggers, int Cases, int Requests);

/// <summary>Reads which agencies take the place of which, for administrators.</summary>
public sealed class SuccessionQueries(GovDbContext db, BeijingClock clock)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 40;

    /// <summary>A page of the successions, the earliest first; those withdrawn only where they are asked for.</summary>
    public async Task<Page<SuccessionLine>> ListAsync(SuccessionState? state, PagePlace place, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var all = Narrow(db.AgencySuccessions, state, today);
        var rows = all;
        if (ReadPlace(place.After) is var (after, afterId))
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.EffectiveFrom, row.Id), ValueTuple.Create(after, afterId)));
        }
        else if (ReadPlace(place.Before) is var (before, beforeId))
        {
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.EffectiveFrom, row.Id), ValueTuple.Create(before, beforeId)));
        }

        rows = place.Backwards
            ? rows.OrderByDescending(row => row.EffectiveFrom).ThenByDescending(row => row.Id)
            : rows.OrderBy(row => row.EffectiveFrom).ThenBy(row => row.Id);
        var found = await (
            from row in rows.Take(PageSize + 1)
            from old in db.Agencies.Where(agency => agency.Id == row.PredecessorId).DefaultIfEmpty()
            from next in db.Agencies.Where(agency => agency.Id == row.SuccessorId).DefaultIfEmpty()
            select new
            {
                row,
                Old = old == null ? null : old.EnglishName,
                OldName = old == null ? row.PredecessorName : old.ShortName,
                Next = next == null ? null : next.EnglishName,
                NextName = next == null ? row.SuccessorName : next.ShortName,
            }).AsNoTracking().ToListAsync(cancellationToken);
        var ordered = place.Backwards
            ? found.OrderByDescending(line => line.row.EffectiveFrom).ThenByDescending(line => line.row.Id)
            : found.OrderBy(line => line.row.EffectiveFrom).ThenBy(line => line.row.Id);
        return ordered.Select(line => new SuccessionLine(
            line.row.Id, line.OldName, line.row.PredecessorId, line.NextName, line.row.SuccessorId, line.row.EffectiveFrom, line.row.StateOn(today), line.Old, line.Next))
            .ToList().ToPage(PageSize, place, await all.CountAsync(cancellationToken), WritePlace);
    }

    /// <summary>How many are due.</summary>
    public Task<int> CountDueAsync(CancellationToken cancellationToken) => Narrow(db.AgencySuccessions, SuccessionState.Due, clock.Today).CountAsync(cancellationToken);

    /// <summary>One succession; <see langword="null"/> where there is none with this identity.</summary>
    public async Task<SuccessionEntry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.AgencySuccessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } succession)
        {
            return null;
        }

        var reform = await db.AgencySuccessions.AsNoTracking()
            .Where(row => row.SuccessorName == succession.SuccessorName && row.EffectiveFrom == succession.EffectiveFrom && row.WithdrawnAt == null)
            .OrderBy(row => row.PredecessorName).Take(PageSize).ToListAsync(cancellationToken);
        var kind = await db.Agencies.Where(row => row.Id == succession.PredecessorId).Select(row => (AgencyKind?)row.Kind).SingleOrDefaultAsync(cancellationToken);
        return new SuccessionEntry(succession, reform, succession.StateOn(clock.Today), kind);
    }

    /// <summary>What would pass if a succession were carried out now: counts of each predecessor.</summary>
    public async Task<IReadOnlyDictionary<Guid, SuccessionReachRow>> ReachAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<SuccessionReachRow>($"SELECT * FROM gov.succession_reach({id})")
            .ToDictionaryAsync(row => row.PredecessorId, cancellationToken);

    /// <summary>What stands before and after an agency, the earliest first.</summary>
    public async Task<IReadOnlyList<AgencySuccession>> OfAsync(Guid agencyId, CancellationToken cancellationToken) =>
        await db.AgencySuccessions.AsNoTracking().Where(row => (row.PredecessorId == agencyId || row.SuccessorId == agencyId) && row.WithdrawnAt == null)
            .OrderBy(row => row.EffectiveFrom).ThenBy(row => row.Id).Take(PageSize).ToListAsync(cancellationToken);

    /// <summary>Who takes the place of agencies, by the agency.</summary>
    public async Task<IReadOnlyDictionary<Guid, AgencySuccession>> NextOfAsync(IEnumerable<Guid> agencies, CancellationToken cancellationToken)
    {
        var ids = agencies.Distinct().ToArray();
        return await db.AgencySuccessions.AsNoTracking().Where(row => row.WithdrawnAt == null && row.PredecessorId != null && ids.Contains(row.PredecessorId.Value))
            .ToDictionaryAsync(row => row.PredecessorId!.Value, cancellationToken);
    }

    private static IQueryable<AgencySuccession> Narrow(IQueryable<AgencySuccession> rows, SuccessionState? state, DateOnly today) => state switch
    {
        SuccessionState.Announced => rows.Where(row => row.CarriedOutAt == null && row.WithdrawnAt == null && row.EffectiveFrom > today),
        SuccessionState.Due => rows.Where(row => row.CarriedOutAt == null && row.WithdrawnAt == null && row.EffectiveFrom <= today),
        SuccessionState.CarriedOut => rows.Where(row => row.CarriedOutAt != null),
        SuccessionState.Withdrawn => rows.Where(row => row.WithdrawnAt != null),
        _ => rows.Where(row => row.WithdrawnAt == null),
    };

    private static string WritePlace(SuccessionLine row) => string.Create(CultureInfo.InvariantCulture, $"{row.EffectiveFrom:yyyy-MM-dd}~{row.Id}");

    private static (DateOnly Day, Guid Id)? ReadPlace(string? word) =>
        word?.Split('~') is [var day, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && Guid.TryParse(id, out var last)
            ? (from, last)
            : null;
}
