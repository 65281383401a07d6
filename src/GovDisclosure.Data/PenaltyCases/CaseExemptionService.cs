using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>Asks for and decides that a case, or a part of it, is not published. One call is one transaction and one line of the audit trail.</summary>
public sealed class CaseExemptionService(GovDbContext db, BeijingClock clock)
{
    /// <summary>Asks for an exemption.</summary>
    /// <returns>The rules that stand against it; none when it waits for approval.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such case.</exception>
    public async Task<IReadOnlyList<RuleViolation>> AskAsync(
        Guid caseId, ExemptionScope? scope, ExemptionGround? ground, string? reason, CancellationToken cancellationToken)
    {
        var why = PlainText.Lines(reason);
        var violations = new List<RuleViolation>();
        if (scope is null)
        {
            violations.Add(new("ExemptionScopeMissing", "Scope"));
        }

        if (ground is null)
        {
            violations.Add(new("ExemptionGroundMissing", "Ground"));
        }

        if (why.Length is 0 or > CaseExemption.ReasonLength)
        {
            violations.Add(why.Length == 0 ? new("ReasonMissing", "Reason") : new("ReasonTooLong", "Reason", CaseExemption.ReasonLength));
        }

        return violations.Count > 0
            ? violations
            : await db.InTransactionAsync(() => AskOnceAsync(caseId, scope!.Value, ground!.Value, why, cancellationToken), cancellationToken);
    }

    /// <summary>Approves or refuses what somebody else asked for. Approved for the whole case, nothing is owed any more.</summary>
    /// <returns>The rule that stands against it; <see langword="null"/> when it is decided.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such case.</exception>
    public async Task<RuleViolation?> DecideAsync(Guid caseId, bool approve, string? note, CancellationToken cancellationToken)
    {
        var words = PlainText.Lines(note);
        if (words.Length > CaseExemption.ReasonLength)
        {
            return new RuleViolation("ReasonTooLong", "Note", CaseExemption.ReasonLength);
        }

        return !approve && words.Length == 0
            ? new RuleViolation("RefusalWithoutReason", "Note")
            : await db.InTransactionAsync(() => DecideOnceAsync(caseId, approve, words, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<RuleViolation>> AskOnceAsync(
        Guid caseId, ExemptionScope scope, ExemptionGround ground, string why, CancellationToken cancellationToken)
    {
        await db.LockAsync($"case/{caseId}", cancellationToken);
        var trigger = await TriggerOfAsync(caseId, cancellationToken);
        var others = await db.CaseExemptions.Where(row => row.CaseId == caseId).AsNoTracking().ToListAsync(cancellationToken);
        if (others.Find(row => row.DecidedAt is null) is { } waiting)
        {
            // The same form sent twice waits once.
            return waiting.AskedById == db.Scope.PersonId && waiting.Scope == scope && waiting.Reason == why ? [] : [new RuleViolation("ExemptionWaiting")];
        }

        if (trigger.CancelledAt is not null)
        {
            return [new RuleViolation("Cancelled")];
        }

        if (others.Exists(row => row is { Approved: true, Scope: ExemptionScope.Whole }))
        {
            return [new RuleViolation("AlreadyExempt")];
        }

        if (await db.PublishedCases.AnyAsync(row => row.CaseId == caseId && row.TakenDownAt == null, cancellationToken))
        {
            return [new RuleViolation("ExemptPublished")];
        }

        var now = clock.Now;
        var asked = new CaseExemption
        {
            AgencyId = db.Scope.RequiredAgencyId,
            CaseId = caseId,
            Scope = scope,
            Ground = ground,
            Reason = why,
            AskedAt = now,
            AskedById = db.Scope.PersonId ?? throw new InvalidOperationException("Nobody asks for an exemption."),
            AskedByName = db.Scope.PersonName ?? "",
        };
        db.CaseExemptions.Add(asked);
        db.Record("case.exemption_asked", caseId, now, new { trigger.Reference, Scope = scope.ToString(), Ground = ground.ToString(), Reason = why });
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    private async Task<RuleViolation?> DecideOnceAsync(Guid caseId, bool approve, string note, CancellationToken cancellationToken)
    {
        await db.LockAsync($"case/{caseId}", cancellationToken);
        var trigger = await TriggerOfAsync(caseId, cancellationToken);
        var asked = await db.CaseExemptions.SingleOrDefaultAsync(row => row.CaseId == caseId && row.DecidedAt == null, cancellationToken);
        if (asked is null || trigger.CancelledAt is not null)
        {
            return new RuleViolation("NothingToDecide");
        }

        if (asked.AskedById == db.Scope.PersonId)
        {
            return new RuleViolation("DecidedByAsker");
        }

        var now = clock.Now;
        asked.DecidedAt = now;
        asked.DecidedById = db.Scope.PersonId;
        asked.DecidedByName = db.Scope.PersonName;
        asked.Approved = approve;
        asked.DecisionNote = note.Length == 0 ? null : note;
        if (approve && asked.Scope == ExemptionScope.Whole)
        {
            await db.ChangeStandingsAsync(trigger.Id, ObligationDisposition.Exempt, StandingReason.Exempted, asked.Reason, now, cancellationToken);
        }

        db.Record(approve ? "case.exemption_approved" : "case.exemption_refused", caseId, now, new { trigger.Reference, Scope = asked.Scope.ToString(), asked.AskedByName, Note = note });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task<TriggerEvent> TriggerOfAsync(Guid caseId, CancellationToken cancellationToken) =>
        await (from found in db.PenaltyCases where found.Id == caseId join trigger in db.TriggerEvents on found.TriggerId equals trigger.Id select trigger)
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? throw new KeyNotFoundException("No such case.");
}
