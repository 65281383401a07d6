using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.TagHelpers;

/// <summary>
/// Label, hint, error and input of one property, tied together for everyone: the label names the input, hint and error describe
/// it. Label and hint come from the property's Display attribute (Name, Description) unless given here. What was typed stays,
/// except passwords and files.
/// </summary>
[HtmlTargetElement("form-field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFieldTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public FormFieldType Type { get; set; }

    public FormFieldWidth Width { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>The choices of a select or of radios. For an enum property without items its values, named by the keys <c>EnumName.Value</c> in SharedText.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The HTML autofill name, such as <c>username</c> or <c>current-password</c>; <c>off</c> unless given.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <summary>Whether it must be filled in, where that does not follow from the property alone; an optional field says that it is.</summary>
    public bool? Required { get; set; }

    /// <summary>Whether another field decides if it must be filled in: then it does not say that it is optional, and the hint says when it is not.</summary>
    public bool Conditional { get; set; }

    /// <summary>Rows of a multi-line text.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>The HTML accept list of a file.</summary>
    public string? Accept { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(FullName, "_");

    private ModelStateEntry? State => ViewContext.ViewData.ModelState.GetValueOrDefault(FullName);

    private string? Error => State?.Errors.Select(error => error.ErrorMessage).FirstOrDefault(message => message.Length > 0);

    private string? HintText => Hint ?? For.Metadata.Description;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = Type == FormFieldType.Auto ? Guess() : Type;
        output.TagName = type == FormFieldType.Radios ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field field-with-error");
        if (type == FormFieldType.Radios)
        {
            Describe((name, value) => output.Attributes.SetAttribute(name, value));
        }

        var parts = type switch
        {
            FormFieldType.Radios => [LabelPart("legend"), HintPart(), ErrorPart(), RadioPart()],
            FormFieldType.Checkbox => new[] { ErrorPart(), CheckboxPart(), HintPart() },
            _ => [LabelPart("label"), HintPart(), ErrorPart(), InputPart(type)],
        };
        foreach (var part in parts.Where(part => part is not null))
        {
            output.Content.AppendHtml(part);
        }
    }

    private FormFieldType Guess()
    {
        var type = For.Metadata.UnderlyingOrModelType;
        return For.Metadata.DataTypeName switch
        {
            nameof(DataType.MultilineText) => FormFieldType.MultilineText,
            nameof(DataType.Password) => FormFieldType.Password,
            nameof(DataType.EmailAddress) => FormFieldType.Email,
            nameof(DataType.Url) => FormFieldType.Url,
            _ when Items is not null || type.IsEnum => FormFieldType.Select,
            _ when type == typeof(bool) => FormFieldType.Checkbox,
            _ when type == typeof(DateOnly) => FormFieldType.Date,
            _ when type == typeof(TimeOnly) => FormFieldType.Time,
            _ when type == typeof(DateTime) => FormFieldType.DateTime,
            _ when type == typeof(int) || type == typeof(long) => FormFieldType.Number,
            _ when typeof(IFormFile).IsAssignableFrom(type) => FormFieldType.File,
            _ => FormFieldType.Text,
        };
    }

    private TagBuilder LabelPart(string tag)
    {
        var label = new TagBuilder(tag);
        label.AddCssClass("label");
        if (tag == "label")
        {
            label.Attributes["for"] = Id;
        }

        label.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        if (!Conditional && !(Required ?? For.Metadata.IsRequired))
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("optional");
            optional.InnerHtml.Append(PortalBrackets(text["Form.Optional"]));
            label.InnerHtml.AppendHtml(optional);
        }

        return label;
    }

    private static string PortalBrackets(string inner) =>
        Infrastructure.Localization.PortalLanguages.IsChinese ? $"（{inner}）" : $" ({inner})";

    private TagBuilder? HintPart() => HintText is { Length: > 0 } hint ? Paragraph("hint", $"{Id}-hint", hint) : null;

    private TagBuilder? ErrorPart()
    {
        if (Error is not { } error)
        {
            return null;
        }

        var paragraph = Paragraph("field-error", $"{Id}-error", error);
        var prefix = new TagBuilder("span");
        prefix.AddCssClass("visually-hidden");
        prefix.InnerHtml.Append(text["Form.ErrorPrefix"]);
        var message = paragraph.InnerHtml;
        message.Clear();
        message.AppendHtml(prefix).Append(error);
        return paragraph;
    }

    private static TagBuilder Paragraph(string cssClass, string id, string content)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(cssClass);
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(content);
        return paragraph;
    }

    private void Describe(Action<string, string> set)
    {
        var ids = new List<string>();
        if (HintText is { Length: > 0 })
        {
            ids.Add($"{Id}-hint");
        }

        if (Error is not null)
        {
            ids.Add($"{Id}-error");
        }

        if (ids.Count > 0)
        {
            set("aria-describedby", string.Join(' ', ids));
        }
    }

    private TagBuilder Control(string tag)
    {
        var control = new TagBuilder(tag);
        control.AddCssClass("input");
        control.AddCssClass(Width switch
        {
            FormFieldWidth.Full => "width-full",
            FormFieldWidth.Half => "width-half",
            FormFieldWidth.Narrow => "width-narrow",
            _ => throw new InvalidOperationException($"No such width: {Width}."),
        });
        control.Attributes["id"] = Id;
        control.Attributes["name"] = FullName;
        Describe((name, value) => control.Attributes[name] = value);
        if (Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        return control;
    }

    private TagBuilder InputPart(FormFieldType type)
    {
        if (type == FormFieldType.Select)
        {
            return SelectPart();
        }

        var control = Control(type == FormFieldType.MultilineText ? "textarea" : "input");
        if (type != FormFieldType.File)
        {
            control.Attributes["autocomplete"] = Autocomplete;
        }

        if (type == FormFieldType.MultilineText)
        {
            control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
            // A newline right after the start tag is dropped by HTML; this one is dropped instead of the text's own.
            control.InnerHtml.AppendHtml("\n").Append(Value(type) ?? "");
            return control;
        }

        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes["type"] = HtmlType(type);
        switch (type)
        {
            case FormFieldType.Number:
                control.Attributes["inputmode"] = "numeric";
                break;
            case FormFieldType.File when Accept is not null:
                control.Attributes["accept"] = Accept;
                break;
        }

        if (type is not (FormFieldType.Password or FormFieldType.File) && Value(type) is { Length: > 0 } value)
        {
            control.Attributes["value"] = value;
        }

        return control;
    }

    // Numbers are text with a numeric keyboard: a number box changes under the mouse wheel and hides what it cannot read.
    private static string HtmlType(FormFieldType type) => type switch
    {
        FormFieldType.Text or FormFieldType.Number => "text",
        FormFieldType.Password => "password",
        FormFieldType.Email => "email",
        FormFieldType.Url => "url",
        FormFieldType.Date => "date",
        FormFieldType.Time => "time",
        FormFieldType.DateTime => "datetime-local",
        FormFieldType.File => "file",
        _ => throw new InvalidOperationException($"No input for {type}."),
    };

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

    /// <summary>What was typed, if anything was; else what the model holds.</summary>
    private string? Value(FormFieldType type) => State is { RawValue: not null } state
        ? state.AttemptedValue?.Split(',')[0] is var first && type == FormFieldType.Checkbox ? first : state.AttemptedValue
        : For.Model switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            IFormattable value and not Enum => value.ToString(null, CultureInfo.InvariantCulture),
            var value => value.ToString(),
        };
}
