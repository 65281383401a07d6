namespace GovDisclosure.Data.Tenancy;

/// <summary>The database roles of the portal; what each may do is in <c>Sql/0001_tenancy.sql</c> and <c>Sql/0003_oversight.sql</c>.</summary>
public static class DatabaseRoles
{
    /// <summary>Owns the tables and migrates. Row security is forced, so even it sees no tenant's row.</summary>
    public const string Owner = "gov_owner";

    /// <summary>Serves agencies: own rows, and a district its sub-units' to read.</summary>
    public const string App = "gov_app";

    /// <summary>Serves the municipal office: reads every agency's rows.</summary>
    public const string Office = "gov_office";

    /// <summary>Serves administrators: writes agencies, groups and settings, reads the audit trail, and sees no agency's rows.</summary>
    public const string Admin = "gov_admin";

    /// <summary>Serves the public: the plan, agencies, calendars and published cases.</summary>
    public const string Public = "gov_public";

    /// <summary>Alone reaches people, passwords, sessions and keys.</summary>
    public const string Accounts = "gov_accounts";

    /// <summary>Cannot log in: owns the few functions that look across tenants.</summary>
    public const string Engine = "gov_engine";

    /// <summary>The logins that serve requests; none may own a table or bypass row security.</summary>
    public static IReadOnlyList<string> Serving { get; } = [App, Office, Admin, Public, Accounts];

    /// <summary>Every login.</summary>
    public static IReadOnlyList<string> Logins { get; } = [Owner, .. Serving];
}
