using System.Globalization;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.TagHelpers;

/// <summary>
/// A bar of four parts: done on time, done late, not yet due, overdue. An SVG, because a width in a style attribute is
/// forbidden by the content security policy. A late part is told from the others by its stripe, not by colour alone.
/// </summary>
[HtmlTargetElement("stacked-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StackedBarTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public int OnTime { get; set; }

    public int Late { get; set; }

    public int Open { get; set; }

    public int Overdue { get; set; }

    /// <summary>True where the figures stand beside the bar in words: the bar is then silent.</summary>
    public bool Decorative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("viewBox", "0 0 100 6");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("focusable", "false");
        if (Decorative)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", text[
                "Bar.Description", PortalFormat.Count(OnTime), PortalFormat.Count(Late), PortalFormat.Count(Open), PortalFormat.Count(Overdue)].Value);
        }

        Draw(output);
    }

    private void Draw(TagHelperOutput output)
    {
        output.Content.AppendHtml(Rectangle("bar-track", 0, 100, 0, 6));
        var total = (double)OnTime + Late + Open + Overdue;
        if (total <= 0)
        {
            return;
        }

        var x = 0.0;
        foreach (var (name, count) in new[] { ("bar-done", OnTime), ("bar-done-late", Late), ("bar-open", Open), ("bar-overdue", Overdue) })
        {
            var width = count / total * 100;
            if (count > 0)
            {
                output.Content.AppendHtml(Rectangle(name, x, width, 0, 6));
            }

            if (name == "bar-done-late" && count > 0)
            {
                output.Content.AppendHtml(Rectangle("bar-stripe", x, width, 2, 2));
            }

            x += width;
        }
    }

    private static TagBuilder Rectangle(string cssClass, double x, double width, double y, double height)
    {
        var rectangle = new TagBuilder("rect");
        rectangle.Attributes["class"] = cssClass;
        rectangle.Attributes["x"] = Number(x);
        rectangle.Attributes["y"] = Number(y);
        rectangle.Attributes["width"] = Number(width);
        rectangle.Attributes["height"] = Number(height);
        return rectangle;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
