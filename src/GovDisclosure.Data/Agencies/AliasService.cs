using GovDisclosure.Data.Audit;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>Enters and ends aliases of agencies. One call is one transaction and one line of the audit trail.</summary>
public sealed class AliasService(GovDbContext db, BeijingClock clock)
{
    /// <summary>Enters an alias. The same form twice is one alias.</summary>
    /// <exception cref="KeyNotFoundException">There is no such agency.</exception>
    public Task<Outcome> AddAsync(Guid requestKey, Guid agencyId, string name, DateOnly? from, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var (agency, others) = await LoadAsync(agencyId, cancellationToken);
            if (others.Exists(other => other.Id == requestKey && other.Name == name))
            {
                return Outcome.Done(requestKey);
            }

            var violations = NameRules.CheckAlias(agency, name, from, others).ToList();
            if (violations.Count > 0)
            {
                return Outcome.Refused(violations);
            }

            var alias = new OtherName
            {
                // Who goes back to the form and writes another name wants another alias.
                Id = others.Exists(other => other.Id == requestKey) ? Guid.CreateVersion7() : requestKey,
                NamedAgencyId = agencyId,
                Name = name,
                Kind = OtherNameKind.Alias,
                ValidFrom = from,
                Source = "entered by " + (db.Scope.PersonName ?? ""),
            };
            db.OtherNames.Add(alias);
            db.Record(AuditActions.AliasAdded, alias.Id, clock.Now, new { Agency = agency.ShortName, Alias = name, ValidFrom = from }, agencyId);
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done(alias.Id);
        },
        cancellationToken);

    /// <summary>Ends an alias with a day.</summary>
    /// <exception cref="KeyNotFoundException">The agency has no such alias.</exception>
    public Task<Outcome> EndAsync(Guid agencyId, Guid id, DateOnly lastDay, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var (agency, others) = await LoadAsync(agencyId, cancellationToken);
            var alias = others.Find(other => other.Id == id && other.Kind == OtherNameKind.Alias) ?? throw new KeyNotFoundException("No such alias.");
            if (alias.ValidTo == lastDay)
            {
                return Outcome.Done(id);
            }

            if (NameRules.CheckEnd(alias, lastDay) is { } violation)
            {
                return Outcome.Refused(violation);
            }

            alias.ValidTo = lastDay;
            db.Record(AuditActions.AliasEnded, id, clock.Now, new { Agency = agency.ShortName, Alias = alias.Name, ValidTo = new Change(null, lastDay) }, agencyId);
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done(id);
        },
        cancellationToken);

    private async Task<(Agency Agency, List<OtherName> Others)> LoadAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        await db.LockAsync(AgencyService.RegisterLock, cancellationToken);
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == agencyId, cancellationToken)
            ?? throw new KeyNotFoundException("No such agency.");
        return (agency, await db.OtherNames.Where(row => row.NamedAgencyId == agencyId).ToListAsync(cancellationToken));
    }
}
