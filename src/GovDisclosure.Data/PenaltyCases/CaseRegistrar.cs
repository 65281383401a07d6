using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>Adds cases to a unit of work: trigger, case and what the plan demands after it. The caller has the transaction.</summary>
public sealed class CaseRegistrar(GovDbContext db, PlanQueries plans, CalendarQueries calendars)
{
    /// <summary>The rules of the agency's tasks that wait for a kind of trigger.</summary>
    public async Task<IReadOnlyList<TriggeredRule>> RulesAsync(CancellationToken cancellationToken) =>
        await plans.CurrentAsync(cancellationToken) is { } plan
            ? await TriggeredRules.OfAsync(db, plan.Id, db.Scope.RequiredAgencyId, cancellationToken)
            : [];

    /// <summary>Whether penalty decisions start a clock of the agency's: only then has it a register of cases.</summary>
    public async Task<bool> HasCasesAsync(CancellationToken cancellationToken) =>
        (await RulesAsync(cancellationToken)).Any(rule => rule.Rule.Event == TriggerKind.PenaltyDecision);

    /// <summary>The working days, to judge a file by.</summary>
    internal Task<WorkingDayCalendar> CalendarAsync(CancellationToken cancellationToken) => calendars.LoadAsync(cancellationToken);

    /// <summary>The working days, for due dates that the transaction writes.</summary>
    internal Task<WorkingDayCalendar> CalendarForWritingAsync(CancellationToken cancellationToken) => calendars.LoadForWritingAsync(cancellationToken);

    /// <summary>One writer of an agency's register at a time, so that a number is looked up and taken in one step.</summary>
    internal Task LockAsync(CancellationToken cancellationToken) => db.LockAsync($"register/{db.Scope.RequiredAgencyId}", cancellationToken);

    /// <summary>The cases that stand under these numbers.</summary>
    internal async Task<Dictionary<string, Guid>> KnownAsync(IEnumerable<string> references, CancellationToken cancellationToken)
    {
        var wanted = references.Distinct(StringComparer.Ordinal).ToArray();
        return await (
            from trigger in db.TriggerEvents
            where trigger.Kind == TriggerKind.PenaltyDecision && trigger.CancelledAt == null && wanted.Contains(trigger.Reference)
            join found in db.PenaltyCases on trigger.Id equals found.TriggerId
            select new { trigger.Reference, found.Id }).ToDictionaryAsync(row => row.Reference, row => row.Id, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Adds one case.</summary>
    /// <param name="draft">A draft that the rules found nothing against.</param>
    /// <param name="requestKey">The form's own key.</param>
    /// <param name="corrects">The case that it corrects, and why.</param>
    /// <param name="rules">The agency's rules.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="now">The present instant.</param>
    internal PenaltyCase Add(
        CaseDraft draft, Guid requestKey, (Guid CaseId, CorrectionReason Reason)? corrects, IReadOnlyList<TriggeredRule> rules, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        var trigger = new TriggerEvent
        {
            AgencyId = db.Scope.RequiredAgencyId,
            Kind = TriggerKind.PenaltyDecision,
            Reference = draft.Reference,
            Title = draft.Title,
            OccurredAt = BeijingTime.StartOf(draft.DecidedOn!.Value),
            RecordedAt = now,
            RecordedByName = db.Scope.PersonName ?? "",
        };
        var made = ObligationMaterialiser.ForTrigger(trigger, rules, calendar).ToList();
        db.TriggerEvents.Add(trigger);
        db.AddDuties(made);
        var added = new PenaltyCase
        {
            AgencyId = trigger.AgencyId,
            TriggerId = trigger.Id,
            ObligationId = made.MinBy(duty => (duty.Obligation.OriginalDueAt, duty.Obligation.Id))!.Obligation.Id,
            RequestKey = requestKey,
            PartyKind = draft.PartyKind!.Value,
            PartyName = draft.PartyName,
            Facts = draft.Facts,
            Kinds = [.. draft.Kinds],
            Basis = draft.Basis,
            Result = draft.Result,
            Performance = draft.Performance,
            DecidingBody = draft.DecidingBody,
            Channel = draft.Channel!.Value,
            CorrectsCaseId = corrects?.CaseId,
            CorrectionReason = corrects?.Reason,
        };
        CaseFacts.Apply(draft, added);
        db.PenaltyCases.Add(added);
        return added;
    }
}
