using GovDisclosure.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Dashboards;

/// <summary>What waits for the municipal office now.</summary>
/// <param name="Requests">What agencies asked for that is not decided yet.</param>
/// <param name="Notices">Reminders that no agency has answered yet.</param>
/// <param name="NoticesPastReply">Those of them whose day of reply has passed.</param>
public sealed record Waiting(int Requests, int Notices, int NoticesPastReply);

/// <summary>A reminder in an agency's record.</summary>
public sealed record NoticeLine(Guid Id, int Year, int Number, DateTimeOffset SentAt, DateOnly ReplyBy, DateTimeOffset? RepliedAt);

/// <summary>A request in an agency's record.</summary>
/// <param name="Id">The request.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="TaskTitle">For which task.</param>
/// <param name="AskedAt">When.</param>
/// <param name="WithdrawnAt">When the agency took it back.</param>
/// <param name="Granted">What the office decided; <see langword="null"/> until then.</param>
public sealed record RequestLine(Guid Id, DutyRequestKind Kind, string TaskTitle, DateTimeOffset AskedAt, DateTimeOffset? WithdrawnAt, bool? Granted);

/// <summary>Reads requests and reminders across agencies, for the municipal office.</summary>
public sealed class WaitingQueries(GovDbContext db)
{
    /// <summary>How many lines of each kind an agency's page shows.</summary>
    public const int MostLines = 20;

    /// <summary>How much waits.</summary>
    public async Task<Waiting> CountAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var requests = await db.DutyRequests.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .CountAsync(row => row.WithdrawnAt == null && !db.RequestDecisions.Any(decision => decision.AgencyId == row.AgencyId && decision.RequestId == row.Id), cancellationToken);
        var notices = await db.SupervisionNotices.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(row => !db.SupervisionReplies.Any(reply => reply.AgencyId == row.AgencyId && reply.NoticeId == row.Id))
            .GroupBy(row => row.ReplyBy < today)
            .Select(group => new { IsPast = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new Waiting(requests, notices.Sum(group => group.Count), notices.Where(group => group.IsPast).Sum(group => group.Count));
    }

    /// <summary>The latest reminders to an agency.</summary>
    public async Task<IReadOnlyList<NoticeLine>> NoticesAsync(Guid agencyId, CancellationToken cancellationToken) =>
        await db.SupervisionNotices.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(row => row.AgencyId == agencyId)
            .OrderByDescending(row => row.SentAt).ThenBy(row => row.Id).Take(MostLines)
            .Select(row => new NoticeLine(row.Id, row.Year, row.Number, row.SentAt, row.ReplyBy, db.SupervisionReplies
                .Where(reply => reply.AgencyId == row.AgencyId && reply.NoticeId == row.Id).Min(reply => (DateTimeOffset?)reply.RepliedAt)))
            .ToListAsync(cancellationToken);

    /// <summary>The latest requests of an agency.</summary>
    public async Task<IReadOnlyList<RequestLine>> RequestsAsync(Guid agencyId, CancellationToken cancellationToken) =>
        await (
            from request in db.DutyRequests.IgnoreQueryFilters([GovDbContext.TenantFilter])
            where request.AgencyId == agencyId
            join duty in db.Obligations on new { request.AgencyId, Id = request.ObligationId } equals new { duty.AgencyId, duty.Id }
            join task in db.Tasks on duty.TaskId equals task.Id
            orderby request.AskedAt descending, request.Id
            select new RequestLine(
                request.Id, request.Kind, task.Title, request.AskedAt, request.WithdrawnAt, db.RequestDecisions
                    .Where(decision => decision.AgencyId == request.AgencyId && decision.RequestId == request.Id).Select(decision => (bool?)decision.Granted).SingleOrDefault()))
            .Take(MostLines).ToListAsync(cancellationToken);
}
