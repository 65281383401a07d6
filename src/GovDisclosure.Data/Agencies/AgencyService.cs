using GovDisclosure.Data.Audit;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>A new entry of the register.</summary>
/// <param name="RequestKey">Made when the form was shown, and the agency's identity: the same form twice is one agency.</param>
/// <param name="Code">The short name in Latin letters.</param>
/// <param name="ShortName">The name as plans write it.</param>
/// <param name="FullName">The official full name.</param>
/// <param name="EnglishName">The name on English pages.</param>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="ParentId">The district above a sub-unit.</param>
/// <param name="ValidFrom">Its first day, where known.</param>
public sealed record NewAgency(
    Guid RequestKey, string Code, string ShortName, string FullName, string EnglishName, AgencyKind Kind, Guid? ParentId, DateOnly? ValidFrom);

/// <summary>A change of an entry.</summary>
/// <param name="Seen">What the form showed, by <see cref="AgencyEntry.Seen"/>.</param>
/// <param name="ShortName">The name as plans write it.</param>
/// <param name="FullName">The official full name.</param>
/// <param name="EnglishName">The name on English pages.</param>
/// <param name="ToConfirm">Whether the plan's reach must still be confirmed.</param>
/// <param name="ValidTo">Its last day; <see langword="null"/> while it exists.</param>
/// <param name="RenamedOn">Where a name is another one, the first day on which it is; today where none is given.</param>
/// <param name="IsCorrection">Whether the old name was a mistake that was never in use.</param>
public sealed record AgencyChange(
    string Seen, string ShortName, string FullName, string EnglishName, bool ToConfirm, DateOnly? ValidTo, DateOnly? RenamedOn = null, bool IsCorrection = false);

/// <summary>Writes the register of agencies. One call is one transaction and one line of the audit trail.</summary>
public sealed class AgencyService(GovDbContext db, BeijingClock clock)
{
    // Entries are few and changed by few: they wait for each other, and a name is never taken twice.
    internal const string RegisterLock = "agency register";

    /// <summary>Enters an agency.</summary>
    public Task<Outcome> CreateAsync(NewAgency request, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => CreateOnceAsync(request, cancellationToken), cancellationToken);

    /// <summary>Changes names, confirms, or ends an agency on a day. Its groups end with it; what it owed and did stays.</summary>
    /// <exception cref="KeyNotFoundException">There is no such agency.</exception>
    public Task<Outcome> ChangeAsync(Guid id, AgencyChange change, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => ChangeOnceAsync(id, change, cancellationToken), cancellationToken);

    private async Task<Outcome> CreateOnceAsync(NewAgency request, CancellationToken cancellationToken)
    {
        await db.LockAsync(RegisterLock, cancellationToken);
        if (await db.Agencies.AnyAsync(row => row.Id == request.RequestKey && row.Code == request.Code, cancellationToken))
        {
            return Outcome.Done(request.RequestKey);
        }

        AgencyKind? parentKind = request.ParentId is { } parentId
            ? await db.Agencies.Where(row => row.Id == parentId).Select(row => (AgencyKind?)row.Kind).SingleOrDefaultAsync(cancellationToken)
            : null;
        var violations = AgencyRules.Check(new AgencyDraft(
            request.Code, request.ShortName, request.FullName, request.EnglishName, request.Kind, parentKind, request.ParentId is not null)).ToList();
        if (await db.Agencies.AnyAsync(row => row.Code == request.Code, cancellationToken))
        {
            violations.Add(new RuleViolation("CodeTaken", nameof(request.Code)));
        }

        await CheckShortNameAsync(violations, request.ShortName, null, cancellationToken);
        if (violations.Count > 0)
        {
            return Outcome.Refused(violations);
        }

        var agency = new Agency
        {
            Id = request.RequestKey,
            Code = request.Code,
            ShortName = request.ShortName,
            FullName = request.FullName,
            EnglishName = request.EnglishName,
            Kind = request.Kind,
            ParentId = request.ParentId,
            ValidFrom = request.ValidFrom,
            Source = "entered by " + (db.Scope.PersonName ?? ""),
        };
        db.Agencies.Add(agency);
        db.Record(
            AuditActions.AgencyCreated, agency.Id, clock.Now,
            new { agency.Code, agency.ShortName, agency.FullName, agency.EnglishName, Kind = EnumWords.ToWord(agency.Kind), agency.ParentId, agency.ValidFrom }, agency.Id);
        await db.SaveChangesAsync(cancellationToken);
        await db.LinkSuccessionsAsync(cancellationToken);
        return Outcome.Done(agency.Id);
    }

    private async Task<Outcome> ChangeOnceAsync(Guid id, AgencyChange change, CancellationToken cancellationToken)
    {
        await db.LockAsync(RegisterLock, cancellationToken);
        var agency = await db.Agencies.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new KeyNotFoundException("No such agency.");
        var changed = Change.Of(
            (nameof(agency.ShortName), agency.ShortName, change.ShortName),
            (nameof(agency.FullName), agency.FullName, change.FullName),
            (nameof(agency.EnglishName), agency.EnglishName, change.EnglishName),
            (nameof(agency.ToConfirm), agency.ToConfirm, change.ToConfirm),
            (nameof(agency.ValidTo), agency.ValidTo, change.ValidTo));
        if (changed.Count == 0)
        {
            return Outcome.Done(id);
        }

        var violations = AgencyRules.CheckNames(change.ShortName, change.FullName, change.EnglishName).ToList();
        if (AgencyRegisterQueries.SeenOf(agency) != change.Seen)
        {
            violations.Insert(0, new RuleViolation("Stale"));
        }

        if (AgencyRules.CheckEnd(agency.ValidFrom, change.ValidTo) is { } ends)
        {
            violations.Add(ends);
        }

        await CheckShortNameAsync(violations, change.ShortName, id, cancellationToken);
        var left = await NamesLeftAsync(agency, change, violations, cancellationToken);
        if (violations.Count > 0)
        {
            return Outcome.Refused(violations);
        }

        db.OtherNames.AddRange(left);
        agency.ShortName = change.ShortName;
        agency.FullName = change.FullName;
        agency.EnglishName = change.EnglishName;
        agency.ToConfirm = change.ToConfirm;
        agency.ValidTo = change.ValidTo;
        var groupsLeft = await LeaveGroupsAsync(agency, cancellationToken);
        db.Record(AuditActions.AgencyChanged, id, clock.Now, new Dictionary<string, object?>(changed) { ["GroupsLeft"] = groupsLeft }, id);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done(id);
    }

    // The names that a renaming makes former ones: none where somebody only puts a mistake right.
    private async Task<IReadOnlyList<OtherName>> NamesLeftAsync(
        Agency agency, AgencyChange change, List<RuleViolation> violations, CancellationToken cancellationToken)
    {
        if (change.IsCorrection || (change.ShortName == agency.ShortName && change.FullName == agency.FullName))
        {
            return [];
        }

        var former = await db.OtherNames.AsNoTracking().Where(row => row.NamedAgencyId == agency.Id && row.Kind != OtherNameKind.Alias).ToListAsync(cancellationToken);
        var on = change.RenamedOn ?? clock.Today;
        var left = new List<OtherName?>();
        foreach (var (old, next, kind) in new[] { (agency.ShortName, change.ShortName, OtherNameKind.FormerShortName), (agency.FullName, change.FullName, OtherNameKind.FormerFullName) })
        {
            if (old == next)
            {
                continue;
            }

            var since = NameRules.PresentSince(agency.ValidFrom, former.Where(name => name.Kind == kind));
            if (change.RenamedOn is { } named && NameRules.CheckRenaming(named, clock.Today, since) is { } violation)
            {
                violations.Add(violation);
            }

            left.Add(NameRules.Leave(agency.Id, old, kind, since, on, "renamed by " + (db.Scope.PersonName ?? "")));
        }

        return [.. left.OfType<OtherName>()];
    }

    private async Task<int> LeaveGroupsAsync(Agency agency, CancellationToken cancellationToken)
    {
        if (agency.ValidTo is not { } last)
        {
            return 0;
        }

        var members = await db.AgencyGroupMembers
            .Where(row => row.MemberAgencyId == agency.Id && (row.ValidTo == null || row.ValidTo > last)).ToListAsync(cancellationToken);
        foreach (var member in members)
        {
            member.ValidTo = MembershipRules.LastDayWhenAgencyEnds(member, last);
        }

        return members.Count;
    }

    private async Task CheckShortNameAsync(List<RuleViolation> violations, string shortName, Guid? own, CancellationToken cancellationToken)
    {
        if (await db.Agencies.AnyAsync(row => row.ShortName == shortName && row.Id != own, cancellationToken))
        {
            violations.Add(new RuleViolation("ShortNameTaken", nameof(Agency.ShortName)));
        }
    }
}
