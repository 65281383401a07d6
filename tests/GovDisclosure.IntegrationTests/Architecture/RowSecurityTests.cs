using GovDisclosure.Data.Tenancy;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>The walls between agencies, asked of the database's own catalogue: a new table or function is in every question.</summary>
public sealed class RowSecurityTests(PortalServer server)
{
    private static readonly string[] Serving = [.. DatabaseRoles.Serving];

    [Fact]
    public async Task Tables_WithAnAgency_HaveForcedRowSecurityAndPoliciesForWhoServes()
    {
        var open = await ListAsync("""
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id' AND NOT a.attisdropped
            WHERE c.relnamespace = 'gov'::regnamespace AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity
              AND 2 = (SELECT count(DISTINCT r.rolname) FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
                WHERE p.polrelid = c.oid AND r.rolname IN ('gov_app', 'gov_office'))
              AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND 0 = ANY (p.polroles)))
            """);
        var tenantOwned = await ListAsync("""
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id'
            WHERE c.relnamespace = 'gov'::regnamespace AND c.relkind IN ('r', 'p')
            """);

        Assert.Empty(open);
        Assert.True(tenantOwned.Count >= 6);
    }

    [Fact]
    public async Task Keys_OfTablesWithAnAgency_BeginWithIt()
    {
        var others = await ListAsync("""
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id'
            WHERE c.relnamespace = 'gov'::regnamespace AND c.relkind IN ('r', 'p') AND NOT EXISTS (
              SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND i.indkey[0] = a.attnum)
            """);

        Assert.Empty(others);
    }

    [Fact]
    public async Task ForeignKeys_BetweenTenantsTables_CarryTheAgency()
    {
        var loose = await ListAsync("""
            SELECT k.conname FROM pg_constraint k
            JOIN pg_attribute child ON child.attrelid = k.conrelid AND child.attname = 'agency_id'
            JOIN pg_attribute parent ON parent.attrelid = k.confrelid AND parent.attname = 'agency_id'
            WHERE k.contype = 'f' AND k.connamespace = 'gov'::regnamespace AND NOT (child.attnum = ANY (k.conkey) AND parent.attnum = ANY (k.confkey))
            """);

        Assert.Empty(loose);
    }

    [Fact]
    public async Task Grants_ToWhoServes_NeverDeleteOrTruncate()
    {
        var granted = await ListAsync("""
            SELECT grantee || ' ' || privilege_type || ' ' || table_name FROM information_schema.role_table_grants
            WHERE table_schema = 'gov' AND (grantee = ANY ($1) OR grantee = 'PUBLIC')
              AND privilege_type IN ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES', 'UPDATE')
            """, [Serving]);

        Assert.Empty(granted);
    }

    [Fact]
    public async Task Grants_ToThePublic_OnlyWhatEveryoneMayRead()
    {
        // Of the agencies' own tables only the published cases, and of those only the rows that are not taken down.
        var granted = await ListAsync("""
            SELECT DISTINCT privilege_type || ' ' || table_name FROM information_schema.role_table_grants g
            WHERE table_schema = 'gov' AND grantee = 'gov_public' AND (privilege_type <> 'SELECT' OR EXISTS (
              SELECT FROM information_schema.columns c WHERE c.table_schema = 'gov' AND c.table_name = g.table_name AND c.column_name = 'agency_id'))
            """);
        var published = await ListAsync("SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polrelid = 'gov.published_case'::regclass AND polname = 'public_reads'");

        Assert.Equal(["SELECT published_case"], granted);
        Assert.Equal(["(taken_down_at IS NULL)"], published);
    }

    [Theory]
    [InlineData("UPDATE gov.audit_entry SET action = 'x'")]
    [InlineData("DELETE FROM gov.audit_entry")]
    [InlineData("TRUNCATE gov.audit_entry")]
    [InlineData("ALTER TABLE gov.audit_entry DISABLE ROW LEVEL SECURITY")]
    public async Task AuditTrail_AsALoginThatServes_CannotBeChanged(string sql)
    {
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(server.Sources.For(Audience.Agency), sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(server.Sources.For(Audience.Office), sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(server.Sources.For(Audience.Admin), sql));
    }

    [Fact]
    public async Task Logins_ThatServe_OwnNothingAndBypassNothing()
    {
        var unbound = await ListAsync("""
            SELECT r.rolname FROM pg_roles r WHERE r.rolname = ANY ($1) AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb
              OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) OR EXISTS (SELECT FROM pg_proc p WHERE p.proowner = r.oid)
              OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid)
              OR has_schema_privilege(r.oid, 'gov', 'CREATE') OR has_database_privilege(r.oid, current_database(), 'CREATE'))
            """, [Serving]);

        Assert.Empty(unbound);
    }

    [Fact]
    public async Task Functions_ThatLookAcrossAgencies_AreTheseAndTheEngines()
    {
        // A new one has to be put here, by somebody who has thought about what it shows to whom.
        string[] reviewed =
        [
            "administrative_audit", "apply_choice", "assumed_rule_reach", "carry_out_succession", "case_taken_down_at", "change_standing", "counted_starts", "end_fulfilments", "materialise_obligations",
            "may_see_progress", "move_due_dates", "obligation_peers", "occurrence_progress", "pass_duty", "passed_counts", "passed_from", "refuse_overlaps", "release_parts", "release_parts_of_whole", "replace_assumed_rules", "revise_duties", "revise_tasks", "roll_up_duty",
            "roll_up_fulfilment", "roll_up_own_duty", "succession_reach", "take_back_duty",
        ];

        var found = await ListAsync("""
            SELECT p.proname FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner
            WHERE p.prosecdef AND p.pronamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
            """);
        var wrong = await ListAsync("""
            SELECT p.proname FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner
            WHERE p.prosecdef AND p.pronamespace = 'gov'::regnamespace
              AND (o.rolname <> 'gov_engine' OR NOT coalesce(p.proconfig @> ARRAY['search_path=gov, pg_temp'], false))
            """);

        Assert.Equal(reviewed, found.Order(StringComparer.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Functions_OfThePortal_AreForNobodyButWhomAGrantNames()
    {
        var forAll = await ListAsync("""
            SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'gov'::regnamespace
              AND (has_function_privilege('gov_public', p.oid, 'EXECUTE') OR has_function_privilege('gov_accounts', p.oid, 'EXECUTE'))
            """);
        var maker = await ListAsync("""
            SELECT r.rolname FROM pg_roles r, pg_proc p WHERE p.proname = 'materialise_obligations' AND r.rolname = ANY ($1)
              AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
            """, [Serving]);

        // The public may ask when a published case was taken down, whom the plan's tasks reach, and who took whose place, and nothing else.
        Assert.Equal(["agency_heirs", "case_taken_down_at", "task_reach"], forAll.Order(StringComparer.Ordinal));
        // The office publishes plans; what it makes of them is the plan's own duties, for every agency alike.
        Assert.Equal(["gov_office"], maker);
    }

    [Theory]
    [InlineData("change_standing", "gov_office")]
    [InlineData("end_fulfilments", "gov_office")]
    [InlineData("pass_duty", "gov_app")]
    [InlineData("take_back_duty", "gov_app")]
    [InlineData("roll_up_own_duty", "gov_app")]
    [InlineData("passed_counts", "gov_app", "gov_office")]
    [InlineData("passed_from", "gov_app")]
    [InlineData("replace_assumed_rules", "gov_admin")]
    [InlineData("revise_tasks", "gov_office")]
    [InlineData("revise_duties", "gov_office")]
    [InlineData("duty_is_done")]
    [InlineData("assumed_rule_reach", "gov_admin")]
    [InlineData("administrative_audit", "gov_admin")]
    [InlineData("refuse_overlaps")]
    [InlineData("carry_out_succession", "gov_admin")]
    [InlineData("apply_choice", "gov_office")]
    [InlineData("succession_reach", "gov_admin")]
    [InlineData("duties_to_pass")]
    [InlineData("roll_up_duty")]
    [InlineData("roll_up_fulfilment")]
    [InlineData("release_parts")]
    [InlineData("release_parts_of_whole")]
    public async Task Functions_ThatWriteForOthers_CalledOnlyByWhomTheyServe(string function, params string[] callers)
    {
        var may = await ListAsync(
            "SELECT r.rolname FROM pg_roles r, pg_proc p WHERE p.proname = $1 AND r.rolname = ANY ($2) AND has_function_privilege(r.oid, p.oid, 'EXECUTE')",
            function, Serving);

        Assert.Equal(callers, may);
    }

    [Fact]
    public async Task Views_InThePortalsSchema_RunAsWhoAsks()
    {
        var others = await ListAsync("""
            SELECT relname FROM pg_class WHERE relnamespace = 'gov'::regnamespace
              AND (relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)))
            """);

        Assert.Empty(others);
    }

    [Fact]
    public async Task Accounts_ReachedOnlyByTheirOwnLogin()
    {
        var reaching = await ListAsync("SELECT rolname FROM pg_roles WHERE rolname LIKE 'gov\\_%' AND has_schema_privilege(oid, 'accounts', 'USAGE')");
        var intoGov = await ListAsync("SELECT rolname FROM pg_roles WHERE rolname = 'gov_accounts' AND has_schema_privilege(oid, 'gov', 'USAGE')");

        Assert.Equal(["gov_accounts", "gov_owner"], reaching.Order(StringComparer.Ordinal));
        Assert.Empty(intoGov);
        foreach (var audience in new[] { Audience.Agency, Audience.Office, Audience.Admin, Audience.Public })
        {
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                await Sql.RefusedAsync(server.Sources.For(audience), "SELECT password_hash FROM accounts.person"));
        }
    }

    private Task<IReadOnlyList<string>> ListAsync(string sql, params object[] parameters) => Sql.ListAsync(server.Administrator, sql, parameters);
}
