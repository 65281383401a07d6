using GovDisclosure.Data.Agencies;
using GovDisclosure.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Accounts;

/// <summary>What came of setting a password by a link.</summary>
/// <param name="LinkFits">Whether the link could be used. Wrong, used and expired links are told alike.</param>
/// <param name="Violation">The rule that stands against the password; <see langword="null"/> where it was set.</param>
public sealed record PasswordOutcome(bool LinkFits, RuleViolation? Violation)
{
    /// <summary>Whether it was set.</summary>
    public bool IsDone => LinkFits && Violation is null;
}

/// <summary>Lets a person set a password by a one-time link, so that nobody else ever knows it.</summary>
public sealed class PasswordService(
    AccountsDbContext accounts, AgencyQueries agencies, PasswordLinks links, IPasswordHasher<Person> hasher, AccountTrail trail)
{
    /// <summary>Whether a link can be used now.</summary>
    public async Task<bool> FitsAsync(string? word, CancellationToken cancellationToken) =>
        links.PersonOf(word) is { } id
        && await accounts.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IsActive, cancellationToken) is { } person
        && links.Fits(word, person);

    /// <summary>Sets the password and uses the link up. A lock-out and every session end.</summary>
    /// <param name="word">The link's word.</param>
    /// <param name="password">The password exactly as typed.</param>
    /// <param name="remoteAddress">The network address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PasswordOutcome> SetAsync(string? word, string password, string? remoteAddress, CancellationToken cancellationToken)
    {
        if (links.PersonOf(word) is not { } id)
        {
            return new PasswordOutcome(false, null);
        }

        return await accounts.InTransactionAsync(
            async () =>
            {
                // The same link sent twice at one moment waits for itself, and finds itself used.
                await accounts.LockAsync("password of " + id, cancellationToken);
                var person = await accounts.Users.SingleOrDefaultAsync(row => row.Id == id && row.IsActive, cancellationToken);
                if (person is null || !links.Fits(word, person))
                {
                    return new PasswordOutcome(false, null);
                }

                var agency = await agencies.FindAsync(person.AgencyId, cancellationToken);
                string[] names = [person.UserName ?? "", person.DisplayName, agency?.ShortName ?? "", agency?.FullName ?? ""];
                if (CommonPasswords.Rules.Check(password, names) is { } violation)
                {
                    return new PasswordOutcome(true, violation);
                }

                person.PasswordHash = hasher.HashPassword(person, password);
                person.SecurityStamp = PersonService.NewStamp();
                person.LockoutEnd = null;
                person.AccessFailedCount = 0;
                accounts.Sessions.RemoveRange(await accounts.Sessions.Where(session => session.PersonId == id).ToListAsync(cancellationToken));
                trail.Add(AccountActions.PasswordSet, person, remoteAddress, new { person.UserName });
                await accounts.SaveChangesAsync(cancellationToken);
                return new PasswordOutcome(true, null);
            },
            cancellationToken);
    }
}
