using GovDisclosure.Data.Plans;
using GovDisclosure.Web.Infrastructure.Localization;

namespace GovDisclosure.Web.Pages.Public.Plan;

/// <summary>How a plan numbers its headings, and the anchors that others may link to: they do not change with what is searched for.</summary>
public static class PlanNumbering
{
    /// <summary>The anchor of the general duties.</summary>
    public const string GeneralAnchor = "general";

    private const string Digits = "〇一二三四五六七八九";

    /// <summary>一、</summary>
    public static string Heading(SectionOfPlan section) => Chinese(section.Ordinal) + "、";

    /// <summary>（一）</summary>
    public static string Heading(SubsectionOfPlan subsection) => $"（{Chinese(subsection.Ordinal)}）";

    /// <summary>s-1</summary>
    public static string Anchor(SectionOfPlan section) => $"s-{PortalFormat.Count(section.Ordinal)}";

    /// <summary>s-1.2</summary>
    public static string Anchor(SectionOfPlan section, SubsectionOfPlan subsection) => $"{Anchor(section)}.{PortalFormat.Count(subsection.Ordinal)}";

    /// <summary>t-1.2.3-1</summary>
    public static string Anchor(TaskOfPlan task) => $"t-{task.Number}-{PortalFormat.Count(task.Sequence)}";

    /// <summary>1.2.3, 1.2.3-2 for the second task of one number; 3 for the third general duty, which stands under no heading.</summary>
    public static string Shown(TaskOfPlan task) => task switch
    {
        { Attribution: null } => PortalFormat.Count(task.Sequence),
        { Sequence: > 1 } => $"{task.Number}-{PortalFormat.Count(task.Sequence)}",
        _ => task.Number,
    };

    // Headings of a plan stay well below a hundred.
    private static string Chinese(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Unit(number),
        _ => Digits[number / 10] + "十" + Unit(number),
    };

    private static string Unit(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();
}
