using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Legal;

/// <summary>The register of legal bases: what each article demands in time, from when until when, and what a law's 日 means.</summary>
/// <remarks>
/// Every question takes the day of the event: that day's law decides. Where the register does not know, the answer is nothing and never a
/// guess.
/// </remarks>
/// <param name="provisions">The time limits.</param>
/// <param name="meanings">What 日 means in which law.</param>
public sealed class LegalRegister(IReadOnlyList<LegalProvision> provisions, IReadOnlyList<DayMeaning> meanings)
{
    /// <summary>Every time limit, in the order of the register.</summary>
    public IReadOnlyList<LegalProvision> Provisions => provisions;

    /// <summary>Every meaning of 日, in the order of the register.</summary>
    public IReadOnlyList<DayMeaning> Meanings => meanings;

    /// <summary>
    /// What <paramref name="days"/> 日 of a law are on a day: <see cref="LegalUnit.WorkingDay"/> or <see cref="LegalUnit.Day"/>; null where
    /// the register knows no version of the law on that day.
    /// </summary>
    /// <param name="instrument">The law, without its version.</param>
    /// <param name="days">The number that it writes before 日.</param>
    /// <param name="eventOn">The day of the event.</param>
    public LegalUnit? MeaningOfDays(string instrument, int days, DateOnly eventOn) =>
        meanings.FirstOrDefault(meaning => meaning.Instrument == instrument && meaning.IsInForceOn(eventOn))?.UnitOf(days);

    /// <summary>The version of an instrument that applies to an event on a day, as its year; null where the register knows none.</summary>
    public string? VersionOn(string instrument, DateOnly eventOn) =>
        provisions.FirstOrDefault(provision => provision.Instrument == instrument && provision.IsInForceOn(eventOn))?.Version
        ?? meanings.FirstOrDefault(meaning => meaning.Instrument == instrument && meaning.IsInForceOn(eventOn))?.Version;

    /// <summary>The time limits in force for what happens on a day, in the order of the register; several may bind at once.</summary>
    /// <param name="trigger">What happens, in a word of the register: application_received.</param>
    /// <param name="eventOn">The day on which it happens.</param>
    public IReadOnlyList<LegalProvision> For(string trigger, DateOnly eventOn) =>
        [.. provisions.Where(provision => provision.Trigger == trigger && provision.IsInForceOn(eventOn))];

    /// <summary>The rules in force for an event of the portal on a day, ready for <see cref="DueDateCalculator.DueUnderEach(IEnumerable{DeadlineRule}, DateOnly, ClockChanges)"/>.</summary>
    public IReadOnlyList<DeadlineRule> RulesFor(TriggerKind kind, DateOnly eventOn) =>
        [.. provisions.Where(provision => provision.Event == kind && provision.IsInForceOn(eventOn)).Select(provision => provision.ToRule()).OfType<DeadlineRule>()];
}
