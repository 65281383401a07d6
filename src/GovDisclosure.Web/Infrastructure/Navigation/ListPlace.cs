using System.Globalization;

namespace GovDisclosure.Web.Infrastructure.Navigation;

/// <summary>A place in a list that is ordered by an instant, as a word of an address.</summary>
public static class ListPlace
{
    /// <summary>Microseconds are what the database orders by; nothing shorter names a place exactly.</summary>
    public static string Write(DateTimeOffset at, Guid id) => string.Create(
        CultureInfo.InvariantCulture, $"{(at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}-{id:N}");

    /// <summary>Reads a place; false where the word is none, which shows the first page.</summary>
    public static bool TryRead(string? word, out DateTimeOffset at, out Guid id)
    {
        const long EndOfTime = 253_402_300_799_999_999;
        (at, id) = (default, default);
        if (word?.Split('-', 2) is not [var instant, var identity]
            || !long.TryParse(instant, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            || microseconds > EndOfTime
            || !Guid.TryParseExact(identity, "N", out id))
        {
            return false;
        }

        at = DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
        return true;
    }
}
