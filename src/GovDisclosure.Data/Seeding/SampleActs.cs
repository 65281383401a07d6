using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Requests;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Seeding;

/// <summary>
/// What the municipal office and the agencies said to each other, as sample data: requests in each state, reminders answered in time, late and
/// not, disclosures accepted and returned. Each part is made where it is missing, so an interrupted start is continued by the next.
/// </summary>
internal sealed class SampleActs(GovDbContextFactory contexts, IReadOnlyList<Agency> agencies, WorkingDayCalendar calendar, DateOnly today)
{
    private const string OfficeName = "办公厅督查员";

    private readonly SampleActPlan _plan = new(calendar, today);

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        // The agency that the sample clerk works for comes first, so that there is something to deal with.
        var chosen = SampleActPlan.Agencies.Select(code => agencies.FirstOrDefault(agency => agency.Code == code)).OfType<Agency>()
            .Where(agency => agency.Kind != AgencyKind.MunicipalOffice).ToList();
        if (chosen.Count == 0)
        {
            return;
        }

        var duties = await UnfinishedAsync(chosen, cancellationToken);
        foreach (var (agency, position) in chosen.Select((agency, position) => (agency, position)))
        {
            await AskAsync(agency, _plan.Requests(agency, position, duties[agency.Id]), cancellationToken);
        }

        await ActAsOfficeAsync(chosen, duties, cancellationToken);
        foreach (var (agency, position) in chosen.Select((agency, position) => (agency, position)))
        {
            await ReplyAsync(agency, position, cancellationToken);
        }
    }

    private async Task<ILookup<Guid, NamedDuty>> UnfinishedAsync(IReadOnlyCollection<Agency> chosen, CancellationToken cancellationToken)
    {
        var ids = chosen.Select(agency => agency.Id).ToArray();
        var view = ViewInstant.AtEndOf(today.AddDays(-1), calendar, 0);
        await using var db = Office();
        var rows = await NamedDuties.Of(db, view).IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(duty => ids.Contains(duty.AgencyId) && duty.FulfilledAt == null && duty.Disposition == ObligationDisposition.Open)
            .OrderBy(duty => duty.DueAt).ThenBy(duty => duty.TaskNumber).ThenBy(duty => duty.OccurrenceKey).ToListAsync(cancellationToken);
        return rows.ToLookup(duty => duty.AgencyId);
    }

    private async Task AskAsync(Agency agency, IReadOnlyList<DutyRequest> requests, CancellationToken cancellationToken)
    {
        await using var db = As(agency);
        if (requests.Count == 0 || await db.DutyRequests.AnyAsync(cancellationToken))
        {
            return;
        }

        await db.InTransactionAsync(
            async () =>
            {
                db.DutyRequests.AddRange(requests);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private async Task ActAsOfficeAsync(IReadOnlyList<Agency> chosen, ILookup<Guid, NamedDuty> duties, CancellationToken cancellationToken)
    {
        await using var db = Office();
        if (await db.SupervisionNotices.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(cancellationToken))
        {
            return;
        }

        await db.InTransactionAsync(
            async () =>
            {
                foreach (var (notice, items) in _plan.Notices(chosen, duties, OfficeName))
                {
                    db.SupervisionNotices.Add(notice);
                    db.SupervisionItems.AddRange(items);
                }

                await db.SaveChangesAsync(cancellationToken);
                await DecideAsync(db, chosen, cancellationToken);
                await new SampleReviews(db, calendar, today, OfficeName).CreateAsync(chosen, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private async Task DecideAsync(GovDbContext db, IReadOnlyList<Agency> chosen, CancellationToken cancellationToken)
    {
        foreach (var (agency, position) in chosen.Select((agency, position) => (agency, position)))
        {
            var requests = await db.DutyRequests.IgnoreQueryFilters([GovDbContext.TenantFilter]).AsNoTracking()
                .Where(request => request.AgencyId == agency.Id && request.IsSample && request.WithdrawnAt == null).ToListAsync(cancellationToken);
            foreach (var request in requests)
            {
                if (_plan.Decision(request, position, OfficeName) is not { } decision)
                {
                    continue;
                }

                db.RequestDecisions.Add(decision);
                await db.SaveChangesAsync(cancellationToken);
                if (decision.Granted)
                {
                    await db.GrantAsync(request, decision, calendar, cancellationToken);
                }
            }
        }
    }

    private async Task ReplyAsync(Agency agency, int position, CancellationToken cancellationToken)
    {
        await using var db = As(agency);
        if (await db.SupervisionReplies.AnyAsync(cancellationToken))
        {
            return;
        }

        var notices = await db.SupervisionNotices.AsNoTracking().Where(notice => notice.IsSample).ToListAsync(cancellationToken);
        db.SupervisionReplies.AddRange(notices.Select(notice => _plan.Reply(notice, agency, position)).OfType<SupervisionReply>());
        await db.SaveChangesAsync(cancellationToken);
    }

    private GovDbContext Office() => contexts.Create(new AccessScope(Audience.Office, PersonName: OfficeName));

    private GovDbContext As(Agency agency) => contexts.Create(new AccessScope(Audience.Agency, agency.Id, PersonName: agency.ShortName + "经办人"));
}
