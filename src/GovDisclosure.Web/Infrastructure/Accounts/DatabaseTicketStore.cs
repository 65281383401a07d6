using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using GovDisclosure.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Web.Infrastructure.Accounts;

/// <summary>
/// Keeps sign-ins on the server; the cookie holds a random key. Signing out, or switching a person off, ends a sign-in at once wherever
/// its cookie has been copied to.
/// </summary>
internal sealed class DatabaseTicketStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time) : ITicketStore
{
    /// <summary>However busy a person is, one sign-in lasts no longer than a working day.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("GovDisclosure.SignInSession.v1");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        accounts.Sessions.Add(new SignInSession
        {
            KeyHash = HashOf(key),
            PersonId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            Ticket = Protect(ticket),
            SignedInAt = now,
            ExpiresAt = ticket.Properties.ExpiresUtc ?? now,
        });
        await accounts.SaveChangesAsync();
        // Sweep here: no job is needed, and the table never holds more than a day's sign-ins.
        await accounts.Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var hash = HashOf(key);
        var blob = Protect(ticket);
        var expires = ticket.Properties.ExpiresUtc ?? time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Sessions
            .Where(session => session.KeyHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, blob).SetProperty(session => session.ExpiresAt, expires));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var hash = HashOf(key);
        var now = time.GetUtcNow();
        var earliest = now - LongestSession;
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var blob = await accounts.Sessions
            .Where(session => session.KeyHash == hash && session.ExpiresAt > now && session.SignedInAt > earliest
                && accounts.Users.Any(person => person.Id == session.PersonId && person.IsActive))
            .Select(session => session.Ticket)
            .SingleOrDefaultAsync();
        return blob is null ? null : Unprotect(blob);
    }

    public async Task RemoveAsync(string key)
    {
        var hash = HashOf(key);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync();
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private byte[] Protect(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private AuthenticationTicket? Unprotect(byte[] blob)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(blob));
        }
        catch (CryptographicException)
        {
            // The key that protected it is gone, as after a restore without keys: the person signs in again.
            return null;
        }
    }
}
