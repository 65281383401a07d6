namespace GovDisclosure.Web.Resources;

/// <summary>The error pages.</summary>
public sealed class ErrorText;
