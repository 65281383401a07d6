namespace GovDisclosure.Web.Resources;

/// <summary>Reminders that the municipal office sends, and the replies to them.</summary>
public sealed class SupervisionText;
