namespace GovDisclosure.Web.Resources;

/// <summary>The start page.</summary>
public sealed class HomeText;
