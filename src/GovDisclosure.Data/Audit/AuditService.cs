using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Audit;

/// <summary>Keeps that the trail itself was taken out of the portal.</summary>
public sealed class AuditService(GovDbContext db, BeijingClock clock)
{
    /// <summary>Records an export with its filter and size.</summary>
    public async Task RecordExportAsync(AuditFilter filter, string format, int rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        db.Record(
            AuditActions.AuditExported, Guid.Empty, clock.Now,
            new { Format = format, Rows = rows, filter.AgencyId, filter.Person, filter.Action, filter.From, filter.To, filter.Words });
        await db.SaveChangesAsync(cancellationToken);
    }
}
