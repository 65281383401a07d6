using GovDisclosure.Data.Accounts;

namespace GovDisclosure.Web.Infrastructure.Accounts;

/// <summary>Who may open which folder of pages. Each folder has one; a page without a policy fails a test.</summary>
public static class Policies
{
    /// <summary><c>Pages/Work</c>: people of an agency or district, the municipal office's own clerks among them.</summary>
    public const string Work = "work";

    /// <summary>Logging and withdrawing disclosures: those who handle them, not those who only read.</summary>
    public const string DisclosureEdit = "disclosure-edit";

    internal static IReadOnlyDictionary<string, string[]> RolesOf { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Work] = [PersonRole.Clerk, PersonRole.Reviewer, PersonRole.AgencyLead, PersonRole.District, PersonRole.MunicipalOffice],
        [DisclosureEdit] = [PersonRole.Clerk, PersonRole.District],
    };
}
