namespace GovDisclosure.Web.Resources;

/// <summary>Plans made of documents: drafts, their correction and publication.</summary>
public sealed class PlanImportText;
