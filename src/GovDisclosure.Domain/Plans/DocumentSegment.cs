namespace GovDisclosure.Domain.Plans;

/// <summary>A stretch of the source and what the parser took it for. A plan's segments cover its source exactly once, in order.</summary>
/// <param name="Kind">What the stretch was taken for.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Length">Characters (UTF-16).</param>
public sealed record DocumentSegment(DocumentSegmentKind Kind, SourcePlace Place, int Length);

/// <summary>What a stretch of a plan's source was taken for.</summary>
public enum DocumentSegmentKind
{
    /// <summary>White space between other segments: line ends, indents, a byte order mark.</summary>
    Layout,

    /// <summary>A line of the head that gave the title, the document number, the issuer or the date.</summary>
    DocumentHead,

    /// <summary>The other lines before the plan's first heading: whom the notice addresses, why there is a plan.</summary>
    Preamble,

    /// <summary>A heading; only its number, where its title runs into a task's words.</summary>
    Heading,

    /// <summary>Words of an attributed task.</summary>
    TaskText,

    /// <summary>An attribution with its brackets.</summary>
    Attribution,

    /// <summary>A general duty of the closing paragraph.</summary>
    GeneralDuty,

    /// <summary>A cell of a table's column that the plan's form has no place for: 备注, 责任人.</summary>
    Remark,

    /// <summary>Furniture of a page; there is a problem for it.</summary>
    PageNoise,

    /// <summary>Words that were not understood; there is a problem for them.</summary>
    Unread,
}
