namespace GovDisclosure.Domain.Settings;

/// <summary>When a duty counts as due soon, and from which share done a figure is green or amber (阈值).</summary>
/// <param name="DueSoonWorkingDays">How many working days ahead a duty counts as due soon (临近到期).</param>
/// <param name="GreenPercent">The least percentage that is green.</param>
/// <param name="AmberPercent">The least percentage that is amber; below it is red.</param>
public sealed record Thresholds(int DueSoonWorkingDays, int GreenPercent, int AmberPercent)
{
    /// <summary>The name under which administrators' values are kept.</summary>
    public const string SettingName = "thresholds";

    /// <summary>The furthest that a duty may count as due soon.</summary>
    public const int MostDueSoonWorkingDays = 60;

    /// <summary>What holds where nobody has set anything.</summary>
    public static Thresholds Default { get; } = new(3, 95, 80);

    /// <summary>The rules that stand against these values; none where they can hold.</summary>
    public IEnumerable<RuleViolation> Check()
    {
        if (DueSoonWorkingDays is < 0 or > MostDueSoonWorkingDays)
        {
            yield return new RuleViolation("DueSoonOutOfRange", nameof(DueSoonWorkingDays), 0, MostDueSoonWorkingDays);
        }

        if (GreenPercent is < 1 or > 100)
        {
            yield return new RuleViolation("PercentOutOfRange", nameof(GreenPercent), 1, 100);
        }

        if (AmberPercent is < 1 or > 100)
        {
            yield return new RuleViolation("PercentOutOfRange", nameof(AmberPercent), 1, 100);
        }
        else if (AmberPercent >= GreenPercent)
        {
            yield return new RuleViolation("AmberNotBelowGreen", nameof(AmberPercent), GreenPercent);
        }
    }
}
