using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Domain.Reviews;
using GovDisclosure.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>What the municipal office and the agency said to each other about a duty, for its history.</summary>
internal static class HistoryOfActs
{
    public static async Task<IReadOnlyList<HistoryEntry>> ActsOnAsync(this GovDbContext db, Guid agencyId, Guid obligationId, CancellationToken cancellationToken) =>
        [.. await ReviewsAsync(db, agencyId, obligationId, cancellationToken),
            .. await NoticesAsync(db, agencyId, obligationId, cancellationToken),
            .. await RequestsAsync(db, agencyId, obligationId, cancellationToken)];

    private static async Task<IEnumerable<HistoryEntry>> ReviewsAsync(GovDbContext db, Guid agencyId, Guid obligationId, CancellationToken cancellationToken)
    {
        var reviews = await (
            from review in db.DisclosureReviews
            where review.AgencyId == agencyId
                && db.Fulfilments.Any(row => row.AgencyId == agencyId && row.ObligationId == obligationId && row.DisclosureId == review.DisclosureId)
            join disclosure in db.Disclosures on new { review.AgencyId, Id = review.DisclosureId } equals new { disclosure.AgencyId, disclosure.Id }
            select new { review.Outcome, review.ReviewedAt, review.ReviewedByName, review.Reason, disclosure.Title, disclosure.PublishedAt, disclosure.HasTime })
            .Reaching(db, agencyId).ToListAsync(cancellationToken);
        return reviews.Select(row => new HistoryEntry(
            row.Outcome == ReviewOutcome.Returned ? HistoryKind.DisclosureReturned : HistoryKind.DisclosureAccepted,
            row.ReviewedAt, row.ReviewedByName, row.Title, row.PublishedAt, row.HasTime, row.Reason));
    }

    private static async Task<IEnumerable<HistoryEntry>> NoticesAsync(GovDbContext db, Guid agencyId, Guid obligationId, CancellationToken cancellationToken)
    {
        var notices = await db.SupervisionNotices.AsNoTracking()
            .Where(notice => notice.AgencyId == agencyId
                && db.SupervisionItems.Any(item => item.AgencyId == agencyId && item.NoticeId == notice.Id && item.ObligationId == obligationId))
            .Reaching(db, agencyId).ToListAsync(cancellationToken);
        var numbers = notices.ToDictionary(notice => notice.Id, notice => NoticeNumbers.Write(notice.Year, notice.Number));
        var ids = numbers.Keys.ToArray();
        var replies = await db.SupervisionReplies.AsNoTracking().Where(reply => reply.AgencyId == agencyId && ids.Contains(reply.NoticeId))
            .Reaching(db, agencyId).ToListAsync(cancellationToken);
        return notices
            .Select(notice => new HistoryEntry(
                HistoryKind.Reminded, notice.SentAt, notice.SentByName, numbers[notice.Id], BeijingTime.EndOf(notice.ReplyBy), false, notice.Message))
            .Concat(replies.Select(reply => new HistoryEntry(
                HistoryKind.ReminderAnswered, reply.RepliedAt, reply.RepliedByName, numbers[reply.NoticeId], null, false, reply.Text)));
    }

    private static async Task<IEnumerable<HistoryEntry>> RequestsAsync(GovDbContext db, Guid agencyId, Guid obligationId, CancellationToken cancellationToken)
    {
        var requests = await db.DutyRequests.AsNoTracking().Where(request => request.AgencyId == agencyId && request.ObligationId == obligationId)
            .Reaching(db, agencyId).ToListAsync(cancellationToken);
        var ids = requests.Select(request => request.Id).ToArray();
        var refusals = await db.RequestDecisions.AsNoTracking()
            .Where(decision => decision.AgencyId == agencyId && ids.Contains(decision.RequestId) && !decision.Granted)
            .Reaching(db, agencyId).ToListAsync(cancellationToken);
        return requests
            .Select(request => new HistoryEntry(
                AskedKind(request.Kind),
                request.AskedAt, request.AskedByName, null, (request.DueOn ?? request.StopTo) is { } day ? BeijingTime.EndOf(day) : null, false, request.Reason)
            {
                ExtendBy = request.ExtendBy,
            })
            .Concat(requests.Where(request => request.WithdrawnAt is not null).Select(request => new HistoryEntry(
                request.WithdrawnNote is null ? HistoryKind.RequestWithdrawn : HistoryKind.RequestEnded,
                request.WithdrawnAt!.Value, request.WithdrawnNote is null ? request.AskedByName : null, null, null, false, request.WithdrawnNote)))
            .Concat(refusals.Select(decision => new HistoryEntry(
                HistoryKind.RequestRefused, decision.DecidedAt, decision.DecidedByName, null, null, false, decision.Note)));
    }

    private static HistoryKind AskedKind(DutyRequestKind kind) => kind switch
    {
        DutyRequestKind.Extension => HistoryKind.ExtensionAsked,
        DutyRequestKind.Pause => HistoryKind.PauseAsked,
        _ => HistoryKind.ExemptionAsked,
    };
}
