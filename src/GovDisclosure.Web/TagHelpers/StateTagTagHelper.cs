using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.TagHelpers;

/// <summary>
/// An obligation's state as a word with its colour and shape. Content, where given, replaces the word, such as
/// 逾期 4 个工作日 for 已逾期: colour and shape stay those of the state.
/// </summary>
[HtmlTargetElement("state-tag", Attributes = "state")]
public sealed class StateTagTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public ObligationState State { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tag {CssClass(State)}");
        if (content.IsEmptyOrWhiteSpace)
        {
            output.Content.SetContent(text[$"State.{State}"]);
        }
    }

    private static string CssClass(ObligationState state) => state switch
    {
        ObligationState.Upcoming => "neutral",
        ObligationState.DueSoon => "soon",
        ObligationState.Overdue => "late",
        ObligationState.FulfilledOnTime => "done",
        ObligationState.FulfilledLate => "done-late",
        ObligationState.Extended => "extended",
        ObligationState.Exempt => "void",
        ObligationState.Cancelled => "void",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
