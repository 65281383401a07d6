using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Supervision;

/// <summary>Reads the reminders that the agency signed in has received.</summary>
public sealed class NoticeQueries(GovDbContext db)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 30;

    /// <summary>The most that the banner over the duties names.</summary>
    public const int MostInBanner = 5;

    /// <summary>A page of the agency's reminders, newest first.</summary>
    public Task<ListPage<NoticeRow>> ListAsync(NoticeFilter filter, InstantPage page, DateOnly today, CancellationToken cancellationToken) =>
        Filtered(Rows(db), filter, today).NewestFirstAsync(page, PageSize, cancellationToken);

    /// <summary>The counts of the lights.</summary>
    public Task<NoticeCounts> CountAsync(DateOnly today, CancellationToken cancellationToken) => CountAsync(Rows(db), today, cancellationToken);

    /// <summary>Those not answered yet, the most urgent first, and how many there are.</summary>
    public async Task<(IReadOnlyList<NoticeRow> First, int Count)> UnansweredAsync(CancellationToken cancellationToken)
    {
        var rows = Rows(db).Where(row => row.FirstRepliedAt == null);
        var first = await rows.OrderBy(row => row.ReplyBy).ThenBy(row => row.Number).Take(MostInBanner).ToListAsync(cancellationToken);
        return (first, first.Count < MostInBanner ? first.Count : await rows.CountAsync(cancellationToken));
    }

    /// <summary>The reminders about one duty, newest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> AboutAsync(Guid obligationId, CancellationToken cancellationToken) =>
        await Rows(db).Where(row => db.SupervisionItems.Any(item => item.NoticeId == row.Id && item.ObligationId == obligationId))
            .OrderByDescending(row => row.At).Take(MostInBanner).ToListAsync(cancellationToken);

    /// <summary>One of the agency's reminders; <see langword="null"/> where it has none with this identity.</summary>
    public async Task<NoticeDetail?> FindAsync(Guid id, ViewInstant view, CancellationToken cancellationToken)
    {
        if (await Rows(db).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } notice)
        {
            return null;
        }

        return new NoticeDetail(
            notice,
            await DutiesOf(db, notice, view).ToListAsync(cancellationToken),
            await RepliesOf(db, notice).ToListAsync(cancellationToken));
    }

    internal static IQueryable<NoticeRow> Rows(GovDbContext db) =>
        from notice in db.SupervisionNotices
        join agency in db.Agencies on notice.AgencyId equals agency.Id
        select new NoticeRow
        {
            Id = notice.Id,
            At = notice.SentAt,
            AgencyId = notice.AgencyId,
            AgencyName = agency.ShortName,
            AgencyNameEnglish = agency.EnglishName,
            Year = notice.Year,
            Number = notice.Number,
            Message = notice.Message,
            ReplyBy = notice.ReplyBy,
            SentByName = notice.SentByName,
            IsSample = notice.IsSample,
            Duties = db.SupervisionItems.Count(item => item.AgencyId == notice.AgencyId && item.NoticeId == notice.Id),
            FirstRepliedAt = db.SupervisionReplies
                .Where(reply => reply.AgencyId == notice.AgencyId && reply.NoticeId == notice.Id).Min(reply => (DateTimeOffset?)reply.RepliedAt),
        };

    internal static IQueryable<NoticeRow> Filtered(IQueryable<NoticeRow> rows, NoticeFilter filter, DateOnly today)
    {
        rows = filter.State switch
        {
            NoticeFilterState.Overdue => rows.Where(row => row.FirstRepliedAt == null && row.ReplyBy < today),
            NoticeFilterState.Unanswered => rows.Where(row => row.FirstRepliedAt == null),
            NoticeFilterState.Answered => rows.Where(row => row.FirstRepliedAt != null),
            _ => rows,
        };
        return filter.AgencyId is { } agency ? rows.Where(row => row.AgencyId == agency) : rows;
    }

    internal static async Task<NoticeCounts> CountAsync(IQueryable<NoticeRow> rows, DateOnly today, CancellationToken cancellationToken)
    {
        var groups = await rows.Select(row => new { Unanswered = row.FirstRepliedAt == null, Past = row.ReplyBy < today })
            .GroupBy(row => row)
            .Select(group => new { group.Key.Unanswered, group.Key.Past, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new NoticeCounts(
            groups.Sum(group => group.Count),
            groups.Where(group => group is { Unanswered: true, Past: true }).Sum(group => group.Count),
            groups.Where(group => group.Unanswered).Sum(group => group.Count));
    }

    internal static IQueryable<NamedDuty> DutiesOf(GovDbContext db, NoticeRow notice, ViewInstant view) =>
        NamedDuties.OfAgency(db, view, notice.AgencyId)
            .Where(duty => db.SupervisionItems.Any(item => item.AgencyId == notice.AgencyId && item.NoticeId == notice.Id && item.ObligationId == duty.Id))
            .OrderBy(duty => duty.DueAt).ThenBy(duty => duty.Id)
            .Take(SupervisionNotice.MostItems);

    internal static IQueryable<SupervisionReply> RepliesOf(GovDbContext db, NoticeRow notice) =>
        db.SupervisionReplies.AsNoTracking().Where(reply => reply.AgencyId == notice.AgencyId && reply.NoticeId == notice.Id)
            .OrderBy(reply => reply.RepliedAt).ThenBy(reply => reply.Id).Take(ReplyRules.MostReplies);
}
