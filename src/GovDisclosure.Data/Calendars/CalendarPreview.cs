using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Calendars;

/// <summary>What a preview was made from: where any of it has changed since, the preview is stale.</summary>
/// <param name="Version">The newest change of the calendar at the time.</param>
/// <param name="Moved">How many duties would have moved.</param>
public sealed record CalendarSeen(Guid Version, int Moved);

/// <summary>What a change of the calendar would do.</summary>
/// <param name="Id">The draft that would be loaded, or the notice that would be undone.</param>
/// <param name="Notice">The notice.</param>
/// <param name="Source">Where its days come from.</param>
/// <param name="Days">The days that become another kind of day.</param>
/// <param name="Agencies">How many open duties of which agency would move: the agencies with the most.</param>
/// <param name="AgencyCount">How many agencies these are in all.</param>
/// <param name="Seen">What it was made from.</param>
public sealed record CalendarPreview(
    Guid Id, HolidayNotice Notice, string Source, IReadOnlyList<CalendarChange> Days, IReadOnlyList<AgencyMoves> Agencies, int AgencyCount, CalendarSeen Seen)
{
    /// <summary>The most agencies that are listed.</summary>
    public const int MostAgencies = 120;
}

/// <summary>How many of an agency's open duties would move.</summary>
public sealed record AgencyMoves(Guid AgencyId, string Name, string EnglishName, int Count);

/// <summary>A duty that would move.</summary>
public sealed record MovingDuty
{
    public required Guid AgencyId { get; init; }

    public required Guid Id { get; init; }

    public required string AgencyName { get; init; }

    public required string AgencyEnglishName { get; init; }

    public required string TaskTitle { get; init; }

    public required string Clause { get; init; }

    public required string? TriggerTitle { get; init; }

    public required string OccurrenceKey { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset NewDueAt { get; init; }
}

/// <summary>A notice in the list of those that were loaded.</summary>
public sealed record LoadedNotice
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required int Year { get; init; }

    public required bool Announces { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Source { get; init; }

    public required int DayCount { get; init; }

    public required int Moved { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public required string LoadedByName { get; init; }

    public required DateTimeOffset? UndoneAt { get; init; }

    public required string? UndoneByName { get; init; }
}
