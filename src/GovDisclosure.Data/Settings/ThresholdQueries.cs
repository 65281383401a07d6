using System.Text.Json;
using GovDisclosure.Domain.Settings;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Settings;

/// <summary>Reads the thresholds that an administrator set.</summary>
public sealed class ThresholdQueries(GovDbContext db)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The thresholds as known before an instant; those of the configuration where nobody had set any that can be used.</summary>
    /// <param name="knownBefore">Settings made at or after this instant are not known yet, so that a past day's board keeps its colours.</param>
    /// <param name="configured">What the configuration says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Thresholds> LoadAsync(DateTimeOffset knownBefore, Thresholds configured, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configured);
        var value = await db.PortalSettings.AsNoTracking()
            .Where(row => row.Name == Thresholds.SettingName && row.ValidFrom < knownBefore && (row.ValidTo == null || row.ValidTo >= knownBefore))
            .Select(row => row.Value)
            .SingleOrDefaultAsync(cancellationToken);
        return value is not null && Read(value)?.Over(configured) is { IsUsable: true } set ? set : configured;
    }

    // Whatever stands in the setting, a page must come.
    private static Stored? Read(string value)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(value, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // What the setting leaves out, the configuration says.
    private sealed record Stored(int? DueSoonWorkingDays, int? GreenPercent, int? AmberPercent)
    {
        public Thresholds Over(Thresholds configured) => new(
            DueSoonWorkingDays ?? configured.DueSoonWorkingDays, GreenPercent ?? configured.GreenPercent, AmberPercent ?? configured.AmberPercent);
    }
}
