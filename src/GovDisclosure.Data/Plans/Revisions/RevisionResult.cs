using GovDisclosure.Domain;
using GovDisclosure.Domain.Plans.Comparison;

namespace GovDisclosure.Data.Plans.Revisions;

/// <summary>What a revision does to duties, or would do.</summary>
/// <param name="Made">Duties that nobody owed before.</param>
/// <param name="Continued">Duties that go on under another rule: the one before ends, and what was published for it counts.</param>
/// <param name="Ended">Duties that fall away.</param>
/// <param name="Reopened">Duties that an earlier revision had ended, and that are owed again.</param>
/// <param name="Moved">Duties that go on in another role.</param>
/// <param name="Told">Duties that go on under other words.</param>
/// <param name="Kept">Duties that go on as they are, and those of before the day.</param>
/// <param name="Done">Duties that are done, and stay so.</param>
public sealed record RevisionCounts(int Made, int Continued, int Ended, int Reopened, int Moved, int Told, int Kept, int Done);

/// <summary>What came of revising, or would come.</summary>
/// <param name="Code">Names what stands against it; <see langword="null"/> where nothing does.</param>
/// <param name="Earliest">The first day from which the revision may hold, where there is a plan to revise.</param>
public sealed record RevisionResult(string? Code, DateOnly? Earliest = null)
{
    /// <summary>The rules that the day would break.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; init; } = [];

    /// <summary>What the revision does to duties.</summary>
    public RevisionCounts? Counts { get; init; }

    /// <summary>What it changes of the plan.</summary>
    public PlanComparison? Comparison { get; init; }

    /// <summary>How many agencies and groups the register gets.</summary>
    public int NewNames { get; init; }

    /// <summary>How many revisions the plan has had: a preview that was made of fewer is stale.</summary>
    public int Revisions { get; init; }

    /// <summary>The plan's year.</summary>
    public int Year { get; init; }

    /// <summary>Whether the revision is published, or can be.</summary>
    public bool IsDone => Code is null && Violations.Count == 0;
}
