namespace GovDisclosure.Data.Accounts;

/// <summary>
/// One sign-in that is still valid. The browser's cookie holds only a key to it, so signing out, or switching a person off, ends it on
/// the server at once: a copied cookie is worth nothing.
/// </summary>
public sealed class SignInSession
{
    /// <summary>The SHA-256 of the key in the cookie: who reads this table cannot sign in with it.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The protected authentication ticket.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>When the person signed in.</summary>
    public required DateTimeOffset SignedInAt { get; init; }

    /// <summary>When it ends without another request.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
