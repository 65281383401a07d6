namespace GovDisclosure.Data.Tenancy;

/// <summary>Who reads and writes, which decides the database login: never the page, always who is signed in.</summary>
public enum Audience
{
    /// <summary>Nobody is signed in: reads what is published (<c>gov_public</c>).</summary>
    Public,

    /// <summary>A person of an agency or district: own rows only (<c>gov_app</c>).</summary>
    Agency,

    /// <summary>A person of the municipal office: reads every agency's rows, writes its own agency's (<c>gov_office</c>).</summary>
    Office,

    /// <summary>An administrator: agencies, groups and settings, and the audit trail to read; no agency's rows (<c>gov_admin</c>).</summary>
    Admin,

    /// <summary>The set-up at start: loads reference data as the owner of the tables, which sees no tenant's row (<c>gov_owner</c>).</summary>
    Owner,
}

/// <summary>The tenant and the person of one unit of work; fixed for the life of a <see cref="GovDbContext"/>.</summary>
/// <param name="Audience">Which database login serves it.</param>
/// <param name="AgencyId">The tenant; <see langword="null"/> reads and writes no tenant's row.</param>
/// <param name="PersonId">The person signed in.</param>
/// <param name="PersonName">The person's name, kept with what is written.</param>
/// <param name="RemoteAddress">The network address, kept in the audit trail.</param>
public sealed record AccessScope(
    Audience Audience,
    Guid? AgencyId = null,
    Guid? PersonId = null,
    string? PersonName = null,
    string? RemoteAddress = null)
{
    /// <summary>Nobody.</summary>
    public static AccessScope Anonymous { get; } = new(Audience.Public);

    /// <summary>The set-up at start.</summary>
    public static AccessScope SetUp { get; } = new(Audience.Owner, PersonName: "GovDisclosure");

    /// <summary>The tenant, where one is needed.</summary>
    /// <exception cref="InvalidOperationException">No tenant is set: a page without a policy called for one.</exception>
    public Guid RequiredAgencyId => AgencyId ?? throw new InvalidOperationException("This unit of work has no agency.");
}
