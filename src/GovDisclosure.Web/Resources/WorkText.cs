namespace GovDisclosure.Web.Resources;

/// <summary>The list of an agency's duties.</summary>
public sealed class WorkText;
