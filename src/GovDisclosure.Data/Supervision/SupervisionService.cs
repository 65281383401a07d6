using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Supervision;

/// <summary>Reminders to send.</summary>
/// <param name="BatchId">Made when the form was shown; the same one twice is one batch.</param>
/// <param name="AgencyIds">The agencies ticked.</param>
/// <param name="DutyIds">The duties ticked; those of agencies that are not ticked are left out.</param>
/// <param name="Message">What the office says.</param>
/// <param name="ReplyBy">The last Beijing date for the reply.</param>
public sealed record SendNotices(
    Guid BatchId, IReadOnlyCollection<Guid> AgencyIds, IReadOnlyCollection<Guid> DutyIds, string Message, DateOnly ReplyBy);

/// <summary>What came of it: the reminders in the order of their numbers, or the rules that stand against them.</summary>
public sealed record SendResult(IReadOnlyList<Guid> NoticeIds, IReadOnlyList<RuleViolation> Violations);

/// <summary>A reply to send.</summary>
public sealed record SendReply(Guid RequestKey, Guid NoticeId, string Text, DateOnly? ExpectedOn);

/// <summary>Sends reminders and the replies to them. One call is one transaction and one line of the audit trail.</summary>
public sealed class SupervisionService(GovDbContext db, BeijingClock clock)
{
    /// <summary>Sends one numbered reminder to each agency. The caller is the municipal office.</summary>
    /// <exception cref="KeyNotFoundException">A duty or an agency is none that the office may chase.</exception>
    public Task<SendResult> SendAsync(SendNotices request, WorkingDayCalendar calendar, ViewInstant view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return db.InTransactionAsync(() => SendOnceAsync(request, calendar, view, cancellationToken), cancellationToken);
    }

    /// <summary>Answers one of the agency's reminders.</summary>
    /// <returns>The rules that stand against it; none when it is sent.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such reminder.</exception>
    public Task<IReadOnlyList<RuleViolation>> ReplyAsync(SendReply request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return db.InTransactionAsync(() => ReplyOnceAsync(request, cancellationToken), cancellationToken);
    }

    private async Task<SendResult> SendOnceAsync(
        SendNotices request, WorkingDayCalendar calendar, ViewInstant view, CancellationToken cancellationToken)
    {
        await db.LockAsync($"notice-batch:{request.BatchId}", cancellationToken);
        if (await NoticesOfAsync(request.BatchId, cancellationToken) is { Count: > 0 } sent)
        {
            return new(sent, []);
        }

        var now = clock.Now;
        var recipients = await RecipientsAsync(request, view, cancellationToken);
        var message = PlainText.Lines(request.Message);
        var violations = NoticeRules.Check(new NoticeDraft(message, request.ReplyBy, recipients), BeijingTime.DateOf(now), calendar).ToList();
        if (violations.Count > 0)
        {
            return new([], violations);
        }

        var notices = await NumberedAsync(request, recipients, message, now, cancellationToken);
        db.SupervisionNotices.AddRange(notices);
        db.SupervisionItems.AddRange(notices.Zip(recipients).SelectMany(pair => pair.Second.OpenDuties.Select(duty => new SupervisionItem
        {
            AgencyId = pair.First.AgencyId,
            NoticeId = pair.First.Id,
            ObligationId = duty,
        })));
        db.Record("notice.sent", request.BatchId, now, new
        {
            Notices = notices.Select(notice => new { notice.Id, notice.AgencyId, Number = NoticeNumbers.Write(notice.Year, notice.Number) }),
            request.ReplyBy,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new([.. notices.Select(notice => notice.Id)], []);
    }

    private async Task<List<NoticeRecipient>> RecipientsAsync(SendNotices request, ViewInstant view, CancellationToken cancellationToken)
    {
        var ids = request.DutyIds.Distinct().ToArray();
        var agencies = request.AgencyIds.Distinct().ToArray();
        var duties = await NamedDuties.Of(db, view).IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(duty => ids.Contains(duty.Id)).ToListAsync(cancellationToken);
        var known = await db.Agencies.Where(agency => agencies.Contains(agency.Id) && agency.ParentId == null)
            .OrderBy(agency => agency.Code).Select(agency => agency.Id).ToListAsync(cancellationToken);
        if (duties.Count != ids.Length || known.Count != agencies.Length)
        {
            throw new KeyNotFoundException("No such duty or agency.");
        }

        var byAgency = duties.OrderBy(duty => duty.DueAt).ToLookup(duty => duty.AgencyId);
        return [.. known.Select(agency => new NoticeRecipient(
            agency,
            [.. byAgency[agency].Where(duty => duty.IsUnfinished).Select(duty => duty.Id)],
            byAgency[agency].Count(duty => !duty.IsUnfinished)))];
    }

    // Whoever sends waits here for whoever is sending, and sees the numbers taken.
    private async Task<List<SupervisionNotice>> NumberedAsync(
        SendNotices request, List<NoticeRecipient> recipients, string message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var year = BeijingTime.DateOf(now).Year;
        await db.LockAsync($"notice-numbers:{year}", cancellationToken);
        var last = await db.SupervisionNotices.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(notice => notice.Year == year).MaxAsync(notice => (int?)notice.Number, cancellationToken) ?? 0;
        return [.. recipients.Zip(NoticeNumbers.After(last, recipients.Count), (recipient, number) => new SupervisionNotice
        {
            AgencyId = recipient.AgencyId,
            // Of one batch, the order of the identities is that of the numbers, and so is the list's.
            Id = Guid.CreateVersion7(now.AddMilliseconds(number - last)),
            BatchId = request.BatchId,
            Year = year,
            Number = number,
            Message = message,
            ReplyBy = request.ReplyBy,
            SentAt = now,
            SentById = db.Scope.PersonId,
            SentByName = db.Scope.PersonName ?? "",
        })];
    }

    private Task<List<Guid>> NoticesOfAsync(Guid batchId, CancellationToken cancellationToken) =>
        db.SupervisionNotices.IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(notice => notice.BatchId == batchId)
            .OrderBy(notice => notice.Number).Select(notice => notice.Id).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<RuleViolation>> ReplyOnceAsync(SendReply request, CancellationToken cancellationToken)
    {
        await db.LockAsync($"notice-reply:{request.NoticeId}", cancellationToken);
        if (!await db.SupervisionNotices.AnyAsync(notice => notice.Id == request.NoticeId, cancellationToken))
        {
            throw new KeyNotFoundException("No such notice.");
        }

        if (await db.SupervisionReplies.AnyAsync(reply => reply.RequestKey == request.RequestKey, cancellationToken))
        {
            return [];
        }

        var now = clock.Now;
        var text = PlainText.Lines(request.Text);
        var sent = await db.SupervisionReplies.CountAsync(reply => reply.NoticeId == request.NoticeId, cancellationToken);
        var violations = ReplyRules.Check(text, request.ExpectedOn, BeijingTime.DateOf(now), sent).ToList();
        if (violations.Count > 0)
        {
            return violations;
        }

        var reply = new SupervisionReply
        {
            AgencyId = db.Scope.RequiredAgencyId,
            RequestKey = request.RequestKey,
            NoticeId = request.NoticeId,
            Text = text,
            ExpectedOn = request.ExpectedOn,
            RepliedAt = now,
            RepliedById = db.Scope.PersonId,
            RepliedByName = db.Scope.PersonName ?? "",
        };
        db.SupervisionReplies.Add(reply);
        db.Record("notice.answered", reply.Id, now, new { reply.NoticeId, reply.ExpectedOn });
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }
}
