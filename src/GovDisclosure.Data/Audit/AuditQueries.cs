using System.Globalization;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Audit;

/// <summary>What narrows the audit trail.</summary>
/// <param name="AgencyId">The agency that it concerns.</param>
/// <param name="Person">Words in the name of who acted.</param>
/// <param name="Action">What was done, or how its name begins: <c>person.</c>.</param>
/// <param name="From">The first Beijing date.</param>
/// <param name="To">The last Beijing date.</param>
/// <param name="Words">Words in the network address or in details that an administrator may read.</param>
public sealed record AuditFilter(
    Guid? AgencyId = null, string? Person = null, string? Action = null, DateOnly? From = null, DateOnly? To = null, string? Words = null);

/// <summary>One line of the audit trail.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="At">When.</param>
/// <param name="AgencyId">The agency that it concerns.</param>
/// <param name="ActorName">Who; empty where nobody was signed in or the portal acted.</param>
/// <param name="RemoteAddress">From where.</param>
/// <param name="Action">What.</param>
/// <param name="SubjectId">To which row or person.</param>
/// <param name="Details">Old and new values as JSON; <see langword="null"/> where they are an agency's own.</param>
public sealed record AuditLine(
    Guid Id, DateTimeOffset At, Guid? AgencyId, string ActorName, string? RemoteAddress, string Action, Guid? SubjectId, string? Details);

/// <summary>
/// Reads the whole audit trail for administrators: what agencies and administrators did, and what happened to accounts, in one order of time.
/// The two halves lie with the two logins that write them.
/// </summary>
public sealed class AuditQueries(GovDbContext db, AccountsDbContext accounts)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 50;

    /// <summary>How many lines are counted, and at most exported.</summary>
    public const int Most = 10_000;

    /// <summary>A page of the trail, newest first. <see cref="Page{T}.Total"/> stops at <see cref="Most"/> and one.</summary>
    public async Task<Page<AuditLine>> ListAsync(AuditFilter filter, PagePlace place, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(filter, place, PageSize + 1, cancellationToken);
        var total = await Gov(filter).Take(Most + 1).CountAsync(cancellationToken) + await Accounts(filter).Take(Most + 1).CountAsync(cancellationToken);
        return found.ToPage(PageSize, place, Math.Min(total, Most + 1), PlaceOf);
    }

    /// <summary>The newest lines, at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<AuditLine>> ExportAsync(AuditFilter filter, CancellationToken cancellationToken) =>
        await ReadAsync(filter, default, Most, cancellationToken);

    /// <summary>The last acts of administrators.</summary>
    public async Task<IReadOnlyList<AuditLine>> LastChangesAsync(int count, CancellationToken cancellationToken)
    {
        var administrative = await ReadAsync(Gov(new AuditFilter(Action: AuditActions.Prefix)), default, count, cancellationToken);
        var people = await ReadAsync(Accounts(new AuditFilter(Action: "person.")), default, count, cancellationToken);
        return [.. administrative.Concat(people).OrderByDescending(row => row.At).ThenByDescending(row => row.Id, DatabaseOrder.Instance).Take(count)];
    }

    private async Task<List<AuditLine>> ReadAsync(AuditFilter filter, PagePlace place, int count, CancellationToken cancellationToken)
    {
        var both = (await ReadAsync(Gov(filter), place, count, cancellationToken)).Concat(await ReadAsync(Accounts(filter), place, count, cancellationToken));
        var ordered = place.Backwards
            ? both.OrderBy(row => row.At).ThenBy(row => row.Id, DatabaseOrder.Instance)
            : both.OrderByDescending(row => row.At).ThenByDescending(row => row.Id, DatabaseOrder.Instance);
        return [.. ordered.Take(count)];
    }

    private static Task<List<AuditLine>> ReadAsync(IQueryable<Row> lines, PagePlace place, int count, CancellationToken cancellationToken)
    {
        if (ReadPlace(place.After) is var (after, afterId))
        {
            lines = lines.Where(row => row.At < after || (row.At == after && row.Id.CompareTo(afterId) < 0));
        }
        else if (ReadPlace(place.Before) is var (before, beforeId))
        {
            lines = lines.Where(row => row.At > before || (row.At == before && row.Id.CompareTo(beforeId) > 0));
        }

        var ordered = place.Backwards
            ? lines.OrderBy(row => row.At).ThenBy(row => row.Id)
            : lines.OrderByDescending(row => row.At).ThenByDescending(row => row.Id);
        return ordered.Take(count).Select(row => new AuditLine(
            row.Id, row.At, row.AgencyId, row.ActorName, row.RemoteAddress, row.Action, row.SubjectId, row.Details)).ToListAsync(cancellationToken);
    }

    // Row security lets only an administrator's login see more than one agency's entries.
    private IQueryable<Row> Gov(AuditFilter filter) => Narrow(
        from row in db.AuditEntries.IgnoreQueryFilters([GovDbContext.TenantFilter])
        join readable in db.AdministrativeAudit() on row.Id equals readable.Id into administrative
        from details in administrative.DefaultIfEmpty()
        select new Row
        {
            Id = row.Id,
            At = row.At,
            AgencyId = row.AgencyId,
            ActorName = row.ActorName,
            RemoteAddress = row.RemoteAddress,
            Action = row.Action,
            SubjectId = row.SubjectId,
            Details = details == null ? null : details.Details,
        },
        filter);

    private IQueryable<Row> Accounts(AuditFilter filter) => Narrow(
        accounts.Events.AsNoTracking().Select(row => new Row
        {
            Id = row.Id,
            At = row.At,
            AgencyId = row.AgencyId,
            ActorName = row.ActorName,
            RemoteAddress = row.RemoteAddress,
            Action = row.Action,
            SubjectId = row.SubjectId,
            Details = row.Details,
        }),
        filter);

    private static IQueryable<Row> Narrow(IQueryable<Row> lines, AuditFilter filter)
    {
        if (filter.AgencyId is { } agencyId)
        {
            lines = lines.Where(row => row.AgencyId == agencyId);
        }

        if (filter.Person is { Length: > 0 } person)
        {
            var pattern = LikePattern.Containing(person);
            lines = lines.Where(row => EF.Functions.ILike(row.ActorName, pattern, LikePattern.Escape));
        }

        if (filter.Action is { Length: > 0 } action)
        {
            lines = action.EndsWith('.') ? lines.Where(row => row.Action.StartsWith(action)) : lines.Where(row => row.Action == action);
        }

        if (filter.From is { } from)
        {
            var start = BeijingTime.StartOf(from);
            lines = lines.Where(row => row.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = BeijingTime.EndOf(to);
            lines = lines.Where(row => row.At < end);
        }

        if (filter.Words is { Length: > 0 } words)
        {
            var pattern = LikePattern.Containing(words);
            lines = lines.Where(row => EF.Functions.ILike(row.RemoteAddress!, pattern, LikePattern.Escape)
                || EF.Functions.ILike(row.Details!, pattern, LikePattern.Escape));
        }

        return lines;
    }

    private static string PlaceOf(AuditLine row) => string.Create(CultureInfo.InvariantCulture, $"{row.At.UtcTicks}-{row.Id:N}");

    private static (DateTimeOffset At, Guid Id)? ReadPlace(string? word) =>
        word?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var identity)
            ? (new DateTimeOffset(at, TimeSpan.Zero), identity)
            : null;

    /// <summary>An entry of either half, before it is read.</summary>
    private sealed class Row
    {
        public Guid Id { get; init; }

        public DateTimeOffset At { get; init; }

        public Guid? AgencyId { get; init; }

        public string ActorName { get; init; } = "";

        public string? RemoteAddress { get; init; }

        public string Action { get; init; } = "";

        public Guid? SubjectId { get; init; }

        public string? Details { get; init; }
    }

    /// <summary>Identities in the order of PostgreSQL: byte by byte, as their text reads.</summary>
    private sealed class DatabaseOrder : IComparer<Guid>
    {
        public static readonly DatabaseOrder Instance = new();

        public int Compare(Guid x, Guid y) => string.CompareOrdinal(x.ToString("N"), y.ToString("N"));
    }
}
