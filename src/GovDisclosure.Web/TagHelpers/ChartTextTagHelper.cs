using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GovDisclosure.Web.TagHelpers;

/// <summary>Words in a drawing. SVG's own element for them cannot be written in a view, where its name means something else.</summary>
[HtmlTargetElement("chart-text")]
public sealed class ChartTextTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "text";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("text-anchor", "middle");
    }
}
