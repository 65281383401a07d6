namespace GovDisclosure.Web.Resources;

/// <summary>The page of one duty.</summary>
public sealed class ObligationText;
