namespace GovDisclosure.Web.Resources;

/// <summary>Texts of the page that shows a year's plan.</summary>
public sealed class PlanText;
