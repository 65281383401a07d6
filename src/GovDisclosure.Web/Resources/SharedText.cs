namespace GovDisclosure.Web.Resources;

/// <summary>Words that more than one feature uses: navigation, roles, states, formats, validation.</summary>
public sealed class SharedText;
