using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Settings;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Seeding;

/// <summary>Loads calendars, agencies and the first plan into an empty database, in one transaction.</summary>
public sealed class ReferenceDataLoader(GovDbContextFactory contexts)
{
    /// <summary>Loads what is missing: nothing on a second start.</summary>
    /// <param name="recordedAt">The instant from which the plan's duties are known; the start of the day of issue where <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether anything was loaded.</returns>
    public async Task<bool> LoadAsync(DateTimeOffset? recordedAt, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create(AccessScope.SetUp);
        await LoadAssumedRulesAsync(db, recordedAt, cancellationToken);
        if (await db.WorkPlans.AnyAsync(cancellationToken))
        {
            await LoadSuccessionsAsync(db, recordedAt, cancellationToken);
            return false;
        }

        var loaded = await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            db.CalendarYears.AddRange(ReferenceData.ReadCalendarYears());
            db.CalendarEntries.AddRange(ReferenceData.ReadCalendarEntries());

            var parsed = ReferenceData.ReadPlan();
            var agencies = ReferenceData.ReadAgencies();
            var groups = ReferenceData.ReadGroups(agencies, new DateOnly(parsed.Year!.Value, 1, 1));
            db.Agencies.AddRange(agencies);
            db.AgencyGroups.AddRange(groups);
            var register = new AgencyRegister(
                agencies.ToDictionary(agency => agency.ShortName, agency => agency.Id),
                groups.ToDictionary(group => group.Phrase, group => group.Id));
            var assumed = await AssumedRuleQueries.InForceAsync(db, cancellationToken);
            var plan = PlanAssembler.Assemble(parsed, register, ReferenceData.ReadRules(assumed), ReferenceData.PlanFile);
            db.WorkPlans.Add(plan);
            await db.SaveChangesAsync(cancellationToken);

            await ObligationMaterialiser.ForPlanAsync(
                db, plan, HolidayFile.ReadEmbedded(), recordedAt ?? BeijingTime.StartOf(plan.IssuedOn), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        });
        await LoadSuccessionsAsync(db, recordedAt, cancellationToken);
        return loaded;
    }

    // What the file announces, once: withdrawn or carried out, it stays so. A portal that was set up before there were successions gets them, too.
    private static async Task LoadSuccessionsAsync(GovDbContext db, DateTimeOffset? recordedAt, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var known = (await db.AgencySuccessions.Select(row => new { row.PredecessorName, row.SuccessorName, row.EffectiveFrom }).ToListAsync(cancellationToken)).ToHashSet();
        var agencies = await db.Agencies.ToDictionaryAsync(row => row.ShortName, row => row.Id, cancellationToken);
        var taken = (await db.AgencySuccessions.Where(row => row.WithdrawnAt == null && row.PredecessorId != null).Select(row => row.PredecessorId).ToListAsync(cancellationToken)).ToHashSet();
        var missing = ReferenceData.ReadSuccessions(agencies, recordedAt ?? BeijingTime.StartOf(ReferenceData.ReadPlan().IssuedOn!.Value))
            .Where(row => !known.Contains(new { row.PredecessorName, row.SuccessorName, row.EffectiveFrom }) && (row.PredecessorId is null || !taken.Contains(row.PredecessorId)));
        db.AgencySuccessions.AddRange(missing);
        await db.SaveChangesAsync(cancellationToken);
    }

    // A portal that was set up before there were defaults to change gets them, too.
    private static async Task LoadAssumedRulesAsync(GovDbContext db, DateTimeOffset? recordedAt, CancellationToken cancellationToken)
    {
        if (!await db.AssumedRuleDefaults.AnyAsync(cancellationToken))
        {
            db.AssumedRuleDefaults.AddRange(ReferenceData.ReadAssumedRules(recordedAt ?? BeijingTime.StartOf(ReferenceData.ReadPlan().IssuedOn!.Value)));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
