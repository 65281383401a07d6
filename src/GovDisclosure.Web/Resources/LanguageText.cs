namespace GovDisclosure.Web.Resources;

/// <summary>The choice of language.</summary>
public sealed class LanguageText;
