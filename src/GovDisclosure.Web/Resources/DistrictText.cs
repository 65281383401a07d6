namespace GovDisclosure.Web.Resources;

/// <summary>Texts of passing duties down to sub-units.</summary>
public sealed class DistrictText;
