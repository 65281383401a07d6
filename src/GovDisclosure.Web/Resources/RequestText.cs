namespace GovDisclosure.Web.Resources;

/// <summary>Requests for more time or for release, and their decisions.</summary>
public sealed class RequestText;
