namespace GovDisclosure.Domain.Plans;

/// <summary>From which day a revision of a plan may hold.</summary>
public static class RevisionRules
{
    /// <summary>The first day from which it may: nobody owes what nobody had said, and one revision follows the other.</summary>
    /// <param name="planIssuedOn">The day on which the plan was issued.</param>
    /// <param name="revisionIssuedOn">The day on which the revision was issued.</param>
    /// <param name="lastEffectiveFrom">The day from which the last revision holds, where there is one.</param>
    public static DateOnly Earliest(DateOnly planIssuedOn, DateOnly revisionIssuedOn, DateOnly? lastEffectiveFrom) =>
        new[] { planIssuedOn, revisionIssuedOn, lastEffectiveFrom ?? planIssuedOn }.Max();

    /// <summary>Returns every rule that the day would break.</summary>
    /// <remarks>
    /// Not a day to come: the portal tells everybody what is in force, and a version that is not would be told as if it were.
    /// </remarks>
    /// <param name="from">The day, in Beijing.</param>
    /// <param name="planYear">The plan's year.</param>
    /// <param name="earliest">The first day from which it may hold.</param>
    /// <param name="today">Today, in Beijing.</param>
    public static IEnumerable<RuleViolation> Check(DateOnly? from, int planYear, DateOnly earliest, DateOnly today)
    {
        if (from is not { } day)
        {
            yield return new("EffectiveFromMissing", "EffectiveFrom");
        }
        else if (day < earliest)
        {
            yield return new("EffectiveFromTooEarly", "EffectiveFrom", earliest);
        }
        else if (day > today)
        {
            yield return new("EffectiveFromInFuture", "EffectiveFrom");
        }
        else if (day.Year != planYear)
        {
            yield return new("EffectiveFromOutsideYear", "EffectiveFrom", planYear);
        }
    }
}
