using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Calendars;

/// <summary>A year whose official holiday notice is loaded.</summary>
public sealed class CalendarYear
{
    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>The notices that announced it, as document numbers.</summary>
    public required string Notices { get; init; }

    /// <summary>Where the row comes from: the data file and its line.</summary>
    public required string Source { get; init; }
}

/// <summary>A day that a notice makes a holiday or a working day.</summary>
public sealed class CalendarEntryRow
{
    /// <summary>The Beijing date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Holiday, or make-up working day.</summary>
    public required CalendarDayKind Kind { get; init; }

    /// <summary>The holiday's name.</summary>
    public required string Name { get; init; }

    /// <summary>The notice's document number.</summary>
    public required string Notice { get; init; }

    /// <summary>Where the row comes from: the data file and its line.</summary>
    public required string Source { get; init; }
}
