using GovDisclosure.Data.Audit;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>
/// Adds members to groups and ends memberships. One call is one transaction and one line of the audit trail. What agencies owe already
/// stays: a plan reaches those who were members on its day of issue.
/// </summary>
public sealed class GroupService(GovDbContext db, BeijingClock clock)
{
    /// <summary>Makes an agency a member from a day on.</summary>
    /// <exception cref="KeyNotFoundException">There is no such group.</exception>
    public Task<Outcome> AddMemberAsync(Guid groupId, Guid agencyId, DateOnly from, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => AddOnceAsync(groupId, agencyId, from, cancellationToken), cancellationToken);

    /// <summary>Ends a membership with a day.</summary>
    /// <exception cref="KeyNotFoundException">There is no such membership.</exception>
    public Task<Outcome> EndMemberAsync(Guid groupId, Guid agencyId, DateOnly from, DateOnly lastDay, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => EndOnceAsync(groupId, agencyId, from, lastDay, cancellationToken), cancellationToken);

    private async Task<Outcome> AddOnceAsync(Guid groupId, Guid agencyId, DateOnly from, CancellationToken cancellationToken)
    {
        var phrase = await PhraseAsync(groupId, cancellationToken);
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == agencyId, cancellationToken);
        if (agency is null)
        {
            return Outcome.Refused(new RuleViolation("AgencyMissing", "AgencyId"));
        }

        var past = await db.AgencyGroupMembers.AsNoTracking()
            .Where(row => row.GroupId == groupId && row.MemberAgencyId == agencyId).ToListAsync(cancellationToken);
        if (past.Exists(member => member.ValidFrom == from && member.ValidTo is null))
        {
            return Outcome.Done(agencyId);
        }

        if (MembershipRules.CheckJoin(past, from, agency.ValidTo) is { } violation)
        {
            return Outcome.Refused(violation);
        }

        db.AgencyGroupMembers.Add(new AgencyGroupMember { GroupId = groupId, MemberAgencyId = agencyId, ValidFrom = from });
        db.Record(AuditActions.MemberAdded, groupId, clock.Now, new { Group = phrase, Agency = agency.ShortName, ValidFrom = from }, agencyId);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done(agencyId);
    }

    private async Task<Outcome> EndOnceAsync(Guid groupId, Guid agencyId, DateOnly from, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var phrase = await PhraseAsync(groupId, cancellationToken);
        var member = await db.AgencyGroupMembers
            .SingleOrDefaultAsync(row => row.GroupId == groupId && row.MemberAgencyId == agencyId && row.ValidFrom == from, cancellationToken)
            ?? throw new KeyNotFoundException("No such membership.");
        if (member.ValidTo == lastDay)
        {
            return Outcome.Done(agencyId);
        }

        if (MembershipRules.CheckLeave(member, lastDay) is { } violation)
        {
            return Outcome.Refused(violation);
        }

        member.ValidTo = lastDay;
        var name = await db.Agencies.Where(row => row.Id == agencyId).Select(row => row.ShortName).SingleAsync(cancellationToken);
        db.Record(
            AuditActions.MemberEnded, groupId, clock.Now,
            new { Group = phrase, Agency = name, ValidFrom = from, ValidTo = new Change(null, lastDay) }, agencyId);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done(agencyId);
    }

    private async Task<string> PhraseAsync(Guid groupId, CancellationToken cancellationToken)
    {
        await db.LockAsync("agency group " + groupId, cancellationToken);
        return await db.AgencyGroups.Where(row => row.Id == groupId).Select(row => row.Phrase).SingleOrDefaultAsync(cancellationToken)
            ?? throw new KeyNotFoundException("No such group.");
    }
}
