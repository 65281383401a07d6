using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Requests;

/// <summary>What must be true before a period is extended by a number, or its clock is stopped.</summary>
/// <remarks>
/// 政府信息公开条例 (2019) art. 33 is the model: the extension adds to the period from the start, and what stops the clock are days that do
/// not count. Both need a period that a trigger started; a month or a fixed date can only be put off to another date.
/// </remarks>
public static class ClockRequestRules
{
    /// <summary>The longest extension that can be written, in the rule's own unit; how far it may reach is another rule.</summary>
    public const int MostUnits = 1000;

    /// <summary>Returns every rule that an extension by a number would break.</summary>
    public static IEnumerable<RuleViolation> CheckExtension(
        int count, DateOnly? dueOn, RequestedDuty duty, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        ArgumentNullException.ThrowIfNull(duty);
        const string Field = nameof(RequestDraft.ExtendBy);
        if (dueOn is not null)
        {
            return [new("DateOrCount", Field)];
        }

        if (duty.Clock is not { CountsOneUnit: true } clock)
        {
            return [new("CountNeedsPeriod", Field)];
        }

        return count is < 1 or > MostUnits
            ? [new("ExtensionCount", Field, MostUnits)]
            : CheckChanged(clock.ExtendedBy(count), Field, duty.Facts, calendar, mostWorkingDays);
    }

    /// <summary>Returns every rule that a pause would break.</summary>
    public static IEnumerable<RuleViolation> CheckPause(
        DateOnly? from, DateOnly? to, RequestedDuty duty, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        ArgumentNullException.ThrowIfNull(duty);
        if (duty.Clock is not { CanStop: true } clock)
        {
            return [new("PauseNeedsPeriod", nameof(RequestDraft.Kind))];
        }

        var missing = CheckDays(from, to, clock, duty.Facts).ToList();
        return missing.Count > 0 ? missing : CheckChanged(clock.Stopped(from!.Value, to!.Value), nameof(RequestDraft.StopTo), duty.Facts, calendar, mostWorkingDays);
    }

    private static IEnumerable<RuleViolation> CheckDays(DateOnly? from, DateOnly? to, DutyClock clock, ObligationFacts facts)
    {
        if (from is null)
        {
            yield return new("StopFromMissing", nameof(RequestDraft.StopFrom));
        }
        else if (from <= clock.TriggeredOn)
        {
            yield return new("StopBeforeTrigger", nameof(RequestDraft.StopFrom), clock.TriggeredOn);
        }
        else if (BeijingTime.StartOf(from.Value) >= facts.DueAt)
        {
            yield return new("StopAfterDue", nameof(RequestDraft.StopFrom), new Due(facts.DueAt, IsProvisional: false).DueOn);
        }

        if (to is null)
        {
            yield return new("StopToMissing", nameof(RequestDraft.StopTo));
        }
        else if (to < from)
        {
            yield return new("StopEndsBeforeItStarts", nameof(RequestDraft.StopTo));
        }
        else if (from is { } start && to.Value.DayNumber - start.DayNumber > MostUnits)
        {
            yield return new("StopTooLong", nameof(RequestDraft.StopTo), MostUnits);
        }
    }

    private static IEnumerable<RuleViolation> CheckChanged(
        DutyClock changed, string field, ObligationFacts facts, WorkingDayCalendar calendar, int mostWorkingDays)
    {
        if (changed.Check().FirstOrDefault() is { } violation)
        {
            yield return violation with { Field = field };
            yield break;
        }

        var dueAt = changed.DueAt(calendar);
        var last = RequestRules.LastPossible(facts, calendar, mostWorkingDays);
        if (dueAt <= facts.DueAt)
        {
            yield return new("NothingMoves", field, new Due(facts.DueAt, IsProvisional: false).DueOn);
        }
        else if (dueAt > BeijingTime.EndOf(last))
        {
            yield return new("CountTooFar", field, new Due(dueAt, IsProvisional: false).DueOn, last, mostWorkingDays);
        }
    }
}
