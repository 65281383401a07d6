namespace GovDisclosure.Data.Accounts;

/// <summary>
/// One thing that happened to a person's account: a sign-in, a refusal, a change by an administrator. The part of the audit trail that the
/// login of accounts can reach, so that a change and its line are one transaction. Append-only. No password and no link is ever in it.
/// </summary>
public sealed class AccountEvent
{
    /// <summary>The entry's identity, in order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The agency of the person that it concerns; <see langword="null"/> where nobody is known by the name that was typed.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Who acted; <see langword="null"/> where nobody was signed in.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>That person's name at the time; empty where nobody was signed in.</summary>
    public required string ActorName { get; init; }

    /// <summary>The network address.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>What happened, such as <c>session.signed_in</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The person whose account it was.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Old and new values as JSON.</summary>
    public required string Details { get; init; }
}

/// <summary>What can happen to an account.</summary>
public static class AccountActions
{
    public const string SignedIn = "session.signed_in";
    public const string SignInRefused = "session.refused";
    public const string LockedOut = "session.locked_out";
    public const string SignedOut = "session.signed_out";
    public const string AccessRefused = "access.refused";
    public const string Created = "person.created";
    public const string Deactivated = "person.deactivated";
    public const string Reactivated = "person.reactivated";
    public const string RolesChanged = "person.roles_changed";
    public const string Renamed = "person.renamed";
    public const string Released = "person.released";
    public const string LinkIssued = "person.link_issued";
    public const string PasswordSet = "person.password_set";

    /// <summary>Each of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [SignedIn, SignInRefused, LockedOut, SignedOut, AccessRefused, Created, Deactivated, Reactivated, RolesChanged, Renamed, Released, LinkIssued, PasswordSet];
}
