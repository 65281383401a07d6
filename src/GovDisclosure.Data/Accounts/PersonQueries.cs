using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Accounts;

/// <summary>What narrows the list of people.</summary>
/// <param name="Words">Words in the name or the sign-in name.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="Role">A role that the person holds.</param>
/// <param name="State">Whether the person can sign in.</param>
public sealed record PersonFilter(string? Words = null, Guid? AgencyId = null, string? Role = null, PersonState? State = null);

/// <summary>Whether a person can sign in.</summary>
public enum PersonState
{
    /// <summary>Yes.</summary>
    Active,

    /// <summary>Not before a password is set by a one-time link.</summary>
    Waiting,

    /// <summary>Not for some minutes, after wrong passwords.</summary>
    Locked,

    /// <summary>No: an administrator said so.</summary>
    Deactivated,
}

/// <summary>One person of the list.</summary>
public sealed record PersonLine(
    Guid Id, string UserName, string DisplayName, Guid AgencyId, IReadOnlyList<string> Roles, bool IsActive, bool HasPassword, DateTimeOffset? LockedUntil, bool IsSample)
{
    /// <summary>Whether the person can sign in.</summary>
    /// <param name="now">The real time, by which lock-outs run.</param>
    public PersonState StateAt(DateTimeOffset now) =>
        !IsActive ? PersonState.Deactivated : LockedUntil > now ? PersonState.Locked : HasPassword ? PersonState.Active : PersonState.Waiting;
}

/// <summary>Reads people for administrators. No password hash leaves the database.</summary>
public sealed class PersonQueries(AccountsDbContext accounts, TimeProvider time)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 40;

    /// <summary>How many people of an agency its page shows.</summary>
    public const int MostOfAgency = 50;

    /// <summary>A page of people, by sign-in name.</summary>
    public async Task<Page<PersonLine>> ListAsync(PersonFilter filter, PagePlace place, CancellationToken cancellationToken)
    {
        var all = Narrow(filter);
        var rows = all;
        if (place.After?.ToUpperInvariant() is { } after)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.NormalizedUserName!, row.Id), ValueTuple.Create(after, PageExtensions.LastId)));
        }
        else if (place.Before?.ToUpperInvariant() is { } before)
        {
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.NormalizedUserName!, row.Id), ValueTuple.Create(before, Guid.Empty)));
        }

        rows = place.Backwards ? rows.OrderByDescending(row => row.NormalizedUserName) : rows.OrderBy(row => row.NormalizedUserName);
        var found = await Lines(rows.Take(PageSize + 1)).ToListAsync(cancellationToken);
        return found.ToPage(PageSize, place, await all.CountAsync(cancellationToken), row => row.UserName.ToUpperInvariant());
    }

    /// <summary>One person; <see langword="null"/> where there is none with this identity.</summary>
    public async Task<PersonLine?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Lines(accounts.Users.Where(row => row.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>How many people there are in a state.</summary>
    public Task<int> CountAsync(PersonFilter filter, CancellationToken cancellationToken) => Narrow(filter).CountAsync(cancellationToken);

    /// <summary>How many sign-ins of a person are valid.</summary>
    public Task<int> SessionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return accounts.Sessions.CountAsync(session => session.PersonId == id && session.ExpiresAt > now, cancellationToken);
    }

    /// <summary>The names of people, by identity.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return await accounts.Users.Where(row => wanted.Contains(row.Id))
            .Select(row => new { row.Id, row.DisplayName, row.UserName }).ToDictionaryAsync(row => row.Id, row => $"{row.DisplayName} {row.UserName}", cancellationToken);
    }

    private IQueryable<Person> Narrow(PersonFilter filter)
    {
        var people = accounts.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var pattern = LikePattern.Containing(filter.Words);
            people = people.Where(row => EF.Functions.ILike(row.DisplayName, pattern, LikePattern.Escape)
                || EF.Functions.ILike(row.UserName!, pattern, LikePattern.Escape));
        }

        if (filter.AgencyId is { } agencyId)
        {
            people = people.Where(row => row.AgencyId == agencyId);
        }

        if (filter.Role is { } role)
        {
            people = people.Where(row => accounts.UserRoles.Any(held => held.UserId == row.Id
                && accounts.Roles.Any(known => known.Id == held.RoleId && known.Name == role)));
        }

        var now = time.GetUtcNow();
        return filter.State switch
        {
            PersonState.Active => people.Where(row => row.IsActive && row.PasswordHash != null && !(row.LockoutEnd > now)),
            PersonState.Waiting => people.Where(row => row.IsActive && row.PasswordHash == null && !(row.LockoutEnd > now)),
            PersonState.Locked => people.Where(row => row.IsActive && row.LockoutEnd > now),
            PersonState.Deactivated => people.Where(row => !row.IsActive),
            _ => people,
        };
    }

    private IQueryable<PersonLine> Lines(IQueryable<Person> people) => people.Select(row => new PersonLine(
        row.Id, row.UserName!, row.DisplayName, row.AgencyId,
        accounts.UserRoles.Where(held => held.UserId == row.Id).Join(accounts.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!).ToList(),
        row.IsActive, row.PasswordHash != null, row.LockoutEnd, row.IsSample));
}
