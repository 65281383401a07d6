using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Data.Accounts;

/// <summary>Which roles a person may hold together, and in which agency.</summary>
/// <remarks>GB/T 22239-2019 level 3, 8.1.4.2 d: who administers the portal does nothing else in it.</remarks>
public static class RoleRules
{
    /// <summary>The rules that stand against a choice of roles.</summary>
    /// <param name="roles">The roles chosen.</param>
    /// <param name="kind">The kind of the person's agency.</param>
    public static IEnumerable<RuleViolation> Check(IReadOnlyCollection<string> roles, AgencyKind kind)
    {
        ArgumentNullException.ThrowIfNull(roles);
        if (roles.Count == 0)
        {
            yield return new RuleViolation("RoleMissing", "Roles");
        }
        else if (roles.Except(PersonRole.All).Any())
        {
            yield return new RuleViolation("RoleUnknown", "Roles");
        }
        else if (roles.Contains(PersonRole.Administrator) && roles.Count > 1)
        {
            yield return new RuleViolation("AdministratorAlone", "Roles");
        }
        else if (roles.Contains(PersonRole.MunicipalOffice) && kind != AgencyKind.MunicipalOffice)
        {
            yield return new RuleViolation("RoleOfOffice", "Roles");
        }
        else if (roles.Contains(PersonRole.District) && kind != AgencyKind.District)
        {
            yield return new RuleViolation("RoleOfDistrict", "Roles");
        }
    }
}
