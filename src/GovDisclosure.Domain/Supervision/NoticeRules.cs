using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Supervision;

/// <summary>What the municipal office wants to send to a set of agencies.</summary>
/// <param name="Message">What it says.</param>
/// <param name="ReplyBy">The last Beijing date for the reply.</param>
/// <param name="Recipients">Whom, and about what.</param>
public sealed record NoticeDraft(string Message, DateOnly ReplyBy, IReadOnlyList<NoticeRecipient> Recipients);

/// <summary>An agency with the duties that its notice is about.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="OpenDuties">Those duties that are owed and not done.</param>
/// <param name="DoneDuties">How many of the duties chosen have been done or lifted meanwhile.</param>
public sealed record NoticeRecipient(Guid AgencyId, IReadOnlyList<Guid> OpenDuties, int DoneDuties);

/// <summary>What must be true before reminders are sent.</summary>
public static class NoticeRules
{
    /// <summary>The most agencies that one batch reaches.</summary>
    public const int MostAgencies = 100;

    /// <summary>The most duties of one batch, which is also what one form can send.</summary>
    public const int MostDuties = 800;

    /// <summary>How many working days an agency is given to reply, where nobody says otherwise.</summary>
    public const int UsualReplyWorkingDays = 3;

    /// <summary>How many calendar days ahead the date for the reply may lie: a reminder is about what is late already.</summary>
    public const int MostReplyDays = 92;

    /// <summary>The date that the form proposes.</summary>
    /// <remarks>Today does not count, as in 民法典 art. 201, para. 1.</remarks>
    public static DateOnly UsualReplyBy(DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.AddWorkingDays(today, UsualReplyWorkingDays);
    }

    /// <summary>Returns every rule that the draft would break, in the order of the form.</summary>
    /// <param name="draft">What is to be sent.</param>
    /// <param name="today">The present Beijing date.</param>
    /// <param name="calendar">The working days.</param>
    public static IEnumerable<RuleViolation> Check(NoticeDraft draft, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(calendar);
        return CheckRecipients(draft.Recipients).Concat(CheckMessage(draft.Message)).Concat(CheckReplyBy(draft.ReplyBy, today, calendar));
    }

    private static IEnumerable<RuleViolation> CheckRecipients(IReadOnlyList<NoticeRecipient> recipients)
    {
        if (recipients.Count is 0 or > MostAgencies)
        {
            yield return recipients.Count == 0 ? new("NoAgency", "Agencies") : new("TooManyAgencies", "Agencies", MostAgencies);
        }

        if (recipients.Any(recipient => recipient.DoneDuties > 0))
        {
            yield return new("DutyDone", "Agencies", recipients.Sum(recipient => recipient.DoneDuties));
        }
        else if (recipients.Any(recipient => recipient.OpenDuties.Count == 0))
        {
            yield return new("AgencyWithoutDuty", "Agencies");
        }

        if (recipients.Any(recipient => recipient.OpenDuties.Count > SupervisionNotice.MostItems))
        {
            yield return new("TooManyDuties", "Agencies", SupervisionNotice.MostItems);
        }
    }

    private static IEnumerable<RuleViolation> CheckMessage(string message)
    {
        if (string.IsNullOrWhiteSpace(message))
        {
            yield return new("MessageMissing", nameof(NoticeDraft.Message));
        }
        else if (message.Length > SupervisionNotice.MessageLength)
        {
            yield return new("MessageTooLong", nameof(NoticeDraft.Message), SupervisionNotice.MessageLength);
        }
    }

    private static IEnumerable<RuleViolation> CheckReplyBy(DateOnly replyBy, DateOnly today, WorkingDayCalendar calendar)
    {
        if (replyBy < today)
        {
            yield return new("ReplyByPast", nameof(NoticeDraft.ReplyBy), today);
        }
        else if (replyBy > today.AddDays(MostReplyDays))
        {
            yield return new("ReplyByTooFar", nameof(NoticeDraft.ReplyBy), today.AddDays(MostReplyDays));
        }
        else if (!calendar.IsWorkingDay(replyBy))
        {
            yield return new("ReplyByNotWorkingDay", nameof(NoticeDraft.ReplyBy), calendar.NextWorkingDayOnOrAfter(replyBy));
        }
    }
}
