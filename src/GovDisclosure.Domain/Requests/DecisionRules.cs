using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Requests;

/// <summary>How the municipal office may answer a request.</summary>
public enum DecisionOutcome
{
    /// <summary>同意: granted as asked.</summary>
    Grant,

    /// <summary>同意延期，另定日期: granted until another date.</summary>
    GrantOtherDate,

    /// <summary>不同意: refused.</summary>
    Refuse,
}

/// <summary>What the office wants to decide.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="DueOn">The date granted, where it is another one than asked for.</param>
/// <param name="Note">The reason.</param>
public sealed record DecisionDraft(DecisionOutcome? Outcome, DateOnly? DueOn, string Note);

/// <summary>The request that is decided, as it stands.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="AskedDueOn">The date asked for.</param>
/// <param name="IsWithdrawn">Whether the agency took it back.</param>
/// <param name="IsDecided">Whether it was answered already.</param>
/// <param name="IsOwn">Whether who decides has asked.</param>
/// <param name="Facts">The duty's facts.</param>
public sealed record DecidedRequest(
    DutyRequestKind Kind, DateOnly? AskedDueOn, bool IsWithdrawn, bool IsDecided, bool IsOwn, ObligationFacts Facts);

/// <summary>What must be true before a request is decided.</summary>
public static class DecisionRules
{
    /// <summary>Returns every rule that the decision would break.</summary>
    /// <remarks>
    /// A request that was made in time may be granted after the due date: the extension holds from the decision on, and what was late
    /// until then was late until then.
    /// </remarks>
    public static IEnumerable<RuleViolation> Check(
        DecisionDraft draft, DecidedRequest request, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(request);
        if (ClosedBy(request) is { } closed)
        {
            return [closed];
        }

        return draft.Outcome is null
            ? [new("OutcomeMissing", nameof(DecisionDraft.Outcome))]
            : CheckDate(draft, request, calendar, mostWorkingDays).Concat(CheckNote(draft));
    }

    /// <summary>Whether a granted extension differs from what was asked for.</summary>
    public static bool IsOtherwise(DateOnly? asked, DateOnly? granted) => granted is not null && granted != asked;

    private static RuleViolation? ClosedBy(DecidedRequest request) => request switch
    {
        { IsDecided: true } => new("AlreadyDecided"),
        { IsWithdrawn: true } => new("RequestWithdrawn"),
        { IsOwn: true } => new("OwnRequest"),
        _ => null,
    };

    private static IEnumerable<RuleViolation> CheckDate(
        DecisionDraft draft, DecidedRequest request, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        if (draft.Outcome == DecisionOutcome.Refuse)
        {
            return [];
        }

        if (request.Facts.Disposition != ObligationDisposition.Open)
        {
            return [new("NotOwed", nameof(DecisionDraft.Outcome))];
        }

        return (request.Kind, draft.Outcome) switch
        {
            (DutyRequestKind.Exemption, DecisionOutcome.GrantOtherDate) => [new("NoDateForExemption", nameof(DecisionDraft.Outcome))],
            (DutyRequestKind.Pause, DecisionOutcome.GrantOtherDate) => [new("NoDateForPause", nameof(DecisionDraft.Outcome))],
            (DutyRequestKind.Extension, DecisionOutcome.GrantOtherDate) => RequestRules.CheckDueOn(draft.DueOn, request.Facts, calendar, mostWorkingDays),
            _ => [],
        };
    }

    private static IEnumerable<RuleViolation> CheckNote(DecisionDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Note) && draft.Outcome != DecisionOutcome.Grant)
        {
            yield return new("NoteMissing", nameof(DecisionDraft.Note));
        }
        else if (draft.Note.Length > RequestDecision.NoteLength)
        {
            yield return new("NoteTooLong", nameof(DecisionDraft.Note), RequestDecision.NoteLength);
        }
    }
}
