using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace GovDisclosure.Data.Accounts;

/// <summary>
/// One-time links with which a person sets a password. A link holds who, when and a mark of the security stamp, sealed: a new link, a new
/// password or a change of the stamp makes every older link worthless, and nothing has to be stored.
/// </summary>
public sealed class PasswordLinks(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int Length = 16 + 8 + 32;

    private readonly IDataProtector _protector = protection.CreateProtector("GovDisclosure.PasswordLink.v1");

    /// <summary>Makes the word of a link for a person as the stamp stands.</summary>
    public string Create(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var payload = new byte[Length];
        person.Id.TryWriteBytes(payload);
        BinaryPrimitives.WriteInt64BigEndian(payload.AsSpan(16), time.GetUtcNow().ToUnixTimeSeconds());
        MarkOf(person).CopyTo(payload, 24);
        return WebEncoders.Base64UrlEncode(_protector.Protect(payload));
    }

    /// <summary>Whose link it is; <see langword="null"/> where the word is none of ours or its time is over.</summary>
    public Guid? PersonOf(string? word) => Open(word) is { } payload ? new Guid(payload.AsSpan(0, 16)) : null;

    /// <summary>Whether a link can still be used by the person: nothing has happened since it was made.</summary>
    public bool Fits(string? word, Person person) =>
        Open(word) is { } payload
        && new Guid(payload.AsSpan(0, 16)) == person.Id
        && CryptographicOperations.FixedTimeEquals(payload.AsSpan(24), MarkOf(person));

    private static byte[] MarkOf(Person person) => SHA256.HashData(Encoding.UTF8.GetBytes(person.SecurityStamp ?? ""));

    private byte[]? Open(string? word)
    {
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        try
        {
            var payload = _protector.Unprotect(WebEncoders.Base64UrlDecode(word));
            var age = time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(payload.AsSpan(16)));
            return payload.Length == Length && age >= TimeSpan.Zero && age < Lifetime ? payload : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
