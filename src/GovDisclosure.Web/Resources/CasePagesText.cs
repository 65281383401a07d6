namespace GovDisclosure.Web.Resources;

/// <summary>Texts of an agency's pages about its penalty cases.</summary>
public sealed class CasePagesText;
