using System.Globalization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.TagHelpers;

/// <summary>
/// What needs correcting, with a link to each field; nothing when nothing does. Goes first in the page, above its heading.
/// Its presence puts "Error" before the page's title.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    /// <summary>Key in HttpContext.Items that tells the layout.</summary>
    public const string ShownItem = "error-summary";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors(ViewContext.ViewData).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        ViewContext.HttpContext.Items[ShownItem] = true;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Attributes.SetAttribute("tabindex", "-1");
        // The focus goes here without JavaScript, too.
        output.Attributes.Add(new TagHelperAttribute("autofocus", null, HtmlAttributeValueStyle.Minimized));
        output.Content.AppendHtml(Titled());
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
        {
            list.InnerHtml.AppendHtml(Item(key, message));
        }

        output.Content.AppendHtml(list);
    }

    /// <summary>In the order of the page: what concerns the whole form first, then the fields as the model declares them.</summary>
    private static IEnumerable<(string Key, string Message)> Errors(ViewDataDictionary viewData) =>
        viewData.ModelState
            .OrderBy(entry => Rank(viewData.ModelMetadata, entry.Key), StringComparer.Ordinal)
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Where(error => error.ErrorMessage.Length > 0)
            .Distinct();

    private static string Rank(ModelMetadata model, string key)
    {
        var ranks = new List<string>();
        var current = model;
        foreach (var name in key.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var properties = current?.Properties.ToList() ?? [];
            var index = properties.FindIndex(property => string.Equals(property.PropertyName, name, StringComparison.Ordinal));
            current = index < 0 ? null : properties[index];
            ranks.Add((index < 0 ? int.MaxValue : index).ToString("D10", CultureInfo.InvariantCulture));
        }

        return string.Join('.', ranks);
    }

    private static TagBuilder Item(string key, string message)
    {
        var item = new TagBuilder("li");
        if (key.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{TagBuilder.CreateSanitizedId(key, "_")}";
        link.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }

    private TagBuilder Titled()
    {
        var title = new TagBuilder("h2");
        title.Attributes["id"] = "error-summary-title";
        title.InnerHtml.Append(text["ErrorSummary.Title"]);
        return title;
    }
}
