using System.Globalization;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Plans.Comparison;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Comparison;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Revisions;

/// <summary>Publishes a draft as a revision of the plan of its year: the plan's words and every agency's duties, in one transaction.</summary>
public sealed class PlanReviser(GovDbContext db, PlanDraftQueries drafts, CalendarQueries calendars, BeijingClock clock)
{
    private const string Before = "before_revision";

    /// <summary>Says what revising would do, by doing it and taking it back: no count can differ from what is then done.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="effectiveFrom">The first day on which it holds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The counts, or what stands against it; <see langword="null"/> where there is no such draft.</returns>
    public Task<RevisionResult?> PreviewAsync(Guid id, DateOnly? effectiveFrom, CancellationToken cancellationToken) => db.InTransactionAsync<RevisionResult?>(
        async () =>
        {
            if (await drafts.FindAsync(id, cancellationToken) is not { } draft)
            {
                return null;
            }

            await db.LockAsync("plans", cancellationToken);
            var (plan, refused) = await CheckAsync(draft, effectiveFrom, cancellationToken);
            if (plan is null)
            {
                return refused;
            }

            var transaction = db.Database.CurrentTransaction!;
            await transaction.CreateSavepointAsync(Before, cancellationToken);
            var result = await WriteAsync(draft, plan, effectiveFrom!.Value, refused, cancellationToken);
            await transaction.RollbackToSavepointAsync(Before, cancellationToken);
            db.ChangeTracker.Clear();
            return result;
        },
        cancellationToken);

    /// <summary>Publishes a draft as a revision. Publishing it again changes nothing.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The version that the preview was made of.</param>
    /// <param name="seenRevisions">How many revisions the plan had then.</param>
    /// <param name="effectiveFrom">The first day on which it holds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">There is no such draft.</exception>
    public Task<RevisionResult> ReviseAsync(Guid id, uint version, int seenRevisions, DateOnly? effectiveFrom, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync($"plan-draft:{id}", cancellationToken);
            await db.LockAsync("plans", cancellationToken);
            var draft = await drafts.FindAsync(id, cancellationToken) ?? throw new KeyNotFoundException("No such draft.");
            if (draft.PublishedAt is not null)
            {
                return new RevisionResult(null) { Year = draft.Draft.Plan.Year!.Value };
            }

            var (plan, checks) = await CheckAsync(draft, effectiveFrom, cancellationToken);
            if (plan is null)
            {
                return checks;
            }

            if (draft.Version != version || checks.Revisions != seenRevisions)
            {
                return checks with { Code = "Stale" };
            }

            var result = await WriteAsync(draft, plan, effectiveFrom!.Value, checks, cancellationToken);
            if (!result.IsDone)
            {
                throw new InvalidOperationException("What was checked cannot fail.");
            }

            var now = clock.Now;
            await db.PlanDrafts.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.PublishedAt, now), cancellationToken);
            db.Record("plan.revised", id, now, new { draft.Draft.Plan.Title, draft.Draft.Plan.Year, draft.Draft.Plan.DocumentNumber, EffectiveFrom = effectiveFrom, result.Counts });
            await db.SaveChangesAsync(cancellationToken);
            return result;
        },
        cancellationToken);

    // The plan to revise, or what stands against it.
    private async Task<(WorkPlan? Plan, RevisionResult Result)> CheckAsync(OpenDraft draft, DateOnly? effectiveFrom, CancellationToken cancellationToken)
    {
        if (draft.Obstacles.Count > 0)
        {
            return (null, new RevisionResult("Obstacles"));
        }

        var parsed = draft.Draft.Plan;
        if (parsed.IssuedOn > clock.Today)
        {
            return (null, new RevisionResult("IssuedInFuture"));
        }

        var found = await db.WorkPlans.AsNoTracking().Where(plan => plan.Year == parsed.Year && plan.Status == WorkPlanStatus.Active)
            .Select(plan => new { plan.Id, plan.Year, plan.IssuedOn }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return (null, new RevisionResult("NoPlan"));
        }

        var revisions = await db.PlanRevisions.Where(row => row.PlanId == found.Id).OrderBy(row => row.Ordinal).Select(row => row.EffectiveFrom).ToListAsync(cancellationToken);
        var earliest = RevisionRules.Earliest(found.IssuedOn, parsed.IssuedOn!.Value, revisions.Count > 0 ? revisions[^1] : null);
        var result = new RevisionResult(null, earliest)
        {
            Revisions = revisions.Count,
            Year = found.Year,
            Violations = [.. RevisionRules.Check(effectiveFrom, found.Year, earliest, clock.Today)],
        };
        var plan = await db.ReadPlanAsync(found.Id, cancellationToken);
        var rules = await RulesAsync(cancellationToken);
        var comparison = PlanComparison.Between(ComparablePlan.Of(plan), ComparablePlan.Of(parsed, rules, draft.HolderOf));
        result = result with { Comparison = comparison };
        if (!comparison.HasChanges)
        {
            return (null, result with { Code = "NothingChanged" });
        }

        return result.IsDone ? (plan, result) : (null, result);
    }

    private async Task<RevisionResult> WriteAsync(OpenDraft draft, WorkPlan plan, DateOnly effectiveFrom, RevisionResult checks, CancellationToken cancellationToken)
    {
        var calendar = await calendars.LoadForWritingAsync(cancellationToken);
        var now = clock.Now;
        var old = ComparablePlan.Of(plan);
        var revision = new PlanRevision
        {
            Id = draft.Id,
            PlanId = plan.Id,
            Ordinal = checks.Revisions + 1,
            EffectiveFrom = effectiveFrom,
            Title = draft.Draft.Plan.Title!,
            DocumentNumber = draft.Draft.Plan.DocumentNumber!,
            Issuer = draft.Draft.Plan.Issuer!,
            IssuedOn = draft.Draft.Plan.IssuedOn!.Value,
            Before = PlanVersionJson.Write(old),
            PublishedAt = now,
            PublishedByName = db.Scope.PersonName ?? "",
        };
        db.PlanRevisions.Add(revision);
        var codes = string.Create(CultureInfo.InvariantCulture, $"plan{plan.Year}r{revision.Ordinal}");
        var (register, newAgencies, newGroups) = await DraftRegister.WriteAsync(db, draft, codes, cancellationToken);
        var next = PlanAssembler.Assemble(draft.Draft.Plan, register, await RulesAsync(cancellationToken), "revision");
        var comparison = PlanComparison.Between(old, ComparablePlan.Of(next));
        var revised = new RevisedPlan(plan, next, comparison);
        await WriteWordsAsync(revision.Id, revised, now, cancellationToken);
        var counts = await WriteDutiesAsync(revision, plan, revised, calendar, now, cancellationToken);
        return checks with { Counts = counts, Comparison = comparison, NewNames = newAgencies + newGroups };
    }

    // Headings first, since tasks stand in them; then what stays is told anew, so that its places are free for what is new.
    private async Task WriteWordsAsync(Guid revisionId, RevisedPlan revised, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.PlanSections.AddRange(revised.Headings.NewSections);
        db.PlanSubsections.AddRange(revised.Headings.NewSubsections);
        db.PlanItems.AddRange(revised.Headings.NewItems);
        await db.SaveChangesAsync(cancellationToken);
        var changes = revised.Changes.ToJson();
        await db.Database.ExecuteSqlAsync($"SELECT gov.revise_tasks({revisionId}, {changes}::jsonb, {now})", cancellationToken);
        db.Tasks.AddRange(revised.NewTasks);
        db.Assignments.AddRange(revised.NewAssignments);
        db.TaskRules.AddRange(revised.NewRules);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<RevisionCounts> WriteDutiesAsync(
        PlanRevision revision, WorkPlan plan, RevisedPlan revised, WorkingDayCalendar calendar, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var occurrences = new Occurrences(calendar);
        var day = revision.EffectiveFrom;
        // What a rule asks for from the day on, as if it had been issued then; of what ran already only that which a duty goes on with.
        var wanted = (
            from rule in revised.Rules.Where(rule => !rule.Rule.IsTriggered)
            let begun = occurrences.ForPlan(rule.Rule, plan.Year, day).Select(occurrence => occurrence.Key).ToHashSet(StringComparer.Ordinal)
            from occurrence in occurrences.ForPlan(rule.Rule, plan.Year, plan.IssuedOn)
            where occurrence.Due.DueAt >= BeijingTime.StartOf(day)
            select (Rule: rule.Id, Occurrence: occurrence, IsFresh: begun.Contains(occurrence.Key))).ToList();
        Guid[] told = [.. revised.RewordedTasks];
        Guid[] ruleIds = [.. wanted.Select(row => row.Rule)];
        string[] keys = [.. wanted.Select(row => row.Occurrence.Key)];
        DateOnly[] starts = [.. wanted.Select(row => row.Occurrence.WindowStart)];
        DateOnly[] ends = [.. wanted.Select(row => row.Occurrence.WindowEnd)];
        DateTimeOffset[] dues = [.. wanted.Select(row => row.Occurrence.Due.DueAt)];
        int[] required = [.. wanted.Select(row => row.Occurrence.RequiredCount)];
        decimal?[] targets = [.. wanted.Select(row => row.Occurrence.Target)];
        bool[] fresh = [.. wanted.Select(row => row.IsFresh)];
        return await db.Database.SqlQuery<RevisionCounts>(
            $"""
            SELECT made, continued, ended, reopened, moved, told, kept, done FROM gov.revise_duties(
              {revision.Id}, {told}, {ruleIds}, {keys}, {starts}, {ends}, {dues}, {required}, {targets}, {fresh}, {revision.PublishedByName}, {now})
            """).SingleAsync(cancellationToken);
    }

    private async Task<TaskRuleBuilder> RulesAsync(CancellationToken cancellationToken) =>
        ReferenceData.ReadRules(await AssumedRuleQueries.InForceAsync(db, cancellationToken));
}
