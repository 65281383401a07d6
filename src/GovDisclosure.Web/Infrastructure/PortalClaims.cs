namespace GovDisclosure.Web.Infrastructure;

/// <summary>The names of the claims that the portal writes at sign-in and reads everywhere else.</summary>
public static class PortalClaims
{
    public const string AgencyId = "agency_id";
    public const string AgencyName = "agency_name";
    public const string AgencyNameEnglish = "agency_name_en";
    public const string DisplayName = "display_name";
}
