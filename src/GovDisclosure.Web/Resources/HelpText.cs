namespace GovDisclosure.Web.Resources;

/// <summary>Titles and links of the help pages; their long texts are views.</summary>
public sealed class HelpText;
