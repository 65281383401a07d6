using System.Globalization;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Events;

/// <summary>What came of entering an event.</summary>
/// <param name="EventId">The event, perhaps one that was there already.</param>
/// <param name="WasKnown">Whether its number was entered before.</param>
/// <param name="Violations">What stands against it.</param>
public sealed record EventResult(Guid? EventId, bool WasKnown, IReadOnlyList<RuleViolation> Violations);

/// <summary>Enters and cancels the triggers that are no penalty decisions. One call is one transaction and one line of the audit trail.</summary>
public sealed class EventService(GovDbContext db, PlanQueries plans, CalendarQueries calendars, BeijingClock clock)
{
    /// <summary>Enters an event and makes what the plan demands after it.</summary>
    /// <param name="requestKey">Made when the form was shown, and the event's identity: the same form sent twice is one event.</param>
    /// <param name="draft">The event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<EventResult> RegisterAsync(Guid requestKey, EventDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return await db.InTransactionAsync(() => RegisterOnceAsync(requestKey, draft.Cleaned(), cancellationToken), cancellationToken);
    }

    /// <summary>Cancels an event that was entered by mistake; what it started is no longer owed.</summary>
    /// <returns>The rule that stands against it; <see langword="null"/> when it is cancelled.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such event.</exception>
    public async Task<RuleViolation?> CancelAsync(Guid eventId, string? reason, CancellationToken cancellationToken)
    {
        var why = PlainText.Lines(reason);
        return Triggers.CheckReason(why) is { } violation
            ? violation
            : await db.InTransactionAsync(() => CancelOnceAsync(eventId, why, cancellationToken), cancellationToken);
    }

    private async Task<EventResult> RegisterOnceAsync(Guid requestKey, EventDraft draft, CancellationToken cancellationToken)
    {
        await db.LockAsync($"register/{db.Scope.RequiredAgencyId}", cancellationToken);
        if (await db.TriggerEvents.AnyAsync(row => row.Id == requestKey, cancellationToken))
        {
            return new EventResult(requestKey, false, []);
        }

        var now = clock.Now;
        var plan = await plans.CurrentAsync(cancellationToken);
        var rules = plan is null ? [] : await TriggeredRules.OfAsync(db, plan.Id, db.Scope.RequiredAgencyId, cancellationToken);
        List<RuleViolation> violations = plan is null ? [new("NothingStarts", nameof(EventDraft.Kind))] : [.. draft.Check(now, new DateOnly(plan.Year, 1, 1), IsAwaited(rules, draft))];
        if (violations.Count > 0)
        {
            return new EventResult(null, false, violations);
        }

        if (draft.Reference.Length > 0 && await db.TriggerEvents.Where(row => row.Kind == draft.Kind && row.Reference == draft.Reference && row.CancelledAt == null)
            .Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return new EventResult(known, true, []);
        }

        var trigger = new TriggerEvent
        {
            AgencyId = db.Scope.RequiredAgencyId,
            Id = requestKey,
            Kind = draft.Kind!.Value,
            TaskId = draft.TaskId,
            // What has no number gets one, since everything in the register is named by one.
            Reference = draft.Reference.Length > 0 ? draft.Reference : BeijingTime.DateOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + requestKey.ToString("N")[^8..],
            Title = draft.Title,
            OccurredAt = draft.OccurredAt,
            RecordedAt = now,
            RecordedByName = db.Scope.PersonName ?? "",
        };
        var made = ObligationMaterialiser.ForTrigger(trigger, rules, await calendars.LoadForWritingAsync(cancellationToken)).ToList();
        if (made.Count == 0)
        {
            return new EventResult(null, false, [new RuleViolation("NothingStarts", draft.TaskId is null ? nameof(EventDraft.Kind) : nameof(EventDraft.TaskId))]);
        }

        db.TriggerEvents.Add(trigger);
        db.AddDuties(made);
        db.Record("event.registered", trigger.Id, now, new { Kind = trigger.Kind.ToString(), trigger.Reference, trigger.Title, trigger.OccurredAt, Obligations = made.Select(duty => duty.Obligation.Id) });
        await db.SaveChangesAsync(cancellationToken);
        return new EventResult(trigger.Id, false, []);
    }

    // Whether a task of the agency has something due before such an event.
    private static bool IsAwaited(IEnumerable<TriggeredRule> rules, EventDraft draft) => rules.Any(rule =>
        rule.Rule.Kind == DeadlineRuleKind.WorkingDaysBeforeEvent && rule.Rule.Event == draft.Kind && (draft.TaskId is null || draft.TaskId == rule.TaskId));

    private async Task<RuleViolation?> CancelOnceAsync(Guid eventId, string why, CancellationToken cancellationToken)
    {
        await db.LockAsync($"register/{db.Scope.RequiredAgencyId}", cancellationToken);
        var trigger = await db.TriggerEvents.SingleOrDefaultAsync(row => row.Id == eventId && row.Kind != TriggerKind.PenaltyDecision, cancellationToken)
            ?? throw new KeyNotFoundException("No such event.");
        if (trigger.CancelledAt is not null)
        {
            return new RuleViolation("Cancelled");
        }

        var now = clock.Now;
        await db.CancelTriggerAsync(trigger, why, now, cancellationToken);
        db.Record("event.cancelled", eventId, now, new { trigger.Reference, trigger.Title, Reason = why });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
