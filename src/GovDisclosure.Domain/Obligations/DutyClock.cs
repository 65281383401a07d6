using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Obligations;

/// <summary>What the due instant of a duty that a trigger started follows from. The same facts and calendar always give the same instant.</summary>
/// <param name="Bases">The rules that bind at once: the plan's first, then what the law adds. One where the law adds nothing.</param>
/// <param name="TriggeredAt">When the trigger happened; the start of the Beijing day where only the date counts.</param>
/// <param name="Changes">The extensions of the period and the stops of its clock that hold.</param>
/// <param name="GrantedUntil">The last Beijing date that the office named in granting more time; <see langword="null"/> where it named none.</param>
public sealed record DutyClock(IReadOnlyList<DeadlineRule> Bases, DateTimeOffset TriggeredAt, ClockChanges Changes, DateOnly? GrantedUntil = null)
{
    /// <summary>Whether more time can be asked for as a number: where every basis counts the same unit, a number means one thing.</summary>
    public bool CountsOneUnit => Bases.Select(basis => basis.Kind).Distinct().Count() == 1 && Bases[0].Kind != DeadlineRuleKind.WorkingDaysBeforeEvent;

    /// <summary>Whether it can be stopped for some days: where every basis counts days.</summary>
    public bool CanStop => Bases.All(basis => basis.Kind is DeadlineRuleKind.WorkingDaysAfterEvent or DeadlineRuleKind.CalendarDaysAfterEvent);

    /// <summary>The Beijing date of the trigger.</summary>
    public DateOnly TriggeredOn => BeijingTime.DateOf(TriggeredAt);

    /// <summary>The smallest cap that an article puts on extensions, in the bases' own unit; <see langword="null"/> where none does.</summary>
    public int? ExtensionCap => Bases.Min(basis => basis.ExtensionCap);

    /// <summary>What each basis gives, and which binds. A date that the office named is not in it.</summary>
    /// <param name="calendar">The working days.</param>
    /// <exception cref="ArgumentException">A basis is no rule of a trigger, is incomplete, or the changes break it.</exception>
    public BindingDue Count(WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new DueDateCalculator(calendar).DueUnderEach(Bases, TriggeredAt, Changes);
    }

    /// <summary>The due instant in force: what is counted, or the date that the office named where that is later.</summary>
    /// <remarks>A date that was named holds as it is, whatever the calendar becomes; what adds to the period moves with it.</remarks>
    /// <exception cref="ArgumentException">As for <see cref="Count"/>.</exception>
    public DateTimeOffset DueAt(WorkingDayCalendar calendar)
    {
        var counted = Count(calendar).Binding.Due.DueAt;
        return GrantedUntil is { } day && BeijingTime.EndOf(day) > counted ? BeijingTime.EndOf(day) : counted;
    }

    /// <summary>The same clock with more time, as a number in its own unit.</summary>
    public DutyClock ExtendedBy(int count) => this with { Changes = Changes with { Extensions = [.. Changes.Extensions, new PeriodExtension(count)] } };

    /// <summary>The same clock, stopped over some days.</summary>
    public DutyClock Stopped(DateOnly from, DateOnly to) => this with { Changes = Changes with { Stops = [.. Changes.Stops, new ClockStop(from, to)] } };

    /// <summary>The rules that one of the bases would break.</summary>
    public IEnumerable<RuleViolation> Check() => Bases.SelectMany(Changes.Check).DistinctBy(violation => violation.Code);
}
