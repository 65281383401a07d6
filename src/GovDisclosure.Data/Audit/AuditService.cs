using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Audit;

/// <summary>Keeps what was taken out of the portal, and by whom (ASVS 16.2.1).</summary>
public sealed class AuditService(GovDbContext db, BeijingClock clock)
{
    private const int LongestAddress = 1000;

    /// <summary>Records that a list was taken as a file.</summary>
    /// <param name="address">The address that was asked, with its filters.</param>
    /// <param name="rows">How many rows the file has.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task RecordExportAsync(string address, int rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        db.Record(
            AuditActions.ListExported, Guid.Empty, clock.Now,
            new { Address = address.Length > LongestAddress ? address[..LongestAddress] : address, Rows = rows });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Records an export of the trail itself with its filter and size.</summary>
    public async Task RecordExportAsync(AuditFilter filter, string format, int rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        db.Record(
            AuditActions.AuditExported, Guid.Empty, clock.Now,
            new { Format = format, Rows = rows, filter.AgencyId, filter.Person, filter.Action, filter.From, filter.To, filter.Words });
        await db.SaveChangesAsync(cancellationToken);
    }
}
