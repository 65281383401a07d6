namespace GovDisclosure.Domain.Calendars;

/// <summary>One notice of the State Council about days off, as it was issued.</summary>
/// <param name="Number">Its document number, 国办发明电〔2015〕18号; null where it is not known (2008).</param>
/// <param name="IssuedOn">The Beijing date of its publication.</param>
/// <param name="Year">The year that it announces; null for a notice that only changes days of years already announced.</param>
/// <param name="Entries">The days that it makes holidays or make-up days, also those that an earlier notice had set otherwise.</param>
public sealed record HolidayNotice(string? Number, DateOnly IssuedOn, int? Year, IReadOnlyList<CalendarEntry> Entries)
{
    private readonly DateTimeOffset? _knownFrom;

    /// <summary>Days that an earlier notice had changed and that this one makes ordinary again.</summary>
    public IReadOnlyList<DateOnly> Cleared { get; init; } = [];

    /// <summary>The instant from which it is known: the beginning of its date, or when somebody loaded it.</summary>
    public DateTimeOffset KnownFrom
    {
        get => _knownFrom ?? BeijingTime.StartOf(IssuedOn);
        init => _knownFrom = value;
    }

    /// <summary>The instant from which it no longer counts, where loading it was undone.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Every day that it speaks of.</summary>
    public IEnumerable<DateOnly> Days => Entries.Select(entry => entry.Date).Concat(Cleared);

    internal bool IsInForceAt(DateTimeOffset instant) => KnownFrom <= instant && !(UndoneAt <= instant);
}
