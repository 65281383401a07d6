using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>What narrows the register of agencies.</summary>
/// <param name="Words">Words in a name or in the code.</param>
/// <param name="Kind">The kind of body.</param>
/// <param name="State">Whether it still exists.</param>
public sealed record AgencyFilter(string? Words = null, AgencyKind? Kind = null, AgencyState? State = null);

/// <summary>Whether an agency exists today.</summary>
public enum AgencyState
{
    /// <summary>It exists.</summary>
    Present,

    /// <summary>Its last day is past.</summary>
    Ended,

    /// <summary>It has still to be confirmed that the plan reaches it.</summary>
    ToConfirm,
}

/// <summary>One line of the register.</summary>
public sealed record AgencyLine(
    Guid Id, string Code, string ShortName, string FullName, string EnglishName, AgencyKind Kind, bool ToConfirm, DateOnly? ValidTo, string? ParentName);

/// <summary>One agency as administrators see it.</summary>
/// <param name="Agency">The entry.</param>
/// <param name="Parent">The district above it.</param>
/// <param name="Units">Its sub-units: at most <see cref="AgencyRegisterQueries.MostUnits"/> of them.</param>
/// <param name="UnitCount">How many sub-units it has.</param>
/// <param name="Memberships">Its groups, past ones too.</param>
/// <param name="OtherNames">Its aliases and former names, the newest first.</param>
public sealed record AgencyEntry(
    Agency Agency, AgencyName? Parent, IReadOnlyList<AgencyLine> Units, int UnitCount, IReadOnlyList<MembershipLine> Memberships,
    IReadOnlyList<OtherName> OtherNames)
{
    /// <summary>Names what was seen, so that a form that has grown stale can be told.</summary>
    public string Seen => AgencyRegisterQueries.SeenOf(Agency);
}

/// <summary>A stretch of membership of a group.</summary>
public sealed record MembershipLine(Guid GroupId, string Phrase, string EnglishName, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>An agency to choose.</summary>
public sealed record RegisteredAgency(Guid Id, string Code, string ShortName, string EnglishName, AgencyKind Kind, DateOnly? ValidTo);

/// <summary>Reads the register of agencies for administrators.</summary>
public sealed class AgencyRegisterQueries(GovDbContext db, BeijingClock clock)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 40;

    /// <summary>How many sub-units an agency's page shows.</summary>
    public const int MostUnits = 100;

    /// <summary>How many agencies a choice offers.</summary>
    public const int MostOptions = 1000;

    /// <summary>A page of the register, by code.</summary>
    public async Task<Page<AgencyLine>> ListAsync(AgencyFilter filter, PagePlace place, CancellationToken cancellationToken)
    {
        var all = Narrow(db.Agencies, filter, clock.Today);
        var rows = all;
        if (place.After is { } after)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Code, row.Id), ValueTuple.Create(after, PageExtensions.LastId)));
        }
        else if (place.Before is { } before)
        {
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.Code, row.Id), ValueTuple.Create(before, Guid.Empty)));
        }

        rows = place.Backwards ? rows.OrderByDescending(row => row.Code) : rows.OrderBy(row => row.Code);
        var found = await Lines(rows.Take(PageSize + 1), place.Backwards).ToListAsync(cancellationToken);
        return found.ToPage(PageSize, place, await all.CountAsync(cancellationToken), row => row.Code);
    }

    /// <summary>One agency; <see langword="null"/> where the register has none with this identity.</summary>
    public async Task<AgencyEntry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } agency)
        {
            return null;
        }

        var parent = agency.ParentId is { } parentId ? await new AgencyQueries(db).FindAsync(parentId, cancellationToken) : null;
        var units = db.Agencies.Where(row => row.ParentId == id);
        var memberships = await (
            from member in db.AgencyGroupMembers
            where member.MemberAgencyId == id
            join agencyGroup in db.AgencyGroups on member.GroupId equals agencyGroup.Id
            orderby member.ValidFrom descending, agencyGroup.Phrase
            select new MembershipLine(agencyGroup.Id, agencyGroup.Phrase, agencyGroup.EnglishName, member.ValidFrom, member.ValidTo))
            .Take(MostUnits).ToListAsync(cancellationToken);
        return new AgencyEntry(
            agency,
            parent,
            await Lines(units.OrderBy(row => row.Code).Take(MostUnits), backwards: false).ToListAsync(cancellationToken),
            await units.CountAsync(cancellationToken),
            memberships,
            await db.OtherNames.AsNoTracking().Where(row => row.NamedAgencyId == id)
                .OrderByDescending(row => row.ValidTo ?? DateOnly.MaxValue).ThenByDescending(row => row.ValidFrom).ThenBy(row => row.Name)
                .Take(MostUnits).ToListAsync(cancellationToken));
    }

    /// <summary>How many agencies exist, and how many must still be confirmed.</summary>
    public async Task<(int Present, int ToConfirm)> CountAsync(CancellationToken cancellationToken) => (
        await Narrow(db.Agencies, new AgencyFilter(State: AgencyState.Present), clock.Today).CountAsync(cancellationToken),
        await Narrow(db.Agencies, new AgencyFilter(State: AgencyState.ToConfirm), clock.Today).CountAsync(cancellationToken));

    /// <summary>The agencies to choose from, those that have ended too: the past can be asked about.</summary>
    public async Task<IReadOnlyList<RegisteredAgency>> OptionsAsync(CancellationToken cancellationToken) =>
        await db.Agencies.OrderBy(row => row.Kind).ThenBy(row => row.Code).Take(MostOptions)
            .Select(row => new RegisteredAgency(row.Id, row.Code, row.ShortName, row.EnglishName, row.Kind, row.ValidTo)).ToListAsync(cancellationToken);

    /// <summary>The names of agencies, by identity.</summary>
    public async Task<IReadOnlyDictionary<Guid, AgencyName>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return await db.Agencies.Where(row => wanted.Contains(row.Id))
            .Select(row => new AgencyName(row.Id, row.ShortName, row.FullName, row.EnglishName)).ToDictionaryAsync(row => row.Id, cancellationToken);
    }

    internal static string SeenOf(Agency agency) => SeenOf(
        agency.ShortName, agency.FullName, agency.EnglishName, agency.ToConfirm, agency.ValidTo?.ToString("O", CultureInfo.InvariantCulture));

    internal static string SeenOf(params object?[] shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', shown))))[..16];

    private static IQueryable<Agency> Narrow(IQueryable<Agency> agencies, AgencyFilter filter, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var pattern = LikePattern.Containing(filter.Words);
            agencies = agencies.Where(row => EF.Functions.ILike(row.ShortName, pattern, LikePattern.Escape)
                || EF.Functions.ILike(row.FullName, pattern, LikePattern.Escape)
                || EF.Functions.ILike(row.EnglishName, pattern, LikePattern.Escape)
                || EF.Functions.ILike(row.Code, pattern, LikePattern.Escape));
        }

        if (filter.Kind is { } kind)
        {
            agencies = agencies.Where(row => row.Kind == kind);
        }

        return filter.State switch
        {
            AgencyState.Present => agencies.Where(row => row.ValidTo == null || row.ValidTo >= today),
            AgencyState.Ended => agencies.Where(row => row.ValidTo < today),
            AgencyState.ToConfirm => agencies.Where(row => row.ToConfirm),
            _ => agencies,
        };
    }

    private IQueryable<AgencyLine> Lines(IQueryable<Agency> rows, bool backwards)
    {
        var lines =
            from row in rows
            join above in db.Agencies on row.ParentId equals above.Id into parents
            from parent in parents.DefaultIfEmpty()
            select new { row, Parent = parent == null ? null : parent.ShortName };
        var ordered = backwards ? lines.OrderByDescending(line => line.row.Code) : lines.OrderBy(line => line.row.Code);
        return ordered.Select(line => new AgencyLine(
            line.row.Id, line.row.Code, line.row.ShortName, line.row.FullName, line.row.EnglishName, line.row.Kind, line.row.ToConfirm, line.row.ValidTo, line.Parent));
    }
}
