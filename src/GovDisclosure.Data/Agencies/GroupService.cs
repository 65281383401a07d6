using GovDisclosure.Data.Audit;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>A new group.</summary>
/// <param name="RequestKey">Made when the form was shown, and the group's identity: the same form twice is one group.</param>
/// <param name="Phrase">The words by which plans name it.</param>
/// <param name="EnglishName">What they mean, in English.</param>
public sealed record NewGroup(Guid RequestKey, string Phrase, string EnglishName);

/// <summary>A change of a group.</summary>
/// <param name="Seen">What the form showed, by <see cref="GroupLine.Seen"/>.</param>
/// <param name="Phrase">The words by which plans name it.</param>
/// <param name="EnglishName">What they mean, in English.</param>
/// <param name="ToConfirm">Whether its reach must still be confirmed.</param>
public sealed record GroupChange(string Seen, string Phrase, string EnglishName, bool ToConfirm);

/// <summary>
/// Makes and changes groups, adds members and ends memberships. One call is one transaction and one line of the audit trail. What agencies owe already
/// stays: a plan reaches those who were members on its day of issue.
/// </summary>
public sealed class GroupService(GovDbContext db, BeijingClock clock)
{
    // Groups are few and changed by few: they wait for each other, and a phrase is never taken twice.
    private const string GroupsLock = "agency groups";

    /// <summary>Makes a group without members.</summary>
    public Task<Outcome> CreateAsync(NewGroup request, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => CreateOnceAsync(request, cancellationToken), cancellationToken);

    /// <summary>Changes a group's names, or says whether its reach must still be confirmed.</summary>
    /// <exception cref="KeyNotFoundException">There is no such group.</exception>
    public Task<Outcome> ChangeAsync(Guid id, GroupChange change, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => ChangeOnceAsync(id, change, cancellationToken), cancellationToken);

    /// <summary>Makes an agency a member from a day on.</summary>
    /// <exception cref="KeyNotFoundException">There is no such group.</exception>
    public Task<Outcome> AddMemberAsync(Guid groupId, Guid agencyId, DateOnly from, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => AddOnceAsync(groupId, agencyId, from, cancellationToken), cancellationToken);

    /// <summary>Ends a membership with a day.</summary>
    /// <exception cref="KeyNotFoundException">There is no such membership.</exception>
    public Task<Outcome> EndMemberAsync(Guid groupId, Guid agencyId, DateOnly from, DateOnly lastDay, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => EndOnceAsync(groupId, agencyId, from, lastDay, cancellationToken), cancellationToken);

    private async Task<Outcome> CreateOnceAsync(NewGroup request, CancellationToken cancellationToken)
    {
        await db.LockAsync(GroupsLock, cancellationToken);
        var earlier = await db.AgencyGroups.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.RequestKey, cancellationToken);
        if (earlier?.Phrase == request.Phrase)
        {
            return Outcome.Done(earlier.Id);
        }

        var violations = GroupRules.Check(request.Phrase, request.EnglishName).ToList();
        await CheckPhraseAsync(violations, request.Phrase, null, cancellationToken);
        if (violations.Count > 0)
        {
            return Outcome.Refused(violations);
        }

        var group = new AgencyGroup
        {
            // Who goes back to the form and writes another phrase wants another group.
            Id = earlier is null ? request.RequestKey : Guid.CreateVersion7(),
            Phrase = request.Phrase,
            EnglishName = request.EnglishName,
            Source = "entered by " + (db.Scope.PersonName ?? ""),
        };
        db.AgencyGroups.Add(group);
        db.Record(AuditActions.GroupCreated, group.Id, clock.Now, new { group.Phrase, group.EnglishName });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done(group.Id);
    }

    private async Task<Outcome> ChangeOnceAsync(Guid id, GroupChange change, CancellationToken cancellationToken)
    {
        await db.LockAsync(GroupsLock, cancellationToken);
        var group = await db.AgencyGroups.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new KeyNotFoundException("No such group.");
        var changed = Change.Of(
            (nameof(group.Phrase), group.Phrase, change.Phrase),
            (nameof(group.EnglishName), group.EnglishName, change.EnglishName),
            (nameof(group.ToConfirm), group.ToConfirm, change.ToConfirm));
        if (changed.Count == 0)
        {
            return Outcome.Done(id);
        }

        var violations = GroupRules.Check(change.Phrase, change.EnglishName).ToList();
        if (GroupQueries.SeenOf(group.Phrase, group.EnglishName, group.ToConfirm) != change.Seen)
        {
            violations.Insert(0, new RuleViolation("Stale"));
        }

        await CheckPhraseAsync(violations, change.Phrase, id, cancellationToken);
        if (violations.Count > 0)
        {
            return Outcome.Refused(violations);
        }

        // The trail names the group where its phrase stays.
        var details = new Dictionary<string, object?>(changed);
        details.TryAdd("Group", group.Phrase);
        group.Phrase = change.Phrase;
        group.EnglishName = change.EnglishName;
        group.ToConfirm = change.ToConfirm;
        db.Record(AuditActions.GroupChanged, id, clock.Now, details);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done(id);
    }

    private async Task CheckPhraseAsync(List<RuleViolation> violations, string phrase, Guid? own, CancellationToken cancellationToken)
    {
        if (await db.AgencyGroups.AnyAsync(row => row.Phrase == phrase && row.Id != own, cancellationToken))
        {
            violations.Add(new RuleViolation("PhraseTaken", nameof(AgencyGroup.Phrase)));
        }
    }

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
