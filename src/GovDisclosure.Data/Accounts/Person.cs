using Microsoft.AspNetCore.Identity;

namespace GovDisclosure.Data.Accounts;

/// <summary>Somebody who can sign in. People belong to an agency; nobody registers oneself.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>The agency that the person acts for: the tenant of everything that the person does.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The name that colleagues see.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Whether the person may sign in.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether it is a sample person of a development portal.</summary>
    public bool IsSample { get; init; }
}

/// <summary>What a person may do (角色).</summary>
public static class PersonRole
{
    /// <summary>经办人: logs what the agency disclosed.</summary>
    public const string Clerk = "clerk";

    /// <summary>审核人 / 保密审查员: checks before it goes out.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>分管负责人: answers for the agency.</summary>
    public const string AgencyLead = "agency_lead";

    /// <summary>区政府: handles a district's part of the plan.</summary>
    public const string District = "district";

    /// <summary>市政府办公厅: reads every agency and chases the late.</summary>
    public const string MunicipalOffice = "municipal_office";

    /// <summary>Administrator: agencies, people, calendars, plans.</summary>
    public const string Administrator = "administrator";

    /// <summary>Every role, in the order in which it names a person who has several.</summary>
    public static IReadOnlyList<string> All { get; } = [Administrator, MunicipalOffice, District, AgencyLead, Reviewer, Clerk];
}
