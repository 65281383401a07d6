namespace GovDisclosure.Domain.Calendars;

/// <summary>One day that a holiday notice changes: taken off or worked in exchange.</summary>
/// <param name="Date">The Beijing date.</param>
/// <param name="Kind"><see cref="CalendarDayKind.Holiday"/> or <see cref="CalendarDayKind.MakeUpWorkday"/>; ordinary days have no entry.</param>
/// <param name="Name">The holiday that the notice names, also for its make-up days: 国庆节.</param>
/// <param name="Notice">The notice's document number, 国办发明电〔2015〕18号; null where it is not known (2008).</param>
public sealed record CalendarEntry(DateOnly Date, CalendarDayKind Kind, string Name, string? Notice)
{
    /// <summary>The region whose own notice it is; null for a notice that holds in the whole country.</summary>
    public string? Region { get; init; }
}
