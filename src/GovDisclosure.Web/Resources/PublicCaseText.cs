namespace GovDisclosure.Web.Resources;

/// <summary>Texts of the public pages about penalty cases.</summary>
public sealed class PublicCaseText;
