using System.Globalization;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>What publishing a draft does, or would do.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Duties">The duties that the plan alone lays on agencies; what events start comes on top, when they happen.</param>
/// <param name="Agencies">The agencies that have any.</param>
/// <param name="AssumedDuties">The duties whose rule the words did not give and the office's default did.</param>
/// <param name="WaitingRules">The rules that wait for an event.</param>
/// <param name="NewAgencies">The agencies that the register gets.</param>
/// <param name="NewGroups">The groups that the register gets; they reach nobody before they have members.</param>
/// <param name="PastDuties">The duties that are past their due date at once.</param>
public sealed record PublicationCounts(int Tasks, int Duties, int Agencies, int AssumedDuties, int WaitingRules, int NewAgencies, int NewGroups, int PastDuties);

/// <summary>What came of publishing.</summary>
/// <param name="Code">Names what stands against it; <see langword="null"/> where it is published, now or before.</param>
/// <param name="Counts">What was done.</param>
public sealed record PublicationResult(string? Code, PublicationCounts? Counts = null)
{
    /// <summary>Whether the draft is a plan.</summary>
    public bool IsDone => Code is null;
}

/// <summary>Makes a plan of a draft: the plan, the agencies that are new, and every duty, in one transaction.</summary>
public sealed class PlanPublisher(GovDbContext db, PlanDraftQueries drafts, CalendarQueries calendars, BeijingClock clock)
{
    private const string Before = "before_publication";

    /// <summary>Says what publishing would do, by doing it and taking it back: no count can differ from what is then done.</summary>
    /// <returns>The counts, or what stands against it; <see langword="null"/> where there is no such draft.</returns>
    public Task<PublicationResult?> PreviewAsync(Guid id, CancellationToken cancellationToken) => db.InTransactionAsync<PublicationResult?>(
        async () =>
        {
            if (await drafts.FindAsync(id, cancellationToken) is not { } draft)
            {
                return null;
            }

            if (await RefusalAsync(draft, cancellationToken) is { } code)
            {
                return new PublicationResult(code);
            }

            var transaction = db.Database.CurrentTransaction!;
            await transaction.CreateSavepointAsync(Before, cancellationToken);
            var counts = await WriteAsync(draft, cancellationToken);
            await transaction.RollbackToSavepointAsync(Before, cancellationToken);
            db.ChangeTracker.Clear();
            return new PublicationResult(null, counts);
        },
        cancellationToken);

    /// <summary>Publishes a draft. Publishing it again changes nothing.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The version that the preview was made of.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">There is no such draft.</exception>
    public Task<PublicationResult> PublishAsync(Guid id, uint version, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync($"plan-draft:{id}", cancellationToken);
            var draft = await drafts.FindAsync(id, cancellationToken) ?? throw new KeyNotFoundException("No such draft.");
            if (draft.PublishedAt is not null)
            {
                return new PublicationResult(null);
            }

            if (draft.Version != version)
            {
                return new PublicationResult("Stale");
            }

            if (await RefusalAsync(draft, cancellationToken) is { } code)
            {
                return new PublicationResult(code);
            }

            var counts = await WriteAsync(draft, cancellationToken);
            var now = clock.Now;
            await db.PlanDrafts.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.PublishedAt, now), cancellationToken);
            db.Record("plan.published", id, now, new { draft.Draft.Plan.Title, draft.Draft.Plan.Year, counts.Tasks, counts.Duties, counts.NewAgencies, counts.NewGroups });
            await db.SaveChangesAsync(cancellationToken);
            return new PublicationResult(null, counts);
        },
        cancellationToken);

    private async Task<string?> RefusalAsync(OpenDraft draft, CancellationToken cancellationToken)
    {
        if (draft.Obstacles.Count > 0)
        {
            return "Obstacles";
        }

        // One plan of a year, and one publication at a time.
        await db.LockAsync("plans", cancellationToken);
        var plan = draft.Draft.Plan;
        return plan.IssuedOn > clock.Today ? "IssuedInFuture"
            : await db.WorkPlans.AnyAsync(row => row.Year == plan.Year, cancellationToken) ? "YearTaken"
            : null;
    }

    private async Task<PublicationCounts> WriteAsync(OpenDraft draft, CancellationToken cancellationToken)
    {
        var calendar = await calendars.LoadForWritingAsync(cancellationToken);
        var now = clock.Now;
        var (register, newAgencies, newGroups) = await DraftRegister.WriteAsync(db, draft, string.Create(CultureInfo.InvariantCulture, $"plan{draft.Draft.Plan.Year}"), cancellationToken);
        var rules = ReferenceData.ReadRules(await AssumedRuleQueries.InForceAsync(db, cancellationToken));
        var plan = PlanAssembler.Assemble(draft.Draft.Plan, register, rules, draft.FileName.Length > 0 ? draft.FileName : "pasted", draft.Id);
        db.WorkPlans.Add(plan);
        await db.SaveChangesAsync(cancellationToken);
        var duties = await ObligationMaterialiser.ForPlanAsync(db, plan, calendar, now, cancellationToken);
        var made = db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.PlanId == plan.Id);
        return new PublicationCounts(
            plan.Tasks.Count,
            duties,
            await made.Select(row => row.AgencyId).Distinct().CountAsync(cancellationToken),
            await made.CountAsync(row => db.TaskRules.Any(rule => rule.Id == row.RuleId && rule.Rule.Assumed), cancellationToken),
            plan.Tasks.Sum(task => task.Rules.Count(rule => rule.Rule.IsTriggered)),
            newAgencies,
            newGroups,
            await made.CountAsync(row => row.OriginalDueAt < now, cancellationToken));
    }
}
