using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GovDisclosure.Web.TagHelpers;

/// <content>The boxes that one types into, and what stands in them.</content>
public sealed partial class FormFieldTagHelper
{
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
