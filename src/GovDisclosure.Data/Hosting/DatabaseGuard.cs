using GovDisclosure.Data.Tenancy;
using Npgsql;

namespace GovDisclosure.Data.Hosting;

/// <summary>Refuses to start with a login that row security would not bind.</summary>
public static class DatabaseGuard
{
    private const string UnboundLogins = """
        SELECT role.rolname FROM pg_roles role
        WHERE role.rolname = ANY ($1) AND (
          role.rolsuper OR role.rolbypassrls
          OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = role.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f'))
          OR EXISTS (SELECT FROM pg_roles other WHERE other.oid <> role.oid AND pg_has_role(role.oid, other.oid, 'MEMBER')
            AND (other.rolsuper OR other.rolbypassrls OR other.rolname = ANY ($2))))
        ORDER BY 1
        """;

    /// <summary>Checks the logins that serve requests.</summary>
    /// <param name="connection">An open connection to the portal's database.</param>
    /// <param name="logins">The names of the logins.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">A login owns tables, bypasses row security, or may become one that does.</exception>
    public static async Task CheckAsync(NpgsqlConnection connection, IReadOnlyList<string> logins, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(UnboundLogins, connection)
        {
            Parameters =
            {
                new() { Value = logins.ToArray() },
                new() { Value = new[] { DatabaseRoles.Owner, DatabaseRoles.Engine } },
            },
        };
        var unbound = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            unbound.Add(reader.GetString(0));
        }

        if (unbound.Count > 0)
        {
            throw new InvalidOperationException(
                $"Refusing to start: {string.Join(", ", unbound)} owns tables or can bypass row-level security, so one agency could read another's rows.");
        }
    }
}
