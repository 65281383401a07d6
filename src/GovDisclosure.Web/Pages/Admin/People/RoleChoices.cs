namespace GovDisclosure.Web.Pages.Admin.People;

/// <summary>The roles to tick.</summary>
/// <param name="Ticked">Those ticked.</param>
public sealed record RoleChoices(IReadOnlyCollection<string> Ticked);
