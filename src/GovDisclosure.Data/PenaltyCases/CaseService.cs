using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>A case to register: the draft, the form's own key, and what it corrects.</summary>
public sealed record RegisterCase(Guid RequestKey, CaseDraft Draft, Guid? CorrectsCaseId = null, CorrectionReason? Reason = null);

/// <summary>What came of it: a case, perhaps one that was there already, or the rules that stand against it.</summary>
public sealed record CaseResult(Guid? CaseId, bool WasKnown, IReadOnlyList<RuleViolation> Violations)
{
    internal static CaseResult Done(Guid id, bool wasKnown = false) => new(id, wasKnown, []);

    internal static CaseResult Refused(params IReadOnlyList<RuleViolation> violations) => new(null, false, violations);
}

/// <summary>What came of registering several at once: how many, or the rules that stand against each.</summary>
/// <param name="Registered">How many were registered.</param>
/// <param name="Known">How many were there already.</param>
/// <param name="Violations">By position; empty when all is registered.</param>
public sealed record CasesResult(int Registered, int Known, IReadOnlyDictionary<int, IReadOnlyList<RuleViolation>> Violations)
{
    /// <summary>Whether anything was written.</summary>
    public bool IsDone => Violations.Count == 0;
}

/// <summary>What came of an edit: nothing against it, rules, or what somebody else wrote meanwhile.</summary>
/// <param name="Violations">The rules that stand against it.</param>
/// <param name="Newer">The case as somebody else left it since the form was shown; <see langword="null"/> where nobody did.</param>
/// <param name="NewerVersion">Its version, with which the form may be sent again.</param>
public sealed record EditResult(IReadOnlyList<RuleViolation> Violations, CaseDraft? Newer = null, uint NewerVersion = 0)
{
    /// <summary>Whether it was saved.</summary>
    public bool IsDone => Violations.Count == 0 && Newer is null;
}

/// <summary>Registers, edits and cancels penalty cases. One call is one transaction and one line of the audit trail.</summary>
public sealed class CaseService(GovDbContext db, CaseRegistrar registrar, BeijingClock clock)
{
    /// <summary>The most cases that are registered at once.</summary>
    public const int MostAtOnce = 2000;

    /// <summary>Registers a case. A number that stands in the register already leads to its case and changes nothing.</summary>
    public async Task<CaseResult> RegisterAsync(RegisterCase request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await db.InTransactionAsync(() => RegisterOnceAsync(request with { Draft = request.Draft.Cleaned() }, cancellationToken), cancellationToken);
    }

    /// <summary>Registers several cases, all or none. Numbers that stand in the register already are passed over.</summary>
    public async Task<CasesResult> RegisterAllAsync(IReadOnlyList<CaseDraft> drafts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drafts.Count, MostAtOnce, nameof(drafts));
        return await db.InTransactionAsync(() => RegisterAllOnceAsync([.. drafts.Select(draft => draft.Cleaned())], null, cancellationToken), cancellationToken);
    }

    /// <summary>Changes the descriptive fields of a case that is not published; of a published one only its entry in the shared platform.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="typed">The form. Name, number and date are not taken from it.</param>
    /// <param name="version">The version that the form was shown with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">The agency has no such case.</exception>
    public async Task<EditResult> EditAsync(Guid caseId, CaseDraft typed, uint version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        try
        {
            return await db.InTransactionAsync(() => EditOnceAsync(caseId, typed, version, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved at the same moment: now it is what the form did not know.
            return await db.InTransactionAsync(() => EditOnceAsync(caseId, typed, version, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Cancels a case that was entered by mistake, or with a wrong number or date: nothing is owed for it any more, and its number is free again.</summary>
    /// <returns>The rule that stands against it; <see langword="null"/> when it is cancelled.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such case.</exception>
    public async Task<RuleViolation?> CancelAsync(Guid caseId, string? reason, CancellationToken cancellationToken)
    {
        var why = PlainText.Lines(reason);
        return Triggers.CheckReason(why) is { } violation
            ? violation
            : await db.InTransactionAsync(() => CancelOnceAsync(caseId, why, cancellationToken), cancellationToken);
    }

    /// <summary>Registers several cases within the caller's transaction.</summary>
    internal async Task<CasesResult> RegisterAllOnceAsync(IReadOnlyList<CaseDraft> drafts, object? source, CancellationToken cancellationToken)
    {
        await registrar.LockAsync(cancellationToken);
        var rules = await PenaltyRulesAsync(cancellationToken);
        var now = clock.Now;
        var known = await registrar.KnownAsync(drafts.Select(draft => draft.Reference), cancellationToken);
        var violations = new Dictionary<int, IReadOnlyList<RuleViolation>>();
        var wanted = new List<CaseDraft>();
        for (var index = 0; index < drafts.Count; index++)
        {
            if (known.ContainsKey(drafts[index].Reference))
            {
                continue;
            }

            List<RuleViolation> found = rules.Count == 0 ? [new("NoRule")] : [.. CaseRules.Check(drafts[index], BeijingTime.DateOf(now))];
            if (found.Count > 0)
            {
                violations.Add(index, found);
            }
            else if (!wanted.Exists(draft => draft.Reference == drafts[index].Reference))
            {
                wanted.Add(drafts[index]);
            }
        }

        if (violations.Count > 0 || wanted.Count == 0)
        {
            return new CasesResult(0, drafts.Count - violations.Count, violations);
        }

        var calendar = await registrar.CalendarForWritingAsync(cancellationToken);
        var added = wanted.ConvertAll(draft => registrar.Add(draft, Guid.CreateVersion7(), null, rules, calendar, now));
        db.Record("cases.registered", added[0].Id, now, new { added.Count, Source = source, References = wanted.Select(draft => draft.Reference) });
        await db.SaveChangesAsync(cancellationToken);
        return new CasesResult(added.Count, drafts.Count - added.Count, violations);
    }

    private async Task<CaseResult> RegisterOnceAsync(RegisterCase request, CancellationToken cancellationToken)
    {
        await registrar.LockAsync(cancellationToken);
        var sent = await db.PenaltyCases.Where(row => row.RequestKey == request.RequestKey).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
        if (sent is { } id)
        {
            return CaseResult.Done(id);
        }

        var now = clock.Now;
        var rules = await PenaltyRulesAsync(cancellationToken);
        if (rules.Count == 0)
        {
            return CaseResult.Refused(new RuleViolation("NoRule"));
        }

        if ((await registrar.KnownAsync([request.Draft.Reference], cancellationToken)).TryGetValue(request.Draft.Reference, out var known))
        {
            return CaseResult.Done(known, wasKnown: true);
        }

        List<RuleViolation> violations = [.. CaseRules.Check(request.Draft, BeijingTime.DateOf(now)), .. await CheckCorrectionAsync(request, cancellationToken)];
        if (violations.Count > 0)
        {
            return CaseResult.Refused(violations);
        }

        var corrects = request is { CorrectsCaseId: { } earlier, Reason: { } reason } ? (earlier, reason) : ((Guid, CorrectionReason)?)null;
        var added = registrar.Add(request.Draft, request.RequestKey, corrects, rules, await registrar.CalendarForWritingAsync(cancellationToken), now);
        db.Record("case.registered", added.Id, now, new { request.Draft.Reference, request.Draft.Title, request.Draft.DecidedOn, request.CorrectsCaseId });
        await db.SaveChangesAsync(cancellationToken);
        return CaseResult.Done(added.Id);
    }

    private async Task<List<RuleViolation>> CheckCorrectionAsync(RegisterCase request, CancellationToken cancellationToken)
    {
        if (request.CorrectsCaseId is not { } earlierId)
        {
            return [];
        }

        var earlier = await FindAsync(earlierId, cancellationToken) ?? throw new KeyNotFoundException("No such case.");
        var violations = new List<RuleViolation>();
        if (earlier.Trigger.CancelledAt is not null)
        {
            violations.Add(new RuleViolation("CorrectsCancelled"));
        }

        if (request.Reason is null)
        {
            violations.Add(new RuleViolation("CorrectionReasonMissing", nameof(RegisterCase.Reason)));
        }

        var decidedOn = BeijingTime.DateOf(earlier.Trigger.OccurredAt);
        if (request.Draft.DecidedOn < decidedOn)
        {
            violations.Add(new RuleViolation("CorrectionBeforeDecision", nameof(CaseDraft.DecidedOn), decidedOn));
        }

        return violations;
    }

    private async Task<EditResult> EditOnceAsync(Guid caseId, CaseDraft typed, uint version, CancellationToken cancellationToken)
    {
        var found = await FindAsync(caseId, cancellationToken) ?? throw new KeyNotFoundException("No such case.");
        if (found.Trigger.CancelledAt is not null)
        {
            return new EditResult([new RuleViolation("Cancelled")]);
        }

        var stored = CaseFacts.DraftOf(found.Case, found.Trigger);
        var isPublished = await db.PublishedCases.AnyAsync(row => row.CaseId == caseId && row.TakenDownAt == null, cancellationToken);
        var draft = (isPublished
            ? stored with { PlatformNumber = typed.PlatformNumber, PlatformEnteredOn = typed.PlatformEnteredOn }
            : typed with { Title = stored.Title, Reference = stored.Reference, DecidedOn = stored.DecidedOn }).Cleaned();
        var changed = CaseFacts.Differences(stored, draft);
        var present = db.Entry(found.Case).Property<uint>("xmin").CurrentValue;
        if (present != version)
        {
            // The same form sent twice has changed nothing that it does not hold itself.
            return changed.Count == 0 ? new EditResult([]) : new EditResult([], stored, present);
        }

        var now = clock.Now;
        List<RuleViolation> violations = [.. CaseRules.Check(draft, BeijingTime.DateOf(now))];
        if (violations.Count > 0 || changed.Count == 0)
        {
            return new EditResult(violations);
        }

        CaseFacts.Apply(draft, found.Case);
        db.Record("case.edited", caseId, now, new { found.Trigger.Reference, Changed = changed, Before = stored, After = draft });
        await db.SaveChangesAsync(cancellationToken);
        return new EditResult([]);
    }

    private async Task<RuleViolation?> CancelOnceAsync(Guid caseId, string why, CancellationToken cancellationToken)
    {
        await registrar.LockAsync(cancellationToken);
        var found = await FindAsync(caseId, cancellationToken) ?? throw new KeyNotFoundException("No such case.");
        if (found.Trigger.CancelledAt is not null)
        {
            return new RuleViolation("Cancelled");
        }

        if (await db.PublishedCases.AnyAsync(row => row.CaseId == caseId && row.TakenDownAt == null, cancellationToken))
        {
            return new RuleViolation("CancelPublished");
        }

        var now = clock.Now;
        await db.CancelTriggerAsync(found.Trigger, why, now, cancellationToken);
        db.Record("case.cancelled", caseId, now, new { found.Trigger.Reference, Reason = why });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task<List<TriggeredRule>> PenaltyRulesAsync(CancellationToken cancellationToken) =>
        [.. (await registrar.RulesAsync(cancellationToken)).Where(rule => rule.Rule.Event == TriggerKind.PenaltyDecision)];

    private async Task<FoundCase?> FindAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var found = await db.PenaltyCases.SingleOrDefaultAsync(row => row.Id == caseId, cancellationToken);
        return found is null ? null : new FoundCase(found, await db.TriggerEvents.SingleAsync(row => row.Id == found.TriggerId, cancellationToken));
    }

    private sealed record FoundCase(PenaltyCase Case, TriggerEvent Trigger);
}
