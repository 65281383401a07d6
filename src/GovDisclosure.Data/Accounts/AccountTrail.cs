using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Accounts;

/// <summary>Writes what happened to accounts into the audit trail.</summary>
public sealed class AccountTrail(AccountsDbContext accounts, AccessScope scope, BeijingClock clock)
{
    // Words are searched for in it, so they stand there as they are; a page encodes them for itself.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Keeps one event.</summary>
    /// <param name="action">What happened.</param>
    /// <param name="person">Whose account it was; <see langword="null"/> where nobody is known by the name that was typed.</param>
    /// <param name="remoteAddress">The network address.</param>
    /// <param name="details">Values to keep; none that is secret.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RecordAsync(string action, Person? person, string? remoteAddress, object? details, CancellationToken cancellationToken)
    {
        Add(action, person, remoteAddress, details);
        await accounts.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Keeps an event of the person who is signed in.</summary>
    public async Task RecordOwnAsync(string action, object? details, CancellationToken cancellationToken)
    {
        accounts.Events.Add(new AccountEvent
        {
            At = clock.Now,
            AgencyId = scope.AgencyId,
            ActorId = scope.PersonId,
            ActorName = scope.PersonName ?? "",
            RemoteAddress = scope.RemoteAddress,
            Action = action,
            SubjectId = scope.PersonId,
            Details = Write(details),
        });
        await accounts.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds an event to what the caller saves.</summary>
    internal void Add(string action, Person? person, string? remoteAddress, object? details) => accounts.Events.Add(new AccountEvent
    {
        At = clock.Now,
        AgencyId = person?.AgencyId,
        // Whoever signs in is not signed in yet.
        ActorId = scope.PersonId ?? (action == AccountActions.SignedIn || action == AccountActions.PasswordSet ? person?.Id : null),
        ActorName = scope.PersonName ?? (action == AccountActions.SignedIn || action == AccountActions.PasswordSet ? person?.DisplayName ?? "" : ""),
        RemoteAddress = remoteAddress ?? scope.RemoteAddress,
        Action = action,
        SubjectId = person?.Id,
        Details = Write(details),
    });

    private static string Write(object? details) => JsonSerializer.Serialize(details ?? new { }, Readable);
}
