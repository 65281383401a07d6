using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Duties;

namespace GovDisclosure.Web.Pages.Shared;

/// <summary>A duty in a line: its name, until when, how it stands.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="View">From when it is looked at.</param>
/// <param name="Href">Its page; null where the reader has none.</param>
/// <param name="LogHref">Where a disclosure is logged for it; null where that is not offered.</param>
public sealed record NamedDutyLine(NamedDuty Duty, DutyView View, string? Href = null, string? LogHref = null);

/// <summary>The two files that a list can be kept as.</summary>
/// <param name="Xlsx">The spreadsheet's address.</param>
/// <param name="Csv">The CSV's address.</param>
public sealed record ExportLinks(string Xlsx, string Csv);

/// <summary>A colour, shape and word for something that is no state of a duty.</summary>
/// <param name="Tone">The class name of the tag.</param>
/// <param name="Text">The word.</param>
public sealed record WordTag(string Tone, string Text);
