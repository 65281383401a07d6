using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Legal;

/// <summary>One time limit of one article, as the register of legal bases has it.</summary>
public sealed record LegalProvision
{
    /// <summary>The instrument's title or document number, without its version: 政府信息公开条例, 国发〔2014〕6号.</summary>
    public required string Instrument { get; init; }

    /// <summary>The year of the version; empty where only one is known.</summary>
    public required string Version { get; init; }

    /// <summary>The article: 第二十六条; empty where it is not known.</summary>
    public required string Article { get; init; }

    /// <summary>The first day on which it is in force; null where that is not known, and then it is listed but applied to nothing.</summary>
    public required DateOnly? InForceFrom { get; init; }

    /// <summary>The last day on which it is in force; null where no end is known.</summary>
    public required DateOnly? InForceTo { get; init; }

    /// <summary>What starts its clock, in a word of the register: application_received.</summary>
    public required string Trigger { get; init; }

    /// <summary>The kind of event of the portal that the trigger is; null where it has none.</summary>
    public required TriggerKind? Event { get; init; }

    /// <summary>The number and unit as the article writes them: 七日.</summary>
    public required string Written { get; init; }

    /// <summary>The number; null for a date.</summary>
    public required int? Number { get; init; }

    /// <summary>What is counted, 日 already told apart.</summary>
    public required LegalUnit Unit { get; init; }

    /// <summary>Which way it looks from its trigger.</summary>
    public required LegalDirection Direction { get; init; }

    /// <summary>For a date, its month and day in the leap year 2000; otherwise null.</summary>
    public required DateOnly? MonthAndDay { get; init; }

    /// <summary>How much extensions may add in all; null where the article knows none.</summary>
    public required int? ExtensionCap { get; init; }

    /// <summary>What stops its clock, in words of the register: third_party.</summary>
    public required IReadOnlyList<string> ClockStops { get; init; }

    /// <summary>How well it is known.</summary>
    public required LegalMark Mark { get; init; }

    /// <summary>How well the dates of its being in force are known.</summary>
    public required LegalMark DatesMark { get; init; }

    /// <summary>Where it stands in the register.</summary>
    public required string Source { get; init; }

    /// <summary>How a page cites it: 政府信息公开条例（2019年）第二十六条.</summary>
    public string Citation => Version.Length > 0 ? $"{Instrument}（{Version}年）{Article}" : $"{Instrument}{Article}";

    /// <summary>Whether it holds for what happens on <paramref name="day"/>.</summary>
    public bool IsInForceOn(DateOnly day) => InForceFrom is { } from && day >= from && (InForceTo is not { } to || day <= to);

    /// <summary>The rule that the engine counts by; null for a period that must at least pass, which sets no last day.</summary>
    /// <param name="year">For a date of each year, which year; otherwise without meaning.</param>
    /// <exception cref="ArgumentException">A date is asked without its year.</exception>
    /// <exception cref="InvalidOperationException">The register's unit does not go with its direction.</exception>
    public DeadlineRule? ToRule(int? year = null)
    {
        if (Direction == LegalDirection.AtLeast)
        {
            return null;
        }

        return new DeadlineRule
        {
            Kind = KindOfRule(),
            Phrase = Written,
            Value = Number,
            Date = DateIn(year),
            Event = Event,
            LegalBasis = Citation,
            ExtensionCap = ExtensionCap,
            InForceFrom = InForceFrom,
            InForceTo = InForceTo,
        };
    }

    private DateOnly? DateIn(int? year)
    {
        if (MonthAndDay is not { } date)
        {
            return null;
        }

        return new DateOnly(year ?? throw new ArgumentException("A date needs its year.", nameof(year)), date.Month, date.Day);
    }

    private DeadlineRuleKind KindOfRule() => (Direction, Unit) switch
    {
        (LegalDirection.After, LegalUnit.WorkingDay) => DeadlineRuleKind.WorkingDaysAfterEvent,
        (LegalDirection.After, LegalUnit.Day) => DeadlineRuleKind.CalendarDaysAfterEvent,
        (LegalDirection.After, LegalUnit.Month) => DeadlineRuleKind.MonthsAfterEvent,
        (LegalDirection.After, LegalUnit.Year) => DeadlineRuleKind.YearsAfterEvent,
        (LegalDirection.After, LegalUnit.Hour) => DeadlineRuleKind.HoursAfterEvent,
        (LegalDirection.Before, LegalUnit.WorkingDay) => DeadlineRuleKind.WorkingDaysBeforeEvent,
        (LegalDirection.ByDate, LegalUnit.Date) => DeadlineRuleKind.FixedDate,
        _ => throw new InvalidOperationException($"{Source}: the engine has no rule for {Direction} in {Unit}."),
    };
}
