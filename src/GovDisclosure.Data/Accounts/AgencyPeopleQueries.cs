using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Accounts;

/// <summary>Somebody of an agency, as far as another agency may know: the name and what the person may do.</summary>
public sealed record AgencyPerson(string DisplayName, IReadOnlyList<string> Roles);

/// <summary>Reads who answers for an agency.</summary>
public sealed class AgencyPeopleQueries(AccountsDbContext accounts)
{
    private const int Most = 50;

    /// <summary>The people of an agency who can sign in; those who were deactivated answer for nothing.</summary>
    public async Task<IReadOnlyList<AgencyPerson>> ActiveAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        var rows = await accounts.Users.AsNoTracking()
            .Where(person => person.AgencyId == agencyId && person.IsActive)
            .OrderBy(person => person.DisplayName).ThenBy(person => person.Id).Take(Most)
            .Select(person => new
            {
                person.DisplayName,
                Roles = (from held in accounts.UserRoles
                         where held.UserId == person.Id
                         join role in accounts.Roles on held.RoleId equals role.Id
                         select role.Name!).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new AgencyPerson(row.DisplayName, [.. PersonRole.All.Where(row.Roles.Contains)]))];
    }
}
