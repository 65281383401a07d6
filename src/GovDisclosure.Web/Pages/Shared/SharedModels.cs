using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Web.Pages.Shared;

/// <summary>The colour and shape of a state. They always come with a word.</summary>
public enum Tone
{
    /// <summary>Neither good nor bad.</summary>
    Neutral,

    /// <summary>Overdue: red, a diamond.</summary>
    Late,

    /// <summary>Due soon: amber, a triangle.</summary>
    Soon,

    /// <summary>Done: green, a dot.</summary>
    Done,
}

/// <summary>The class names that go with a <see cref="Tone"/>.</summary>
public static class Tones
{
    public static string CssClass(this Tone tone) => tone switch
    {
        Tone.Neutral => "neutral",
        Tone.Late => "late",
        Tone.Soon => "soon",
        Tone.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "No such tone."),
    };
}

/// <summary>The counts at the head of a list; each is also the filter for what it counts.</summary>
/// <param name="Label">What the counts are of, for those who cannot see them side by side.</param>
/// <param name="Items">Four or five.</param>
public sealed record Lights(string Label, IReadOnlyList<Light> Items);

/// <summary>One count.</summary>
/// <param name="Tone">Colour of its edge.</param>
/// <param name="Count">The figure as shown.</param>
/// <param name="Label">What it counts.</param>
/// <param name="Detail">A short addition beneath, if any.</param>
/// <param name="Href">The list filtered to exactly what is counted; null shows the figure without a link.</param>
/// <param name="IsCurrent">The list shown is filtered by this light.</param>
public sealed record Light(Tone Tone, string Count, string Label, string? Detail, string? Href, bool IsCurrent = false);

/// <summary>The way down to this page, shown above the heading.</summary>
/// <param name="Items">From the top; the last is the page itself and has no address.</param>
public sealed record Breadcrumbs(IReadOnlyList<Breadcrumb> Items)
{
    public Breadcrumbs(params Breadcrumb[] items)
        : this((IReadOnlyList<Breadcrumb>)items)
    {
    }
}

/// <summary>One step.</summary>
/// <param name="Text">The page's short name.</param>
/// <param name="Href">Its address; null for the page shown.</param>
/// <param name="IsPlanWords">The text is the plan's own Chinese in either language.</param>
public sealed record Breadcrumb(string Text, string? Href = null, bool IsPlanWords = false);

/// <summary>Previous and next for a list that is paged by key. Null where there is no such page.</summary>
/// <param name="PreviousHref">The list before this one.</param>
/// <param name="NextHref">The list after this one.</param>
/// <param name="Summary">What is shown, such as how many of how many.</param>
public sealed record Pager(string? PreviousHref, string? NextHref, string? Summary = null);

/// <summary>The filters in force, each with a way to remove it.</summary>
/// <param name="Items">None shows nothing.</param>
/// <param name="ClearHref">The list without any filter.</param>
public sealed record FilterChips(IReadOnlyList<FilterChip> Items, string ClearHref);

/// <summary>One filter in force.</summary>
/// <param name="Label">What is filtered by.</param>
/// <param name="Value">The chosen value.</param>
/// <param name="RemoveHref">The list without this filter.</param>
public sealed record FilterChip(string Label, string Value, string RemoveHref);

/// <summary>A rule as a list shows it: in words, and as assumed where the plan gives no number.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Clause">The clause that its phrase stands in; empty where the rule is for the whole task.</param>
public sealed record DutyRule(DeadlineRule Rule, string Clause);
