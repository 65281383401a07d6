using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Requests;

/// <summary>The duty that is asked about, as it stands.</summary>
/// <param name="Facts">Its facts.</param>
/// <param name="HasPending">Whether another request about it waits for an answer.</param>
/// <param name="Clock">What its due date is counted from; <see langword="null"/> where no trigger of the agency's own started it.</param>
public sealed record RequestedDuty(ObligationFacts Facts, bool HasPending, DutyClock? Clock = null);

/// <summary>What must be true before a request is made.</summary>
public static class RequestRules
{
    /// <summary>How far an extension may reach where nobody set another limit, in working days after the original due date.</summary>
    public const int UsualMostWorkingDays = 60;

    /// <summary>Returns every rule that the request would break, in the order of the form.</summary>
    /// <remarks>
    /// More time is asked for while there is still time, as 政府信息公开条例 (2019) art. 33 has it for answers; afterwards the duty is late,
    /// and stays so. Release may be asked for at any time: that something may not be published does not lapse.
    /// </remarks>
    /// <param name="draft">What is asked for.</param>
    /// <param name="duty">The duty.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="mostWorkingDays">How many working days after the original due date an extension may reach.</param>
    public static IEnumerable<RuleViolation> Check(
        RequestDraft draft, RequestedDuty duty, DateTimeOffset now, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(duty);
        return CheckDuty(draft, duty, now).Concat(CheckContent(draft, duty, calendar, mostWorkingDays));
    }

    /// <summary>Returns the rules about a new last date: later than the original and the present one, and not beyond the limit.</summary>
    public static IEnumerable<RuleViolation> CheckDueOn(DateOnly? dueOn, ObligationFacts facts, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var original = OriginalDueOn(facts);
        var last = LastPossible(facts, calendar, mostWorkingDays);
        if (dueOn is not { } day)
        {
            yield return new("DueOnMissing", nameof(RequestDraft.DueOn));
        }
        else if (BeijingTime.EndOf(day) <= facts.DueAt || day <= original)
        {
            yield return new("DueOnNotLater", nameof(RequestDraft.DueOn), new Due(facts.DueAt, IsProvisional: false).DueOn);
        }
        else if (day > last)
        {
            yield return new("DueOnTooFar", nameof(RequestDraft.DueOn), last, mostWorkingDays);
        }
    }

    /// <summary>The last date that an extension may reach.</summary>
    public static DateOnly LastPossible(ObligationFacts facts, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.AddWorkingDays(OriginalDueOn(facts), mostWorkingDays);
    }

    private static DateOnly OriginalDueOn(ObligationFacts facts) => new Due(facts.OriginalDueAt, IsProvisional: false).DueOn;

    private static IEnumerable<RuleViolation> CheckDuty(RequestDraft draft, RequestedDuty duty, DateTimeOffset now)
    {
        if (duty.Facts.Disposition != ObligationDisposition.Open)
        {
            yield return new("NotOwed");
        }
        else if (duty.Facts.FulfilledAt is not null)
        {
            yield return new("AlreadyDone");
        }
        else if (draft.Kind is DutyRequestKind.Extension or DutyRequestKind.Pause && now >= duty.Facts.DueAt)
        {
            yield return new("AlreadyDue", nameof(RequestDraft.Kind), new Due(duty.Facts.DueAt, IsProvisional: false).DueOn);
        }

        if (duty.HasPending)
        {
            yield return new("AlreadyAsked");
        }
    }

    private static IEnumerable<RuleViolation> CheckContent(
        RequestDraft draft, RequestedDuty duty, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        var special = draft.Kind switch
        {
            null => [new("KindMissing", nameof(RequestDraft.Kind))],
            DutyRequestKind.Extension when draft.ExtendBy is { } count => ClockRequestRules.CheckExtension(count, draft.DueOn, duty, calendar, mostWorkingDays),
            DutyRequestKind.Extension => CheckDueOn(draft.DueOn, duty.Facts, calendar, mostWorkingDays),
            DutyRequestKind.Pause => ClockRequestRules.CheckPause(draft.StopFrom, draft.StopTo, duty, calendar, mostWorkingDays),
            DutyRequestKind.Exemption when draft.Ground is null => [new("GroundMissing", nameof(RequestDraft.Ground))],
            _ => Enumerable.Empty<RuleViolation>(),
        };
        foreach (var violation in special)
        {
            yield return violation;
        }

        if (string.IsNullOrWhiteSpace(draft.Reason))
        {
            yield return new("ReasonMissing", nameof(RequestDraft.Reason));
        }
        else if (draft.Reason.Length > DutyRequest.ReasonLength)
        {
            yield return new("ReasonTooLong", nameof(RequestDraft.Reason), DutyRequest.ReasonLength);
        }
    }
}
