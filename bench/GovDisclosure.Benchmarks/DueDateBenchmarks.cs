using BenchmarkDotNet.Attributes;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Legal;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Benchmarks;

/// <summary>One due date, its explanation, and one state: what everything that is asked of a million obligations is made of.</summary>
/// <remarks>In process and without a database: the calendar and the register are read once from the files that ship with the portal.</remarks>
[InProcess]
[WarmupCount(5)]
[IterationCount(15)]
[MemoryDiagnoser]
public class DueDateBenchmarks
{
    private static readonly DateOnly Start = new(2016, 9, 9);
    private static readonly DeadlineRule WorkingDays = Rule(DeadlineRuleKind.WorkingDaysAfterEvent, 20);
    private static readonly DeadlineRule CalendarDays = Rule(DeadlineRuleKind.CalendarDaysAfterEvent, 15);
    private static readonly DeadlineRule Months = Rule(DeadlineRuleKind.MonthsAfterEvent, 3);
    private static readonly ClockChanges Changes =
        new([new PeriodExtension(20)], [new ClockStop(new DateOnly(2016, 9, 12), new DateOnly(2016, 9, 14))]);

    private readonly DueDateCalculator _calculator;
    private readonly DeadlineExplainer _explainer;
    private readonly CalendarVersions _versions = NoticeFile.ReadVersions();
    private readonly IReadOnlyList<DeadlineRule> _bases = LegalRegisterFile.ReadEmbedded().RulesFor(TriggerKind.PenaltyDecision, new DateOnly(2020, 9, 15));
    private readonly Occurrence _occurrence;
    private readonly ObligationFacts _facts;
    private readonly DateTimeOffset _asOf = BeijingTime.EndOf(new DateOnly(2016, 10, 10));

    /// <summary>Reads the calendar.</summary>
    public DueDateBenchmarks()
    {
        var calendar = HolidayFile.ReadEmbedded();
        _calculator = new DueDateCalculator(calendar);
        _explainer = new DeadlineExplainer(calendar);
        _occurrence = new Occurrences(calendar).ForTrigger(WorkingDays, "case", Start);
        _facts = new ObligationFacts(_occurrence.Due.DueAt, _occurrence.Due.DueAt, ObligationDisposition.Open, FulfilledAt: null);
    }

    /// <summary>20 working days after a decision.</summary>
    [Benchmark]
    public Due DueInWorkingDays() => _calculator.DueAfter(WorkingDays, Start);

    /// <summary>15 calendar days, rolled.</summary>
    [Benchmark]
    public Due DueInCalendarDays() => _calculator.DueAfter(CalendarDays, Start);

    /// <summary>Three months, rolled.</summary>
    [Benchmark]
    public Due DueInMonths() => _calculator.DueAfter(Months, Start);

    /// <summary>20 working days, 20 more and a stop.</summary>
    [Benchmark]
    public AdjustedDue DueWithExtensionAndStop() => _calculator.DueAfter(WorkingDays, Start, Changes);

    /// <summary>Two bases at once.</summary>
    [Benchmark]
    public BindingDue DueUnderTwoBases() => _calculator.DueUnderEach(_bases, new DateOnly(2020, 9, 15));

    /// <summary>The calendar as it was known on a day.</summary>
    [Benchmark]
    public WorkingDayCalendar CalendarAsKnown() => _versions.KnownOn(Start);

    /// <summary>Every day of the count with its reason, as the page shows it.</summary>
    [Benchmark]
    public DeadlineExplanation Explanation() => _explainer.Explain(WorkingDays, _occurrence);

    /// <summary>The same as JSON.</summary>
    [Benchmark]
    public string ExplanationAsJson() => ExplanationJson.Write(_explainer.Explain(WorkingDays, _occurrence));

    /// <summary>The state of one obligation.</summary>
    [Benchmark]
    public ObligationState State() => ObligationStates.Of(_facts, _asOf, _facts.DueAt);

    private static DeadlineRule Rule(DeadlineRuleKind kind, int count) => new()
    {
        Kind = kind,
        Phrase = "",
        Value = count,
        Event = TriggerKind.PenaltyDecision,
    };
}
