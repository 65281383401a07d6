using GovDisclosure.Data.Audit;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Settings;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Settings;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Seeding;

/// <summary>What administrators of a sample portal have set: thresholds that were other ones in summer, with their lines in the audit trail.</summary>
internal static class SampleAdministration
{
    private const string Administrator = "平台管理员";

    // In summer a lower share done was green already; the present values are those that hold without any setting.
    private static readonly Thresholds Summer = Thresholds.Default with { GreenPercent = 90, AmberPercent = 70 };

    /// <summary>Makes it where nothing was set yet.</summary>
    public static async Task CreateAsync(GovDbContextFactory contexts, CancellationToken cancellationToken)
    {
        Guid office;
        await using (var setUp = contexts.Create(AccessScope.SetUp))
        {
            office = await setUp.Agencies.Where(agency => agency.Code == "office").Select(agency => agency.Id).SingleAsync(cancellationToken);
        }

        await using var db = contexts.Create(new AccessScope(Audience.Admin, office, PersonName: Administrator));
        if (await db.PortalSettings.AnyAsync(cancellationToken))
        {
            return;
        }

        var (from, until) = (BeijingTime.At(new DateOnly(2016, 6, 1), new TimeOnly(9, 30)), BeijingTime.At(new DateOnly(2016, 9, 1), new TimeOnly(9, 30)));
        db.PortalSettings.AddRange(Setting(Summer, from, until), Setting(Thresholds.Default, until, null));
        db.Record(AuditActions.ThresholdsChanged, Guid.Empty, from, Changed(Thresholds.Default, Summer));
        db.Record(AuditActions.ThresholdsChanged, Guid.Empty, until, Changed(Summer, Thresholds.Default));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static PortalSetting Setting(Thresholds value, DateTimeOffset from, DateTimeOffset? to) => new()
    {
        Name = Thresholds.SettingName,
        ValidFrom = from,
        ValidTo = to,
        Value = ThresholdQueries.Write(value),
        ActorName = Administrator,
    };

    private static IReadOnlyDictionary<string, object?> Changed(Thresholds old, Thresholds next) => Change.Of(
        (nameof(old.GreenPercent), old.GreenPercent, next.GreenPercent), (nameof(old.AmberPercent), old.AmberPercent, next.AmberPercent));
}
