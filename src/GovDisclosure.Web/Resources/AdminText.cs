namespace GovDisclosure.Web.Resources;

/// <summary>The pages for administrators.</summary>
public sealed class AdminText;
