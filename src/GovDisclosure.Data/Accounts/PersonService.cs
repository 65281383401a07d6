using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Accounts;

/// <summary>A new person.</summary>
/// <param name="RequestKey">Made when the form was shown, and the person's identity: the same form twice is one person.</param>
/// <param name="UserName">The sign-in name.</param>
/// <param name="DisplayName">The name that colleagues see.</param>
/// <param name="AgencyId">The agency that the person acts for.</param>
/// <param name="Roles">What the person may do.</param>
public sealed record NewPerson(Guid RequestKey, string UserName, string DisplayName, Guid AgencyId, IReadOnlyCollection<string> Roles);

/// <summary>What administrators do with people. One call is one transaction with its line of the audit trail.</summary>
public sealed class PersonService(
    AccountsDbContext accounts, AgencyRegisterQueries agencies, AccountTrail trail, PasswordLinks links, AccessScope scope,
    ILookupNormalizer normalizer, BeijingClock clock, TimeProvider time)
{
    /// <summary>The longest sign-in name and the longest name.</summary>
    public const int NameLength = 100;

    // Two administrators who switch each other off at one moment wait for each other.
    private const string Lock = "people";

    /// <summary>Makes a person, who can sign in once a password is set by a one-time link.</summary>
    public Task<Outcome> CreateAsync(NewPerson request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DoAsync(() => CreateOnceAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Switches a person off, which ends every session at once, or on again.</summary>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public Task<Outcome> SetActiveAsync(Guid id, bool active, CancellationToken cancellationToken) => DoAsync(
        async () =>
        {
            var person = await FindAsync(id, cancellationToken);
            if (person.IsActive == active)
            {
                return Outcome.Done(id);
            }

            if (!active && await MayNotLeaveAsync(person, cancellationToken) is { } violation)
            {
                return Outcome.Refused(violation);
            }

            person.IsActive = active;
            // Links that were handed out before are worth nothing afterwards.
            person.SecurityStamp = NewStamp();
            var ended = active ? 0 : await EndSessionsAsync(id, cancellationToken);
            trail.Add(active ? AccountActions.Reactivated : AccountActions.Deactivated, person, null, new { person.UserName, SessionsEnded = ended });
            return Outcome.Done(id);
        },
        cancellationToken);

    /// <summary>Gives a person another name. The sign-in name stays.</summary>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public Task<Outcome> RenameAsync(Guid id, string displayName, CancellationToken cancellationToken) => DoAsync(
        async () =>
        {
            ArgumentNullException.ThrowIfNull(displayName);
            var person = await FindAsync(id, cancellationToken);
            if (CheckDisplayName(displayName) is { } violation)
            {
                return Outcome.Refused(violation);
            }

            if (person.DisplayName != displayName)
            {
                trail.Add(AccountActions.Renamed, person, null, new { person.UserName, DisplayName = new Change(person.DisplayName, displayName) });
                person.DisplayName = displayName;
            }

            return Outcome.Done(id);
        },
        cancellationToken);

    /// <summary>Gives a person other roles. Sessions end, so that no request goes on under the old ones.</summary>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public Task<Outcome> ChangeRolesAsync(Guid id, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) => DoAsync(
        async () =>
        {
            var person = await FindAsync(id, cancellationToken);
            var known = await accounts.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancellationToken);
            var held = await accounts.UserRoles.Where(row => row.UserId == id).ToListAsync(cancellationToken);
            var old = known.Where(role => held.Exists(row => row.RoleId == role.Value)).Select(role => role.Key).ToHashSet(StringComparer.Ordinal);
            if (old.SetEquals(roles))
            {
                return Outcome.Done(id);
            }

            var violations = RoleRules.Check(roles, await KindOfAsync(person.AgencyId, cancellationToken)).ToList();
            if (old.Contains(PersonRole.Administrator) && !roles.Contains(PersonRole.Administrator)
                && await MayNotLeaveAsync(person, cancellationToken) is { } violation)
            {
                violations.Add(violation with { Field = "Roles" });
            }

            if (violations.Count > 0)
            {
                return Outcome.Refused(violations);
            }

            accounts.UserRoles.RemoveRange(held.Where(row => !roles.Any(role => known[role] == row.RoleId)));
            accounts.UserRoles.AddRange(roles.Except(old).Select(role => new IdentityUserRole<Guid> { UserId = id, RoleId = known[role] }));
            var ended = await EndSessionsAsync(id, cancellationToken);
            trail.Add(
                AccountActions.RolesChanged, person, null,
                new { person.UserName, Roles = new Change(InOrder(old), InOrder(roles)), SessionsEnded = ended });
            return Outcome.Done(id);
        },
        cancellationToken);

    /// <summary>Ends a lock-out.</summary>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public Task<Outcome> ReleaseAsync(Guid id, CancellationToken cancellationToken) => DoAsync(
        async () =>
        {
            var person = await FindAsync(id, cancellationToken);
            if (person.LockoutEnd is null || person.LockoutEnd <= time.GetUtcNow())
            {
                return Outcome.Done(id);
            }

            person.LockoutEnd = null;
            person.AccessFailedCount = 0;
            trail.Add(AccountActions.Released, person, null, new { person.UserName });
            return Outcome.Done(id);
        },
        cancellationToken);

    /// <summary>Makes the word of a one-time link; every older link of the person is worth nothing from now on.</summary>
    /// <returns>The word; <see langword="null"/> where the person is switched off.</returns>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public async Task<string?> IssueLinkAsync(Guid id, CancellationToken cancellationToken)
    {
        string? word = null;
        await DoAsync(
            async () =>
            {
                var person = await FindAsync(id, cancellationToken);
                if (!person.IsActive)
                {
                    return Outcome.Refused(new RuleViolation("Deactivated"));
                }

                person.SecurityStamp = NewStamp();
                word = links.Create(person);
                trail.Add(AccountActions.LinkIssued, person, null, new { person.UserName, HadPassword = person.PasswordHash is not null });
                return Outcome.Done(id);
            },
            cancellationToken);
        return word;
    }

    internal static string NewStamp() => Guid.NewGuid().ToString("N");

    private Task<Outcome> DoAsync(Func<Task<Outcome>> work, CancellationToken cancellationToken) => accounts.InTransactionAsync(
        async () =>
        {
            await accounts.LockAsync(Lock, cancellationToken);
            var outcome = await work();
            await accounts.SaveChangesAsync(cancellationToken);
            return outcome;
        },
        cancellationToken);

    private async Task<Outcome> CreateOnceAsync(NewPerson request, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeName(request.UserName);
        if (await accounts.Users.AnyAsync(row => row.Id == request.RequestKey && row.NormalizedUserName == normalized, cancellationToken))
        {
            return Outcome.Done(request.RequestKey);
        }

        var violations = new List<RuleViolation>();
        if (!IsUserName(request.UserName))
        {
            violations.Add(new RuleViolation("UserNameForm", nameof(request.UserName)));
        }
        else if (await accounts.Users.AnyAsync(row => row.NormalizedUserName == normalized, cancellationToken))
        {
            violations.Add(new RuleViolation("UserNameTaken", nameof(request.UserName)));
        }

        if (CheckDisplayName(request.DisplayName) is { } named)
        {
            violations.Add(named);
        }

        var agency = await agencies.FindAsync(request.AgencyId, cancellationToken);
        if (agency is null || agency.Agency.ValidTo < clock.Today)
        {
            violations.Add(new RuleViolation("AgencyMissing", nameof(request.AgencyId)));
        }
        else
        {
            violations.AddRange(RoleRules.Check(request.Roles, agency.Agency.Kind));
        }

        if (violations.Count > 0)
        {
            return Outcome.Refused(violations);
        }

        var roles = await accounts.Roles.Where(role => request.Roles.Contains(role.Name!)).Select(role => role.Id).ToListAsync(cancellationToken);
        var person = new Person
        {
            Id = request.RequestKey,
            AgencyId = request.AgencyId,
            DisplayName = request.DisplayName,
            UserName = request.UserName,
            NormalizedUserName = normalized,
            SecurityStamp = NewStamp(),
            LockoutEnabled = true,
        };
        accounts.Users.Add(person);
        accounts.UserRoles.AddRange(roles.Select(role => new IdentityUserRole<Guid> { UserId = person.Id, RoleId = role }));
        trail.Add(
            AccountActions.Created, person, null,
            new { person.UserName, person.DisplayName, Agency = agency!.Agency.ShortName, Roles = InOrder(request.Roles) });
        return Outcome.Done(person.Id);
    }

    private async Task<RuleViolation?> MayNotLeaveAsync(Person person, CancellationToken cancellationToken)
    {
        if (person.Id == scope.PersonId)
        {
            return new RuleViolation("OwnAccount");
        }

        var administrators = accounts.UserRoles.Where(held => accounts.Roles.Any(role => role.Id == held.RoleId && role.Name == PersonRole.Administrator));
        return await administrators.AnyAsync(held => held.UserId == person.Id, cancellationToken)
            && !await accounts.Users.AnyAsync(row => row.Id != person.Id && row.IsActive && administrators.Any(held => held.UserId == row.Id), cancellationToken)
            ? new RuleViolation("LastAdministrator")
            : null;
    }

    private async Task<int> EndSessionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var sessions = await accounts.Sessions.Where(session => session.PersonId == id).ToListAsync(cancellationToken);
        accounts.Sessions.RemoveRange(sessions);
        return sessions.Count;
    }

    private async Task<AgencyKind> KindOfAsync(Guid agencyId, CancellationToken cancellationToken) =>
        (await agencies.FindAsync(agencyId, cancellationToken))?.Agency.Kind ?? throw new InvalidOperationException("A person's agency is not in the register.");

    private async Task<Person> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await accounts.Users.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new KeyNotFoundException("No such person.");

    private static IReadOnlyList<string> InOrder(IEnumerable<string> roles) => [.. PersonRole.All.Intersect(roles)];

    private static RuleViolation? CheckDisplayName(string name) =>
        name.Length is 0 or > NameLength ? new RuleViolation("DisplayNameForm", nameof(Person.DisplayName), NameLength) : null;

    private static bool IsUserName(string name) =>
        name.Length is >= 2 and <= NameLength && char.IsAsciiLetterOrDigit(name[0])
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '@' or '+' or '-');
}
