namespace GovDisclosure.Web.Resources;

/// <summary>Texts of the municipal office’s pages.</summary>
public sealed class OfficeText;
