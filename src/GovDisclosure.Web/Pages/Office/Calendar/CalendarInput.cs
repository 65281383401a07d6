using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>What a notice is, besides its days.</summary>
public class NoticeHeadInput
{
    /// <summary>Made when the form is shown; the same form sent twice is one notice.</summary>
    public string? RequestKey { get; set; }

    [Display(Name = "Calendar.Number", Description = "Calendar.NumberHint")]
    public string? Number { get; set; }

    [Display(Name = "Calendar.Year", Description = "Calendar.YearHint")]
    public int? Year { get; set; }

    [Display(Name = "Calendar.IssuedOn")]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "Calendar.Source", Description = "Calendar.SourceHint")]
    public string? Source { get; set; }

    /// <summary>The key as an identity; another one where the form has none.</summary>
    internal Guid Key => Guid.TryParse(RequestKey, out var key) ? key : Guid.CreateVersion7();

    /// <summary>The notice with these days; what a file says of itself goes before what the form says.</summary>
    internal CalendarNoticeDraft ToDraft(CalendarNoticeDraft read) => new(
        read.Number.Length > 0 ? read.Number : PlainText.OneLine(Number),
        read.Year ?? Year,
        read.IssuedOn ?? IssuedOn,
        read.Source.Length > 0 ? read.Source : PlainText.OneLine(Source),
        read.Days);
}

/// <summary>A notice as a file.</summary>
public sealed class NoticeFileInput : NoticeHeadInput
{
    [Display(Name = "Calendar.File", Description = "Calendar.FileHint")]
    [Required(ErrorMessage = "Calendar.FileMissing")]
    public IFormFile? File { get; set; }
}

/// <summary>A day of it, as typed.</summary>
public sealed class NoticeRowInput
{
    public string? Date { get; set; }

    public string? Kind { get; set; }

    public string? Name { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Date) && string.IsNullOrWhiteSpace(Name);

    internal CalendarNoticeDay? ToDay() =>
        DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && Enum.TryParse<NoticeDayKind>(Kind, out var kind) && Enum.IsDefined(kind)
            ? new CalendarNoticeDay(date, kind, PlainText.OneLine(Name))
            : null;
}
