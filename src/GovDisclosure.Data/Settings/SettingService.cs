using GovDisclosure.Data.Audit;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Settings;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Settings;

/// <summary>Sets what administrators may set. One call is one transaction and one line of the audit trail; past days keep their value.</summary>
public sealed class SettingService(GovDbContext db, BeijingClock clock, ThresholdCache cache, Thresholds fallback)
{
    // What a setting is the subject of, in the audit trail, has no row of one identity: its rows are stretches of time.
    private static readonly Guid Subject = Guid.Empty;

    /// <summary>Sets the thresholds from now on. The same values again change nothing.</summary>
    public async Task<Outcome> ChangeThresholdsAsync(Thresholds wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (wanted.Check().ToList() is { Count: > 0 } violations)
        {
            return Outcome.Refused(violations);
        }

        await db.InTransactionAsync(() => ChangeOnceAsync(wanted, cancellationToken), cancellationToken);
        cache.Forget();
        return Outcome.Done(Subject);
    }

    private async Task<bool> ChangeOnceAsync(Thresholds wanted, CancellationToken cancellationToken)
    {
        await db.LockAsync("setting " + Thresholds.SettingName, cancellationToken);
        var present = await db.PortalSettings.SingleOrDefaultAsync(row => row.Name == Thresholds.SettingName && row.ValidTo == null, cancellationToken);
        var old = present is null ? fallback : System.Text.Json.JsonSerializer.Deserialize<Thresholds>(present.Value, System.Text.Json.JsonSerializerOptions.Web)!;
        var changed = Change.Of(
            (nameof(wanted.DueSoonWorkingDays), old.DueSoonWorkingDays, wanted.DueSoonWorkingDays),
            (nameof(wanted.GreenPercent), old.GreenPercent, wanted.GreenPercent),
            (nameof(wanted.AmberPercent), old.AmberPercent, wanted.AmberPercent));
        if (changed.Count == 0)
        {
            return false;
        }

        var now = clock.Now;
        // A pinned clock may stand before the last change; a stretch of time still has an end after its beginning.
        var from = present is not null && now <= present.ValidFrom ? present.ValidFrom.AddMicroseconds(1) : now;
        if (present is not null)
        {
            present.ValidTo = from;
            await db.SaveChangesAsync(cancellationToken);
        }

        db.PortalSettings.Add(new PortalSetting
        {
            Name = Thresholds.SettingName,
            ValidFrom = from,
            Value = ThresholdQueries.Write(wanted),
            ActorName = db.Scope.PersonName ?? "",
        });
        db.Record(AuditActions.ThresholdsChanged, Subject, now, changed);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
