using System.Globalization;
using System.Runtime.InteropServices;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>One work plan (政务公开工作要点) as its own words say it, before a person has confirmed anything.</summary>
/// <param name="Title">The plan's title, without the notice around it; null where the head does not give one.</param>
/// <param name="DocumentNumber">The document number (发文字号) such as 京政办发〔2016〕26号; null where not given.</param>
/// <param name="Issuer">The body that issued the notice; null where not given.</param>
/// <param name="IssuedOn">The date under the notice; null where not given or not a date.</param>
/// <param name="Year">The year that the plan is for: from its title, else its document number, else its date.</param>
/// <param name="Sections">The headings in the plan's order.</param>
/// <param name="Tasks">The tasks in the plan's order; general duties come last, as printed.</param>
/// <param name="Problems">What a person has to look at, in the order of lines.</param>
/// <param name="Segments">Every character of the source once, in order; empty for a plan read from JSON.</param>
public sealed record ParsedPlan(
    string? Title,
    string? DocumentNumber,
    string? Issuer,
    DateOnly? IssuedOn,
    int? Year,
    IReadOnlyList<ParsedSection> Sections,
    IReadOnlyList<ParsedTask> Tasks,
    IReadOnlyList<ParseProblem> Problems,
    IReadOnlyList<DocumentSegment> Segments);

/// <summary>A heading of the first level: 一、.</summary>
/// <param name="Ordinal">The number as printed; 0 holds sub-sections that stand before any section.</param>
/// <param name="Title">The heading's words after its number.</param>
/// <param name="Subsections">The headings below it.</param>
public sealed record ParsedSection(int Ordinal, string Title, IReadOnlyList<ParsedSubsection> Subsections);

/// <summary>A heading of the second level: (一).</summary>
/// <param name="Ordinal">The number as printed; 0 holds items that stand directly in a section.</param>
/// <param name="Title">The heading's words after its number.</param>
/// <param name="Items">The headings below it; empty where the sub-section holds its tasks directly.</param>
public sealed record ParsedSubsection(int Ordinal, string Title, IReadOnlyList<ParsedItem> Items);

/// <summary>A heading of the third level: 1.</summary>
/// <param name="Ordinal">The number as printed.</param>
/// <param name="Title">
/// The item's first sentence without its full stop. Plans mostly write a short title sentence (推进旅游市场监管信息公开。), but some run
/// the title into the first duty (办好政府公报,着力提升…); the whole sentence is kept then, since cutting at a comma would be a guess.
/// </param>
public sealed record ParsedItem(int Ordinal, string Title);

/// <summary>A task (任务): the stretch of text that ends in one attribution, or one general duty of the closing paragraph.</summary>
/// <param name="SectionOrdinal">The section's printed number; 0 where there is none.</param>
/// <param name="SubsectionOrdinal">The sub-section's printed number; 0 where there is none.</param>
/// <param name="ItemOrdinal">The item's printed number; 0 where there is none.</param>
/// <param name="Sequence">Counts the tasks of one <see cref="Number"/> from 1.</param>
/// <param name="General">A duty laid on everybody without an attribution; not counted among the attributed tasks.</param>
/// <param name="Text">
/// The words from after the printed number (or after the attribution before) up to the task's own attribution, verbatim. A paragraph that
/// the source wraps over lines is one line again; where the text has several paragraphs, each is a line.
/// </param>
/// <param name="Attribution">
/// The words of the attribution without its brackets, verbatim; a line for each where several go together; null for a general duty.
/// </param>
/// <param name="Assignments">Leads first, then responsible, then cooperating, each in the order of the attribution.</param>
/// <param name="Deadlines">What the words demand in time, in the order of the text; every occurrence is an entry.</param>
/// <param name="Place">Where the text begins in the source; null for a plan read from JSON.</param>
public sealed record ParsedTask(
    int SectionOrdinal,
    int SubsectionOrdinal,
    int ItemOrdinal,
    int Sequence,
    bool General,
    string Text,
    string? Attribution,
    IReadOnlyList<ParsedAssignment> Assignments,
    IReadOnlyList<ParsedDeadline> Deadlines,
    SourcePlace? Place)
{
    /// <summary>Section, sub-section and item as printed, such as 1.2.3; 0 for a level that is not there (2.4.0).</summary>
    /// <remarks>The closing paragraph stands under no heading of its own: its duties have 0.0.0.</remarks>
    public string Number => string.Create(
        CultureInfo.InvariantCulture, $"{SectionOrdinal}.{SubsectionOrdinal}.{ItemOrdinal}");
}

/// <summary>One mention of an agency or group in an attribution (责任分工).</summary>
/// <param name="Name">The name as written; a group phrase (各区政府) is one name.</param>
/// <param name="Role">What the attribution makes it.</param>
/// <param name="Ordinal">Its place among the names of the same kind of role, from 1.</param>
public sealed record ParsedAssignment(string Name, AssignmentRole Role, int Ordinal);

/// <summary>What one phrase of a task demands in time (时限要求).</summary>
/// <param name="Phrase">The words, verbatim.</param>
/// <param name="Kind">The kind of demand.</param>
/// <param name="Value">Days or hours for a clock, the figure for a target; otherwise null.</param>
/// <param name="Period">The period of a periodic duty or a quota; otherwise null.</param>
/// <param name="MinCount">The least count in each period, for a quota; otherwise null.</param>
/// <param name="Date">The last day, for a fixed date; null too where the plan's year is not known.</param>
/// <param name="Event">The words for what starts the clock (文件公开), where the sentence has them; otherwise null.</param>
/// <param name="TextOffset">Where the phrase begins in the task's text, so that it can be shown in place; -1 where it stands in the attribution.</param>
/// <param name="Place">Where the phrase begins in the source; null for a plan read from JSON.</param>
public sealed record ParsedDeadline(
    string Phrase,
    DeadlineRuleKind Kind,
    decimal? Value,
    PeriodUnit? Period,
    int? MinCount,
    DateOnly? Date,
    string? Event,
    int TextOffset,
    SourcePlace? Place)
{
    /// <summary>For a periodic duty, how many working days after its period there are (每季度结束后10个工作日内); otherwise null.</summary>
    public int? WorkingDaysAfterPeriod { get; init; }

    /// <summary>For a periodic duty, the day of the month after its period by whose end it may be done (次月10日前); otherwise null.</summary>
    public int? DayOfNextMonth { get; init; }
}

/// <summary>A place in the source text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Offset">Characters (UTF-16) from the beginning of the whole text, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SourcePlace(int Line, int Offset);
