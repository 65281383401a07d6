using System.ComponentModel.DataAnnotations;
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
public sealed partial class FormFieldTagHelper(IStringLocalizer<SharedText> text) : TagHelper
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
}
