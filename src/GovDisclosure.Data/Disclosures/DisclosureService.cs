using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Reviews;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.Data.Disclosures;

/// <summary>What to log: the draft, what it fulfils, and the form's own key.</summary>
/// <param name="RequestKey">Made when the form was shown; the same key twice is one record.</param>
/// <param name="Draft">The disclosure.</param>
/// <param name="ObligationIds">The obligations that it fulfils.</param>
/// <param name="Values">The figures reported, by obligation, where it is a target.</param>
public sealed record LogDisclosure(
    Guid RequestKey, DisclosureDraft Draft, IReadOnlyCollection<Guid> ObligationIds, IReadOnlyDictionary<Guid, decimal?> Values);

/// <summary>What came of it: a record, or the rules that stand against it.</summary>
public sealed record LogResult(Guid? DisclosureId, IReadOnlyList<RuleViolation> Violations)
{
    private const string FormUsedCode = "FormUsed";

    /// <summary>Whether the form's key stands for a record with other contents: nothing was logged, and a new key would.</summary>
    public bool IsFormUsed => Violations is [{ Code: FormUsedCode }];

    internal static LogResult Logged(Guid id) => new(id, []);

    internal static LogResult FormUsed { get; } = new(null, [new(FormUsedCode)]);

    internal static LogResult Refused(IReadOnlyList<RuleViolation> violations) => new(null, violations);
}

/// <summary>Logs and withdraws what an agency disclosed. One call is one transaction and one line of the audit trail.</summary>
public sealed class DisclosureService(GovDbContext db, BeijingClock clock)
{
    /// <summary>Logs a disclosure and counts it towards the obligations chosen.</summary>
    /// <remarks>Obligations that are not the agency's own are as if they did not exist.</remarks>
    public async Task<LogResult> LogAsync(LogDisclosure request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await db.InTransactionAsync(() => LogOnceAsync(request, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Sent twice at the same moment: the other one won, and its record is the answer.
            db.ChangeTracker.Clear();
            return await FindByKeyAsync(request.RequestKey, cancellationToken) is { } logged
                ? LogResult.Logged(logged.Id)
                : throw new InvalidOperationException("A disclosure clashed with another that cannot be found.", exception);
        }
    }

    /// <summary>Withdraws a record that was logged by mistake; it no longer counts, and stays in the history.</summary>
    /// <returns>The rule that stands against it; <see langword="null"/> when it is withdrawn.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such record.</exception>
    public async Task<RuleViolation?> WithdrawAsync(Guid disclosureId, string? reason, CancellationToken cancellationToken)
    {
        var why = PlainText.Lines(reason);
        if (why.Length == 0)
        {
            return new RuleViolation("ReasonMissing", "Reason");
        }

        if (why.Length > Disclosure.ReasonLength)
        {
            return new RuleViolation("ReasonTooLong", "Reason", Disclosure.ReasonLength);
        }

        try
        {
            return await db.InTransactionAsync(() => WithdrawOnceAsync(disclosureId, why, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Only a withdrawal changes a record: somebody else's came first.
            db.ChangeTracker.Clear();
            return new RuleViolation("AlreadyWithdrawn");
        }
    }

    private async Task<RuleViolation?> WithdrawOnceAsync(Guid disclosureId, string why, CancellationToken cancellationToken)
    {
        await db.LockAsync(ReviewService.LockKey(disclosureId), cancellationToken);
        var disclosure = await db.Disclosures.SingleOrDefaultAsync(row => row.Id == disclosureId, cancellationToken)
            ?? throw new KeyNotFoundException("No such disclosure.");
        if (disclosure.WithdrawnAt is not null)
        {
            return new RuleViolation("AlreadyWithdrawn");
        }

        if (await db.DisclosureReviews.AnyAsync(row => row.DisclosureId == disclosureId && row.Outcome == ReviewOutcome.Returned, cancellationToken))
        {
            return new RuleViolation("AlreadyReturned");
        }

        if (await db.PublishedCases.AnyAsync(row => row.AgencyId == disclosure.AgencyId && row.DisclosureId == disclosureId && row.TakenDownAt == null, cancellationToken))
        {
            return new RuleViolation("IsPublishedCase");
        }

        var now = clock.Now;
        disclosure.WithdrawnAt = now;
        disclosure.WithdrawnByName = db.Scope.PersonName ?? "";
        disclosure.WithdrawnReason = why;
        foreach (var fulfilment in await db.Fulfilments.Where(row => row.DisclosureId == disclosureId && row.ValidTo == null).ToListAsync(cancellationToken))
        {
            // A pinned clock may stand before the logging; a stretch of time still has an end after its beginning.
            fulfilment.ValidTo = now > fulfilment.ValidFrom ? now : fulfilment.ValidFrom.AddMicroseconds(1);
        }

        db.Record("disclosure.withdrawn", disclosure.Id, now, new { disclosure.Title, disclosure.Address, Reason = disclosure.WithdrawnReason });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task<LogResult> LogOnceAsync(LogDisclosure request, CancellationToken cancellationToken)
    {
        // The same form sent twice at one moment waits for itself, instead of running into the unique key.
        await db.LockAsync(request.RequestKey.ToString(), cancellationToken);
        // What is closed never moves: a change of the calendar waits for what is being closed.
        await db.ShareCalendarAsync(cancellationToken);
        if (await FindByKeyAsync(request.RequestKey, cancellationToken) is { } logged)
        {
            return await IsSameAsync(logged, request, cancellationToken) ? LogResult.Logged(logged.Id) : LogResult.FormUsed;
        }

        var now = clock.Now;
        var targets = await TargetsAsync(request, cancellationToken);
        var violations = DisclosureRules.Check(request.Draft, targets, now).ToList();
        if (violations.Count > 0)
        {
            return LogResult.Refused(violations);
        }

        var draft = request.Draft;
        var disclosure = new Disclosure
        {
            AgencyId = db.Scope.RequiredAgencyId,
            RequestKey = request.RequestKey,
            Title = draft.Title.Trim(),
            Address = draft.Address,
            Channel = draft.Channel,
            Summary = SummaryOf(draft),
            PublishedAt = draft.PublishedAt,
            HasTime = draft.PublishedTime is not null,
            LoggedAt = now,
            LoggedById = db.Scope.PersonId,
            LoggedByName = db.Scope.PersonName ?? "",
        };
        db.Disclosures.Add(disclosure);
        db.Fulfilments.AddRange(targets.Select(target => new Fulfilment
        {
            AgencyId = disclosure.AgencyId,
            ObligationId = target.ObligationId,
            DisclosureId = disclosure.Id,
            ValidFrom = now,
            PublishedAt = disclosure.PublishedAt,
            ReportedValue = target.ReportedValue,
        }));
        db.Record("disclosure.logged", disclosure.Id, now, new { disclosure.Title, disclosure.Address, disclosure.PublishedAt, Obligations = targets.Select(target => target.ObligationId) });
        await db.SaveChangesAsync(cancellationToken);
        return LogResult.Logged(disclosure.Id);
    }

    private async Task<List<DisclosureTarget>> TargetsAsync(LogDisclosure request, CancellationToken cancellationToken)
    {
        var ids = request.ObligationIds.Distinct().ToArray();
        var rows = await (
            from obligation in db.Obligations
            where ids.Contains(obligation.Id)
            join standing in db.ObligationStandings.Where(row => row.ValidTo == null)
                on new { obligation.AgencyId, obligation.Id } equals new { standing.AgencyId, Id = standing.ObligationId }
            join rule in db.TaskRules on obligation.RuleId equals rule.Id
            from trigger in db.TriggerEvents.Where(trigger => trigger.Id == obligation.TriggerId).DefaultIfEmpty()
            select new { obligation, standing.Disposition, rule.Rule.Kind, TriggeredAt = trigger == null ? null : (DateTimeOffset?)trigger.OccurredAt })
            .AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new DisclosureTarget(
            row.obligation.Id,
            row.obligation.WindowStart,
            row.TriggeredAt,
            row.Kind == DeadlineRuleKind.HoursAfterEvent,
            row.Disposition == ObligationDisposition.Open,
            row.obligation.Target,
            row.obligation.Target is null ? null : request.Values.GetValueOrDefault(row.obligation.Id)))];
    }

    private Task<Disclosure?> FindByKeyAsync(Guid requestKey, CancellationToken cancellationToken) =>
        db.Disclosures.AsNoTracking().SingleOrDefaultAsync(row => row.RequestKey == requestKey, cancellationToken);

    /// <summary>Whether a form says what it said when it was logged: one that was gone back to and filled in anew does not.</summary>
    private async Task<bool> IsSameAsync(Disclosure logged, LogDisclosure request, CancellationToken cancellationToken)
    {
        var draft = request.Draft;
        if ((logged.Title, logged.Address, BeijingTime.DateOf(logged.PublishedAt), logged.HasTime, logged.Channel, logged.Summary)
            != (draft.Title.Trim(), draft.Address, draft.PublishedOn, draft.PublishedTime is not null, draft.Channel, SummaryOf(draft))
            || logged.PublishedAt != draft.PublishedAt)
        {
            return false;
        }

        var fulfils = await db.Fulfilments.Where(row => row.DisclosureId == logged.Id)
            .Select(row => new { row.ObligationId, row.ReportedValue }).Distinct().ToListAsync(cancellationToken);
        return fulfils.Select(row => row.ObligationId).ToHashSet().SetEquals(request.ObligationIds)
            && fulfils.TrueForAll(row => row.ReportedValue is null || row.ReportedValue == request.Values.GetValueOrDefault(row.ObligationId));
    }

    private static string? SummaryOf(DisclosureDraft draft) => string.IsNullOrWhiteSpace(draft.Summary) ? null : draft.Summary.Trim();
}
