using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Calendars;

/// <summary>
/// A notice of days off that somebody loaded, or the undoing of one. It is never edited or deleted: what turns out wrong is undone by a
/// further row, or superseded by one.
/// </summary>
public sealed class CalendarNoticeRow
{
    /// <summary>Its identity: that of the draft that it was, so that a form sent twice is one notice.</summary>
    public required Guid Id { get; init; }

    /// <summary>The document number: 国办发明电〔2015〕18号.</summary>
    public required string Number { get; init; }

    /// <summary>The calendar year that it arranges.</summary>
    public required int Year { get; init; }

    /// <summary>Whether it announced the year, which no notice had done before.</summary>
    public required bool Announces { get; init; }

    /// <summary>The Beijing date of the document.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Where the days come from, in the words of who loaded it.</summary>
    public required string Source { get; init; }

    /// <summary>From which instant it holds; after that of every row before it.</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>The name of who loaded it, at the time.</summary>
    public required string LoadedByName { get; init; }

    /// <summary>The notice whose loading it undoes; it then has no days of its own.</summary>
    public Guid? UndoesId { get; init; }

    /// <summary>How many open duties it moved.</summary>
    public required int Moved { get; init; }

    /// <summary>The days that it changes.</summary>
    public ICollection<CalendarNoticeDayRow> Days { get; init; } = [];
}

/// <summary>One day of a notice.</summary>
public sealed class CalendarNoticeDayRow
{
    /// <summary>The notice.</summary>
    public Guid NoticeId { get; init; }

    /// <summary>The Beijing date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What the notice makes of it.</summary>
    public required NoticeDayKind Kind { get; init; }

    /// <summary>The holiday that it belongs to.</summary>
    public required string Name { get; init; }
}

/// <summary>A notice between its entering and its loading: what the preview is made from. It changes nothing.</summary>
public sealed class CalendarDraftRow
{
    /// <summary>Its identity, which becomes the notice's.</summary>
    public required Guid Id { get; init; }

    /// <summary>The notice as it was entered, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset PreparedAt { get; init; }

    /// <summary>The name of who entered it, at the time.</summary>
    public required string PreparedByName { get; init; }
}
