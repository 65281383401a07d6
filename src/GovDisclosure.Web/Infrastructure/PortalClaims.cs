namespace GovDisclosure.Web.Infrastructure;

/// <summary>The names of the claims that the portal writes at sign-in and reads everywhere else.</summary>
public static class PortalClaims
{
    public const string AgencyId = "agency_id";
    public const string AgencyName = "agency_name";
    public const string AgencyNameEnglish = "agency_name_en";
    public const string DisplayName = "display_name";
}

/// <summary>The roles a person can have, as values of <see cref="System.Security.Claims.ClaimTypes.Role"/>.</summary>
public static class PortalRoles
{
    /// <summary>经办人: knows what is due and logs what was disclosed.</summary>
    public const string Clerk = "clerk";

    /// <summary>审核人、保密审查员: clears a disclosure before it goes out.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>分管负责人: answers for the agency's duties.</summary>
    public const string AgencyLead = "agency_lead";

    /// <summary>区政府: an agency that also looks after its sub-units.</summary>
    public const string District = "district";

    /// <summary>市政府办公厅: sees all agencies, decides and supervises.</summary>
    public const string MunicipalOffice = "municipal_office";

    /// <summary>管理员: agencies, people, calendars, plans.</summary>
    public const string Administrator = "administrator";

    /// <summary>Every role in the order in which it names a person who has several.</summary>
    public static IReadOnlyList<string> All { get; } = [Administrator, MunicipalOffice, District, AgencyLead, Reviewer, Clerk];
}
