using System.Text.Json;
using GovDisclosure.Domain.Settings;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Settings;

/// <summary>A value of the thresholds over the stretch of recorded time in which it held.</summary>
public sealed record ThresholdsInForce(Thresholds Value, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, string ActorName);

/// <summary>Reads the thresholds as they held at an instant; where nobody had set any, the configuration's.</summary>
/// <param name="db">The unit of work, of any audience.</param>
/// <param name="cache">Keeps what was read for some seconds.</param>
/// <param name="fallback">What holds where nothing is set.</param>
public sealed class ThresholdQueries(GovDbContext db, ThresholdCache cache, Thresholds fallback)
{
    /// <summary>The thresholds by what was recorded before an instant.</summary>
    public async Task<Thresholds> AtAsync(DateTimeOffset knownBefore, CancellationToken cancellationToken) =>
        (await HistoryAsync(cancellationToken)).FirstOrDefault(row => row.ValidFrom < knownBefore && (row.ValidTo is null || row.ValidTo >= knownBefore))?.Value ?? fallback;

    /// <summary>Every value that was set, the latest first.</summary>
    public Task<IReadOnlyList<ThresholdsInForce>> HistoryAsync(CancellationToken cancellationToken) => cache.GetAsync(ReadAsync, cancellationToken);

    internal static string Write(Thresholds value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private async Task<IReadOnlyList<ThresholdsInForce>> ReadAsync(CancellationToken cancellationToken)
    {
        const int Most = 1000;
        var rows = await db.PortalSettings.AsNoTracking().Where(row => row.Name == Thresholds.SettingName)
            .OrderByDescending(row => row.ValidFrom).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ThresholdsInForce(Read(row.Value), row.ValidFrom, row.ValidTo, row.ActorName))];
    }

    // Whatever stands in the setting, a page must come: what cannot be used is as if it were not set.
    private Thresholds Read(string value)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(value, JsonSerializerOptions.Web)?.Over(fallback) is { IsUsable: true } set ? set : fallback;
        }
        catch (JsonException)
        {
            return fallback;
        }
    }

    // What the setting leaves out, the configuration says.
    private sealed record Stored(int? DueSoonWorkingDays, int? GreenPercent, int? AmberPercent)
    {
        public Thresholds Over(Thresholds configured) => new(
            DueSoonWorkingDays ?? configured.DueSoonWorkingDays, GreenPercent ?? configured.GreenPercent, AmberPercent ?? configured.AmberPercent);
    }
}

/// <summary>Keeps the thresholds for some seconds: every page with duties asks for them, and another portal may change them.</summary>
public sealed class ThresholdCache(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private volatile Entry? _entry;

    /// <summary>Forgets what is kept, after a change.</summary>
    public void Forget() => _entry = null;

    internal async Task<IReadOnlyList<ThresholdsInForce>> GetAsync(
        Func<CancellationToken, Task<IReadOnlyList<ThresholdsInForce>>> read, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (_entry is { } entry && time.GetElapsedTime(entry.ReadAt, now) < Lifetime)
        {
            return entry.History;
        }

        var history = await read(cancellationToken);
        _entry = new Entry(history, now);
        return history;
    }

    private sealed record Entry(IReadOnlyList<ThresholdsInForce> History, long ReadAt);
}
