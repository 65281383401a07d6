using GovDisclosure.Data.Plans.Exports;
using GovDisclosure.Web.Infrastructure.Navigation;

namespace GovDisclosure.Web.Infrastructure.Exports;

/// <summary>The addresses of a plan's files.</summary>
/// <param name="Year">The plan's year.</param>
/// <param name="Title">The plan's title, for who hears the links without the page around them.</param>
public sealed record PlanFileLinks(int Year, string Title)
{
    /// <summary>The formats, the commonest first.</summary>
    public static IReadOnlyList<PlanFormat> Formats { get; } = [PlanFormat.Docx, PlanFormat.Xlsx, PlanFormat.Csv, PlanFormat.Json];

    /// <summary>How a file's name ends.</summary>
    public static string Ending(PlanFormat format) => format switch
    {
        PlanFormat.Xlsx => "xlsx",
        PlanFormat.Docx => "docx",
        PlanFormat.Csv => "csv",
        _ => "json",
    };

    /// <summary>The file in a format.</summary>
    public string Href(PlanFormat format) => $"{PortalPaths.Plan(Year)}/export?format={Ending(format)}";
}
