using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Seeding;

/// <summary>The office's looks at the sample disclosures: older ones accepted, one or two of an agency returned, the latest not looked at.</summary>
internal sealed class SampleReviews(GovDbContext db, WorkingDayCalendar calendar, DateOnly today, string officeName)
{
    private static readonly string[] Reasons =
        ["链接打开后不是所登记的内容，请核对网址。", "公开内容缺少处罚依据和结果，请补充完整。", "只公开了标题，没有正文，请公开全文后重新登记。"];

    public async Task CreateAsync(IReadOnlyList<Agency> agencies, CancellationToken cancellationToken)
    {
        foreach (var (agency, position) in agencies.Select((agency, position) => (agency, position)))
        {
            await ReviewAsync(agency, position, cancellationToken);
        }
    }

    private async Task ReviewAsync(Agency agency, int position, CancellationToken cancellationToken)
    {
        var until = BeijingTime.StartOf(today.AddDays(-15));
        var records = await db.Disclosures.IgnoreQueryFilters([GovDbContext.TenantFilter]).AsNoTracking()
            .Where(row => row.AgencyId == agency.Id && row.IsSample && row.LoggedAt < until)
            .OrderByDescending(row => row.LoggedAt).ThenBy(row => row.Address).ToListAsync(cancellationToken);
        // One that alone fulfils its duty, so that the duty is open again.
        var sole = position % 3 == 0 ? await SoleAsync(agency, cancellationToken) : [];
        var returned = records.Where(row => sole.Contains(row.Id)).Take(1 + (position % 2)).ToList();
        db.DisclosureReviews.AddRange(records.Except(returned).Select(row => New(
            agency, row.Id, ReviewOutcome.Accepted, null, BeijingTime.At(calendar.AddWorkingDays(BeijingTime.DateOf(row.LoggedAt), 2), new TimeOnly(16, 0)))));
        var at = BeijingTime.At(calendar.AddWorkingDays(today, -1), new TimeOnly(11, 15));
        db.DisclosureReviews.AddRange(returned.Select((row, number) => New(
            agency, row.Id, ReviewOutcome.Returned, Reasons[(position + number) % Reasons.Length], at)));
        await db.SaveChangesAsync(cancellationToken);
        foreach (var row in returned)
        {
            await db.Database.SqlQuery<int>($"""SELECT gov.end_fulfilments({agency.Id}, {row.Id}, {at}) AS "Value" """).ToListAsync(cancellationToken);
        }
    }

    private async Task<HashSet<Guid>> SoleAsync(Agency agency, CancellationToken cancellationToken) =>
        await db.Fulfilments.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(row => row.AgencyId == agency.Id && row.ReportedValue == null
                && !db.Fulfilments.Any(other => other.AgencyId == agency.Id && other.ObligationId == row.ObligationId && other.DisclosureId != row.DisclosureId))
            .Select(row => row.DisclosureId).ToHashSetAsync(cancellationToken);

    private DisclosureReview New(Agency agency, Guid disclosureId, ReviewOutcome outcome, string? reason, DateTimeOffset at) => new()
    {
        AgencyId = agency.Id,
        DisclosureId = disclosureId,
        Outcome = outcome,
        Reason = reason,
        ReviewedAt = at,
        ReviewedByName = officeName,
    };
}
