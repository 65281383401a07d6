namespace GovDisclosure.Web.Resources;

/// <summary>The municipal office accepts and returns disclosures.</summary>
public sealed class ReviewText;
