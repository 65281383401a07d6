using GovDisclosure.Data.Accounts;

namespace GovDisclosure.Web.Infrastructure.Accounts;

/// <summary>Who may open which folder of pages. Each folder has one; a page without a policy fails a test.</summary>
public static class Policies
{
    /// <summary><c>Pages/Work</c>: people of an agency or district, the municipal office's own clerks among them.</summary>
    public const string Work = "work";

    /// <summary>Logging and withdrawing disclosures: those who handle them, not those who only read.</summary>
    public const string DisclosureEdit = "disclosure-edit";

    /// <summary>Deciding what a colleague asked for: those who check or answer for the agency, never the one who asked.</summary>
    public const string AgencyApproval = "agency-approval";

    /// <summary>Passing duties down to sub-units and looking after them.</summary>
    public const string District = "district";

    /// <summary><c>Pages/Office</c>: the municipal office.</summary>
    public const string Office = "office";

    /// <summary><c>Pages/Admin</c>: administrators.</summary>
    public const string Admin = "admin";

    internal static IReadOnlyDictionary<string, string[]> RolesOf { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Work] = [PersonRole.Clerk, PersonRole.Reviewer, PersonRole.AgencyLead, PersonRole.District, PersonRole.MunicipalOffice],
        [DisclosureEdit] = [PersonRole.Clerk, PersonRole.District],
        [AgencyApproval] = [PersonRole.Reviewer, PersonRole.AgencyLead],
        [District] = [PersonRole.District],
        [Office] = [PersonRole.MunicipalOffice],
        [Admin] = [PersonRole.Administrator],
    };
}
