namespace GovDisclosure.Web.Resources;

/// <summary>The words of penalty cases: fields, kinds, grounds, and what the rules say.</summary>
public sealed class CaseText;
