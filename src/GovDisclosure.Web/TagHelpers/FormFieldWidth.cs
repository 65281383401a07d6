namespace GovDisclosure.Web.TagHelpers;

/// <summary>How wide the box is: a hint at how much is expected.</summary>
public enum FormFieldWidth
{
    /// <summary>The whole column.</summary>
    Full,

    /// <summary>Half of it.</summary>
    Half,

    /// <summary>A number or a code.</summary>
    Narrow,
}
