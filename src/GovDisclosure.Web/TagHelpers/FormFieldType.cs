namespace GovDisclosure.Web.TagHelpers;

/// <summary>How a field is filled in.</summary>
public enum FormFieldType
{
    /// <summary>Taken from the property's type and annotations.</summary>
    Auto,

    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    MultilineText,

    /// <summary>Hidden while typed, and never sent back to the browser.</summary>
    Password,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A whole number, on a numeric keyboard.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day with a time of day.</summary>
    DateTime,

    /// <summary>Yes or no.</summary>
    Checkbox,

    /// <summary>One of many.</summary>
    Select,

    /// <summary>One of few, all in sight.</summary>
    Radios,

    /// <summary>A file.</summary>
    File,
}
