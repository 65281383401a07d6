namespace GovDisclosure.Web.Resources;

/// <summary>Texts of the pages that compare plans.</summary>
public sealed class CompareText;
