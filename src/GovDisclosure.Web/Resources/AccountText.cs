namespace GovDisclosure.Web.Resources;

/// <summary>Signing in and out.</summary>
public sealed class AccountText;
