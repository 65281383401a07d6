namespace GovDisclosure.Domain.Settings;

/// <summary>From where on a figure changes its colour (阈值): the municipal office decides, so it is a setting.</summary>
/// <param name="DueSoonWorkingDays">How many working days ahead a duty counts as due soon.</param>
/// <param name="GreenPercent">A rate of this many percent or more is green.</param>
/// <param name="AmberPercent">Below that, a rate of this many percent or more is amber; anything less is red.</param>
public sealed record Thresholds(int DueSoonWorkingDays, int GreenPercent, int AmberPercent)
{
    /// <summary>The name of the setting.</summary>
    public const string SettingName = "thresholds";

    /// <summary>The furthest that a duty may count as due soon, in working days.</summary>
    public const int MostDueSoonWorkingDays = 60;

    /// <summary>What holds where nobody has set anything.</summary>
    public static Thresholds Default { get; } = new(3, 95, 80);

    /// <summary>Whether the three can be used together.</summary>
    public bool IsUsable => !Check().Any();

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

    /// <summary>The grade of a rate; no rate has no grade, and so is neither good nor bad.</summary>
    public RateGrade GradeOf(int? percent) => percent switch
    {
        null => RateGrade.None,
        { } rate when rate >= GreenPercent => RateGrade.Good,
        { } rate when rate >= AmberPercent => RateGrade.Middling,
        _ => RateGrade.Poor,
    };
}

/// <summary>How good a rate is.</summary>
public enum RateGrade
{
    /// <summary>There is no rate: 0 of 0.</summary>
    None,

    /// <summary>Green.</summary>
    Good,

    /// <summary>Amber.</summary>
    Middling,

    /// <summary>Red.</summary>
    Poor,
}
