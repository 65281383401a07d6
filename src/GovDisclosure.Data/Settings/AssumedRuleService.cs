using GovDisclosure.Data.Audit;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Settings;

/// <summary>Another default for a word.</summary>
/// <param name="Word">The word.</param>
/// <param name="Kind">What it is to demand.</param>
/// <param name="Value">The number of working days, where the kind has one.</param>
/// <param name="Period">The period, where the kind has one.</param>
/// <param name="Basis">The instrument behind it.</param>
/// <param name="SeenSince">From when the default held that the form showed.</param>
public sealed record AssumedRuleChange(string Word, DeadlineRuleKind Kind, int? Value, PeriodUnit? Period, string Basis, DateTimeOffset SeenSince);

/// <summary>What a change of a default came to.</summary>
/// <param name="Violations">The rules that stand against it; none where it was done.</param>
/// <param name="Cancelled">How many duties that had not begun fell away.</param>
/// <param name="Made">How many took their place.</param>
public sealed record AssumedRuleOutcome(IReadOnlyList<RuleViolation> Violations, int Cancelled, int Made);

/// <summary>
/// Changes what a word without a number is taken to demand: for plans to come, and for the plan in force from now on. Everything happens in
/// one transaction. Duties that have begun, and all that a trigger started, keep the rule under which they came to be.
/// </summary>
public sealed class AssumedRuleService(GovDbContext db, BeijingClock clock, CalendarQueries calendars)
{
    /// <summary>Changes a default.</summary>
    /// <exception cref="KeyNotFoundException">The word has no default.</exception>
    public async Task<AssumedRuleOutcome> ChangeAsync(AssumedRuleChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return await db.InTransactionAsync(() => ChangeOnceAsync(change, cancellationToken), cancellationToken);
    }

    private async Task<AssumedRuleOutcome> ChangeOnceAsync(AssumedRuleChange change, CancellationToken cancellationToken)
    {
        var calendar = await calendars.LoadForWritingAsync(cancellationToken);
        await db.LockAsync("assumed rule " + change.Word, cancellationToken);
        var present = await db.AssumedRuleDefaults.SingleOrDefaultAsync(row => row.Word == change.Word && row.ValidTo == null, cancellationToken)
            ?? throw new KeyNotFoundException("The word has no default.");
        var violations = AssumedRuleRules.Check(change.Word, change.Kind, change.Value, change.Period, change.Basis).ToList();
        if (violations.Count > 0)
        {
            return new AssumedRuleOutcome(violations, 0, 0);
        }

        var at = clock.Now > present.ValidFrom ? clock.Now : present.ValidFrom.AddMicroseconds(1);
        var next = new AssumedRuleDefault
        {
            Word = change.Word,
            ValidFrom = at,
            Kind = change.Kind,
            Value = change.Kind == DeadlineRuleKind.WorkingDaysAfterEvent ? change.Value : null,
            Period = change.Kind == DeadlineRuleKind.Periodic ? change.Period : null,
            Event = change.Kind == DeadlineRuleKind.WorkingDaysAfterEvent ? TriggerKind.InformationChanged : null,
            Basis = change.Basis,
            ActorName = db.Scope.PersonName ?? "",
        };
        var changed = Change.Of(
            (nameof(next.Kind), EnumWords.ToWord(present.Kind), EnumWords.ToWord(next.Kind)),
            (nameof(next.Value), present.Value, next.Value),
            (nameof(next.Period), Word(present.Period), Word(next.Period)),
            (nameof(next.Basis), present.Basis, next.Basis));
        if (changed.Count == 0)
        {
            return new AssumedRuleOutcome([], 0, 0);
        }

        if (present.ValidFrom != change.SeenSince)
        {
            return new AssumedRuleOutcome([new RuleViolation("Stale")], 0, 0);
        }

        present.ValidTo = at;
        await db.SaveChangesAsync(cancellationToken);
        db.AssumedRuleDefaults.Add(next);
        var (cancelled, made) = await ReplaceAsync(next, calendar, cancellationToken);
        db.Record(
            AuditActions.AssumedRuleChanged, Guid.Empty, clock.Now,
            new Dictionary<string, object?>(changed) { ["Word"] = change.Word, ["Cancelled"] = cancelled, ["Made"] = made });
        await db.SaveChangesAsync(cancellationToken);
        return new AssumedRuleOutcome([], cancelled, made);
    }

    private async Task<(int Cancelled, int Made)> ReplaceAsync(AssumedRuleDefault next, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var plans = await db.WorkPlans.AsNoTracking().Where(plan => plan.Status == WorkPlanStatus.Active)
            .Select(plan => new { plan.Id, plan.Year, plan.IssuedOn }).ToListAsync(cancellationToken);
        var (cancelled, made) = (0, 0);
        foreach (var plan in plans)
        {
            Guid[] olds = await db.TaskRules.Where(rule => rule.Rule.Assumed && rule.Rule.Phrase == next.Word && rule.SupersededAt == null
                && db.Tasks.Any(task => task.Id == rule.TaskId && task.PlanId == plan.Id)).Select(rule => rule.Id).ToArrayAsync(cancellationToken);
            if (olds.Length == 0)
            {
                continue;
            }

            var rule = AssumedRuleQueries.RuleOf(next, plan.Year);
            var remaining = AssumedRuleRules.Remaining(rule, plan.Year, plan.IssuedOn, clock.Today, calendar);
            var done = await CallAsync(plan.Id, olds, rule, remaining, next, cancellationToken);
            cancelled += done.Cancelled;
            made += done.Made;
        }

        return (cancelled, made);
    }

    private async Task<Replaced> CallAsync(
        Guid planId, Guid[] olds, DeadlineRule rule, IReadOnlyList<Occurrence> remaining, AssumedRuleDefault next, CancellationToken cancellationToken)
    {
        Guid[] news = [.. olds.Select(_ => Guid.CreateVersion7())];
        var all = (from id in news from occurrence in remaining select (Id: id, Occurrence: occurrence)).ToList();
        Guid[] ruleIds = [.. all.Select(row => row.Id)];
        string[] keys = [.. all.Select(row => row.Occurrence.Key)];
        DateOnly[] starts = [.. all.Select(row => row.Occurrence.WindowStart)];
        DateOnly[] ends = [.. all.Select(row => row.Occurrence.WindowEnd)];
        DateTimeOffset[] dues = [.. all.Select(row => row.Occurrence.Due.DueAt)];
        var (kind, period, trigger) = (EnumWords.ToWord(rule.Kind), Word(rule.Period), Word(rule.Event));
        var note = "推定口径变更：" + next.Word;
        var today = clock.Today;
        return await db.Database.SqlQuery<Replaced>(
            $"""
            SELECT cancelled, made FROM gov.replace_assumed_rules(
              {planId}, {olds}, {news}, {kind}, {rule.Value}, {period}, {trigger}, {rule.Date}, {rule.LegalBasis},
              {ruleIds}, {keys}, {starts}, {ends}, {dues}, {note}, {next.ActorName}, {today}, {next.ValidFrom})
            """).SingleAsync(cancellationToken);
    }

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? EnumWords.ToWord(known) : null;

    private sealed record Replaced(int Cancelled, int Made);
}
