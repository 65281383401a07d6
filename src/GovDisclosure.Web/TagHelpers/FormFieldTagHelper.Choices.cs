using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GovDisclosure.Web.TagHelpers;

/// <content>What one chooses from: selects, radios and checkboxes.</content>
public sealed partial class FormFieldTagHelper
{
    private TagBuilder SelectPart()
    {
        var select = Control("select");
        select.Attributes["autocomplete"] = Autocomplete;
        var chosen = Value(FormFieldType.Select);
        var items = Choices();
        if (!items.Any(item => string.IsNullOrEmpty(item.Value)))
        {
            select.InnerHtml.AppendHtml(Option(new SelectListItem(text["Form.SelectPrompt"], ""), chosen));
        }

        foreach (var item in items)
        {
            select.InnerHtml.AppendHtml(Option(item, chosen));
        }

        return select;
    }

    private static TagBuilder Option(SelectListItem item, string? chosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value;
        if (IsChosen(item, chosen))
        {
            option.Attributes["selected"] = "selected";
        }

        if (item.Disabled)
        {
            option.Attributes["disabled"] = "disabled";
        }

        option.InnerHtml.Append(item.Text);
        return option;
    }

    private static bool IsChosen(SelectListItem item, string? chosen) =>
        chosen is null ? item.Selected : string.Equals(item.Value, chosen, StringComparison.Ordinal);

    private TagBuilder RadioPart()
    {
        var group = new TagBuilder("div");
        group.AddCssClass("choices");
        var chosen = Value(FormFieldType.Radios);
        var number = 0;
        foreach (var item in Choices())
        {
            // The first has the property's own id: the error summary leads there.
            var id = number == 0 ? Id : $"{Id}-{number.ToString(CultureInfo.InvariantCulture)}";
            var input = Choice("radio", id, item.Value, IsChosen(item, chosen));
            group.InnerHtml.AppendHtml(Labelled(input, id, item.Text));
            number++;
        }

        return group;
    }

    private TagBuilder CheckboxPart()
    {
        var isChecked = string.Equals(Value(FormFieldType.Checkbox), bool.TrueString, StringComparison.OrdinalIgnoreCase);
        var input = Choice("checkbox", Id, "true", isChecked);
        Describe((name, value) => input.Attributes[name] = value);
        if (Error is not null)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        return Labelled(input, Id, Label ?? For.Metadata.GetDisplayName());
    }

    private TagBuilder Choice(string type, string id, string value, bool isChecked)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = FullName;
        input.Attributes["value"] = value;
        if (isChecked)
        {
            input.Attributes["checked"] = "checked";
        }

        return input;
    }

    private static TagBuilder Labelled(TagBuilder input, string id, string content)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(content);
        var choice = new TagBuilder("div");
        choice.AddCssClass("choice");
        choice.InnerHtml.AppendHtml(input).AppendHtml(label);
        return choice;
    }

    private List<SelectListItem> Choices()
    {
        var type = For.Metadata.UnderlyingOrModelType;
        if (Items is not null)
        {
            // Html.GetEnumSelectList gives numbers; an enum's value here is its name.
            return [.. Items.Select(item => type.IsEnum && Enum.TryParse(type, item.Value, out var value)
                ? new SelectListItem(item.Text, value!.ToString(), item.Selected, item.Disabled)
                : item)];
        }

        return type.IsEnum
            ? [.. Enum.GetNames(type).Select(name => new SelectListItem(text[$"{type.Name}.{name}"], name))]
            : throw new InvalidOperationException($"The field {FullName} has no items to choose from.");
    }
}
