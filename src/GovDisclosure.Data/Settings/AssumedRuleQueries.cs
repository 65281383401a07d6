using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Settings;

/// <summary>A word's default with how many rules of the plan in force were assumed from it.</summary>
public sealed record AssumedDefaultLine(AssumedRuleDefault Default, int Rules);

/// <summary>What a change of a word's default would touch in the plan in force.</summary>
/// <param name="Rules">The rules that were assumed from the word.</param>
/// <param name="Tasks">The tasks that they belong to.</param>
/// <param name="Agencies">The agencies that owe something under them.</param>
/// <param name="Duties">The duties under them that are still owed or were done.</param>
/// <param name="Replaced">Those of them that have not begun, which a change cancels.</param>
public sealed record AssumedRuleReach(int Rules, int Tasks, int Agencies, int Duties, int Replaced);

/// <summary>Reads the defaults for words without a number.</summary>
public sealed class AssumedRuleQueries(GovDbContext db, BeijingClock clock)
{
    // The words of the language that plans use; there are six.
    private const int Most = 100;

    /// <summary>The defaults in force.</summary>
    public async Task<IReadOnlyList<AssumedDefaultLine>> ListAsync(CancellationToken cancellationToken) =>
        await Present().OrderBy(row => row.Kind).ThenBy(row => row.Word).Take(Most).Select(row => new AssumedDefaultLine(
            row,
            db.TaskRules.Count(rule => rule.Rule.Assumed && rule.Rule.Phrase == row.Word && rule.SupersededAt == null
                && db.Tasks.Any(task => task.Id == rule.TaskId && db.WorkPlans.Any(plan => plan.Id == task.PlanId && plan.Status == WorkPlanStatus.Active)))))
            .ToListAsync(cancellationToken);

    /// <summary>A word's defaults, the one in force first; none where the word has no default.</summary>
    public async Task<IReadOnlyList<AssumedRuleDefault>> HistoryAsync(string word, CancellationToken cancellationToken) =>
        await db.AssumedRuleDefaults.AsNoTracking().Where(row => row.Word == word)
            .OrderByDescending(row => row.ValidFrom).Take(Most).ToListAsync(cancellationToken);

    /// <summary>What a change today would touch.</summary>
    public async Task<AssumedRuleReach> ReachAsync(string word, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return await db.Database.SqlQuery<AssumedRuleReach>(
            $"SELECT rules, tasks, agencies, duties, replaced FROM gov.assumed_rule_reach({word}, {today})").SingleAsync(cancellationToken);
    }

    /// <summary>The defaults in force as rules, for reading a plan.</summary>
    public static async Task<IReadOnlyCollection<AssumedRule>> InForceAsync(GovDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.AssumedRuleDefaults.AsNoTracking().Where(row => row.ValidTo == null).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new AssumedRule(row.Word, row.Kind, row.Value, row.Period, row.Event, row.Basis))];
    }

    /// <summary>A default as a rule, to put into words.</summary>
    public static DeadlineRule RuleOf(AssumedRuleDefault of, int planYear)
    {
        ArgumentNullException.ThrowIfNull(of);
        return new DeadlineRule
        {
            Kind = of.Kind,
            Phrase = of.Word,
            Value = of.Value,
            Period = of.Period,
            Event = of.Event,
            Date = of.Kind == DeadlineRuleKind.FixedDate ? new DateOnly(planYear, 12, 31) : null,
            Assumed = true,
            LegalBasis = of.Basis,
        };
    }

    private IQueryable<AssumedRuleDefault> Present() => db.AssumedRuleDefaults.AsNoTracking().Where(row => row.ValidTo == null);
}
