namespace GovDisclosure.Domain.Legal;

/// <summary>For which numbers a law's 日 means working days.</summary>
public enum WorkingDayNumbers
{
    /// <summary>For none: it writes 工作日 where it means them.</summary>
    None,

    /// <summary>For exactly the numbers listed.</summary>
    Exactly,

    /// <summary>For every number up to the one listed, included.</summary>
    UpTo,

    /// <summary>For every number.</summary>
    All,
}

/// <summary>What one version of a law means by 日, which depends on the law and on the number.</summary>
/// <remarks>行政处罚法(2021) art. 85 makes 二日, 三日, 五日 and 七日 working days; its 十五日 and 九十日 stay calendar days.</remarks>
/// <param name="Instrument">The law, without its version.</param>
/// <param name="Version">The year of the version; empty where only one is known.</param>
/// <param name="Article">Where it says so; empty where it nowhere does.</param>
/// <param name="InForceFrom">The first day of the version.</param>
/// <param name="InForceTo">The last day of the version; null while it is in force.</param>
/// <param name="Means">For which numbers.</param>
/// <param name="Numbers">The numbers of <see cref="WorkingDayNumbers.Exactly"/>, or the one of <see cref="WorkingDayNumbers.UpTo"/>.</param>
/// <param name="Mark">How well it is known.</param>
/// <param name="DatesMark">How well the dates are known.</param>
public sealed record DayMeaning(
    string Instrument,
    string Version,
    string Article,
    DateOnly InForceFrom,
    DateOnly? InForceTo,
    WorkingDayNumbers Means,
    IReadOnlyList<int> Numbers,
    LegalMark Mark,
    LegalMark DatesMark)
{
    /// <summary>Whether the version holds for what happens on <paramref name="day"/>.</summary>
    public bool IsInForceOn(DateOnly day) => day >= InForceFrom && (InForceTo is not { } to || day <= to);

    /// <summary>What <paramref name="days"/> 日 are: <see cref="LegalUnit.WorkingDay"/> or <see cref="LegalUnit.Day"/>.</summary>
    public LegalUnit UnitOf(int days) => Means switch
    {
        WorkingDayNumbers.All => LegalUnit.WorkingDay,
        WorkingDayNumbers.Exactly when Numbers.Contains(days) => LegalUnit.WorkingDay,
        WorkingDayNumbers.UpTo when Numbers.Any(most => days <= most) => LegalUnit.WorkingDay,
        _ => LegalUnit.Day,
    };
}
