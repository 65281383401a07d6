namespace GovDisclosure.Web.Resources;

/// <summary>Texts of the pages about disclosures: the form, the list, one record.</summary>
public sealed class DisclosureText;
