using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>The holidays' names in the reader's language; a notice may join two: 国庆节、中秋节.</summary>
internal sealed class HolidayNames(IStringLocalizer<DeadlineText> text, PortalFormat format)
{
    private const string Extended = "（延长）";

    public string Of(string name) =>
        format.IsChinese ? name : string.Join(" and ", name.Split('、').Select(English));

    private string English(string name) =>
        name.EndsWith(Extended, StringComparison.Ordinal) ? text["Holiday.Extended", English(name[..^Extended.Length])]
        : KeyOf(name) is { } key ? text[$"Holiday.{key}"]
        : name;

    // A holiday that nobody has translated yet keeps the name that its notice gives it.
    private static string? KeyOf(string name) => name switch
    {
        "元旦" => "NewYear",
        "春节" => "SpringFestival",
        "清明节" => "Qingming",
        "劳动节" => "LabourDay",
        "端午节" => "DragonBoat",
        "中秋节" => "MidAutumn",
        "国庆节" => "NationalDay",
        "抗战胜利70周年纪念日" => "Victory",
        _ => null,
    };
}
