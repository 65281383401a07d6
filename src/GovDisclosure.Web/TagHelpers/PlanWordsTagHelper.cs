using GovDisclosure.Web.Infrastructure.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GovDisclosure.Web.TagHelpers;

/// <summary>Marks words that stay Chinese on an English page, so that a screen reader reads them as Chinese.</summary>
[HtmlTargetElement(Attributes = AttributeName)]
public sealed class PlanWordsTagHelper : TagHelper
{
    private const string AttributeName = "plan-words";

    /// <summary>False where the words at hand have a translation after all.</summary>
    [HtmlAttributeName(AttributeName)]
    public bool PlanWords { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (PlanWords && !PortalLanguages.IsChinese)
        {
            output.Attributes.SetAttribute("lang", PortalLanguages.Chinese);
        }
    }
}
