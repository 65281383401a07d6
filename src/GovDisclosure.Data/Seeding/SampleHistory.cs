using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Seeding;

/// <summary>
/// A history for every agency from the plan's issue until today: triggers, and disclosures on time, late and missing. The same on every
/// machine (fixed seed), marked as sample data in each row, and only ever made for a development portal.
/// </summary>
public sealed class SampleHistory(GovDbContextFactory contexts)
{
    /// <summary>Makes the history of each agency that has none; an interrupted start is continued by the next.</summary>
    /// <param name="today">The portal's date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task CreateAsync(DateOnly today, CancellationToken cancellationToken)
    {
        List<Agency> agencies;
        PlanFacts plan;
        await using (var db = contexts.Create(AccessScope.SetUp))
        {
            // Those that ship with the portal; an agency that somebody adds has a history of its own.
            agencies = await db.Agencies.AsNoTracking().Where(agency => agency.Source.StartsWith(ReferenceData.AgenciesFile))
                .OrderBy(agency => agency.Code).ToListAsync(cancellationToken);
            plan = await PlanFacts.ReadAsync(db, cancellationToken);
        }

        await SampleAdministration.CreateAsync(contexts, cancellationToken);
        var done = await AgenciesWithHistoryAsync(cancellationToken);
        var missing = agencies.FindAll(agency => !done.Contains(agency.Id));
        var calendar = HolidayFile.ReadEmbedded();
        foreach (var agency in missing)
        {
            await CreateForAsync(agency, plan, calendar, today, cancellationToken);
        }

        await new SampleActs(contexts, agencies, calendar, today).CreateAsync(cancellationToken);
        await SampleParts.CreateAsync(contexts, calendar, today, cancellationToken);
    }

    // Each agency's history is one transaction, so one row of it says that it is there.
    private async Task<HashSet<Guid>> AgenciesWithHistoryAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create(new AccessScope(Audience.Office));
        return await db.Disclosures.IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.IsSample)
            .Select(row => row.AgencyId).Distinct().ToHashSetAsync(cancellationToken);
    }

    private async Task CreateForAsync(
        Agency agency, PlanFacts plan, WorkingDayCalendar calendar, DateOnly today, CancellationToken cancellationToken)
    {
        // As that agency, through the same login and row security as its clerks.
        await using var db = contexts.Create(new AccessScope(Audience.Agency, agency.Id, PersonName: agency.ShortName + "经办人"));
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var author = new SampleAuthor(agency, today, calendar, plan);
            // By places in the plan: identities are not the same on every machine, and the dice are thrown in this order.
            var owed = await (
                from obligation in db.Obligations
                where obligation.TriggerId == null
                join task in db.Tasks on obligation.TaskId equals task.Id
                join rule in db.TaskRules on obligation.RuleId equals rule.Id
                orderby obligation.OriginalDueAt, obligation.OccurrenceKey, task.Ordinal, rule.Ordinal
                select obligation).AsNoTracking().ToListAsync(cancellationToken);
            var rules = await TriggeredRules.OfAsync(db, plan.PlanId, agency.Id, cancellationToken);
            var triggers = author.Triggers(rules).ToDictionary(trigger => trigger.Id);
            db.TriggerEvents.AddRange(triggers.Values);
            foreach (var trigger in triggers.Values)
            {
                var made = ObligationMaterialiser.ForTrigger(trigger, rules, calendar).ToList();
                db.AddDuties(made);
                owed.AddRange(made.Select(duty => duty.Obligation));
            }

            await db.SaveChangesAsync(cancellationToken);
            var disclosed = author.Disclosures(owed, triggers).ToList();
            foreach (var (disclosure, fulfilment) in disclosed)
            {
                db.Disclosures.Add(disclosure);
                db.Fulfilments.Add(fulfilment);
            }

            var cases = new SampleCases(agency, plan.IssuedOn, today, calendar, rules);
            db.AddRange(cases.ForTriggers(triggers.Values, owed, disclosed));
            db.AddRange(cases.InEachState());

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        });
    }
}
