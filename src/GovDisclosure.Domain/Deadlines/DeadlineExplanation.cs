using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>Why an occurrence falls due when it does, as facts: a page adds the words of its language.</summary>
/// <remarks>
/// The days alone let a reader find the due day again: the last number is the rule's with its extensions, and the last day is the due one.
/// Before an event it is the first: its number is the rule's, negative.
/// </remarks>
public sealed record DeadlineExplanation
{
    /// <summary>The rule, with its phrase, number, legal basis and whether it is assumed.</summary>
    public required DeadlineRule Rule { get; init; }

    /// <summary>The occurrence that is explained.</summary>
    public required Occurrence Occurrence { get; init; }

    /// <summary>What the calendar of this explanation gives, with extensions and stops.</summary>
    public required Due Due { get; init; }

    /// <summary>What the rule alone gives, which extensions and stops leave as it is.</summary>
    public required Due Original { get; init; }

    /// <summary>What happened to the clock after it started.</summary>
    public ClockChanges Changes { get; init; } = ClockChanges.None;

    /// <summary>Every basis that binds at once, this one included; empty where there is no other.</summary>
    public IReadOnlyList<BasisDue> Bases { get; init; } = [];

    /// <summary>The region whose own days off count too; null where only the country's are known.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// The last day by the rule's words alone, of months, years or the next month's day, which a roll over days off makes earlier than
    /// <see cref="DueOn"/>; null where the numbers of <see cref="Days"/> tell it.
    /// </summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The trigger's day, for a triggered rule; for working days before an event, the event's.</summary>
    public DateOnly? TriggeredOn { get; init; }

    /// <summary>The trigger's instant with offset zero, where it was given; always for hours.</summary>
    public DateTimeOffset? TriggeredAt { get; init; }

    /// <summary>The period, for a periodic duty or a quota.</summary>
    public DatePeriod? Period { get; init; }

    /// <summary>Every day between the start and the due day, both included, in order and without gaps.</summary>
    /// <remarks>
    /// From day zero for what counts days, from the trigger's day for hours, months and years; otherwise the window of the period or date.
    /// Before an event, from the due day to the event.
    /// As long as the rule's range: who lets strangers choose the number must limit it.
    /// </remarks>
    public required IReadOnlyList<ExplainedDay> Days { get; init; }

    /// <summary><see cref="Days"/> in weeks for drawing, at most <see cref="WeekGrid.MaxWeeks"/> rows.</summary>
    public required WeekGrid Weeks { get; init; }

    /// <summary>The last day in time.</summary>
    public DateOnly DueOn => Due.DueOn;

    /// <summary>Whether the due day rests on a day that no notice covers yet.</summary>
    public bool IsProvisional => Due.IsProvisional;

    /// <summary>
    /// Whether the occurrence carries the same due instant. It does not after a newer calendar or an extension; the one in force is the
    /// occurrence's, and this explanation tells where the calendar would put it.
    /// </summary>
    public bool AgreesWithOccurrence => Due.DueAt == Occurrence.Due.DueAt;

    /// <summary>The last day counted by number, which a roll over days off makes earlier than <see cref="DueOn"/>; null where nothing is counted.</summary>
    public ExplainedDay? LastCounted =>
        Rule.Kind == DeadlineRuleKind.WorkingDaysBeforeEvent ? Days[0] : Days.LastOrDefault(day => day.Number is not null);

    /// <summary>The holidays skipped or rolled over, by name and in order.</summary>
    public IReadOnlyList<HolidaySpan> SkippedHolidays { get; init; } = [];

    /// <summary>The weekend days skipped or rolled over that belong to no holiday.</summary>
    public IReadOnlyList<DateOnly> SkippedWeekendDays { get; init; } = [];

    /// <summary>The make-up days (调休) that count, each with its name and notice.</summary>
    public IReadOnlyList<CalendarDay> CountedMakeUpDays { get; init; } = [];

    /// <summary>The document numbers of the notices that changed a day of the count, in order, each once; empty where only weekends mattered.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
