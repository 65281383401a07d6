using GovDisclosure.Data.Tenancy;
using Npgsql;

namespace GovDisclosure.Data.Hosting;

/// <summary>Makes the portal's roles and database with an administrative login. Safe to run at every start and by two portals at once.</summary>
public static class DatabaseBootstrap
{
    // Any number will do, as long as every portal on the server takes the same one.
    private const long StartLock = 5_108_020_160_528;

    /// <summary>Prepares the server and returns the logins of the portal's database.</summary>
    /// <param name="administrator">A connection string of a login that may create roles; it may name the portal's database.</param>
    /// <param name="secret">What the logins' passwords are derived from; the administrator's password where <see langword="null"/>.</param>
    /// <param name="whilePrepared">Runs under the same lock, once roles and database are there: migrations and first data.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is nothing to derive passwords from.</exception>
    public static async Task<DatabaseLogins> PrepareAsync(
        string administrator, string? secret, Func<DatabaseLogins, Task> whilePrepared, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(administrator);
        RefuseUnsafePooling(settings);
        var database = settings.Database is null or "" or "postgres" ? DatabaseLogins.DefaultDatabase : settings.Database;
        secret ??= settings.Password;
        if (string.IsNullOrEmpty(secret))
        {
            throw new InvalidOperationException(
                "The connection string has no password to derive the portal's logins from: give one, or set Database:RoleSecret.");
        }

        settings.Database = "postgres";
        settings.Pooling = false;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({StartLock})", cancellationToken);

        var logins = DatabaseLogins.Derive(administrator, database, secret);
        await CreateRolesAsync(connection, secret, cancellationToken);
        await CreateDatabaseAsync(connection, settings, database, cancellationToken);
        await RepairPasswordsAsync(connection, logins, secret, cancellationToken);
        await whilePrepared(logins);
        return logins;
    }

    private static void RefuseUnsafePooling(NpgsqlConnectionStringBuilder settings)
    {
        if (settings.NoResetOnClose)
        {
            throw new InvalidOperationException(
                "The connection string sets 'No Reset On Close', with which one agency's setting would survive into another's request. Remove it.");
        }
    }

    private static async Task CreateRolesAsync(NpgsqlConnection connection, string secret, CancellationToken cancellationToken)
    {
        // NOINHERIT: the owner may hand functions to the engine, but does not see what the engine's policies let it see.
        await CreateRoleAsync(connection, DatabaseRoles.Engine, "NOLOGIN", cancellationToken);
        foreach (var role in DatabaseRoles.Logins)
        {
            await CreateRoleAsync(
                connection, role, $"LOGIN NOINHERIT PASSWORD '{DatabaseLogins.PasswordOf(role, secret)}'", cancellationToken);
        }

        await ExecuteAsync(connection, $"GRANT {DatabaseRoles.Engine} TO {DatabaseRoles.Owner}", cancellationToken);
    }

    private static async Task CreateRoleAsync(NpgsqlConnection connection, string role, string attributes, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(connection, "SELECT FROM pg_roles WHERE rolname = $1", role, cancellationToken))
        {
            await ExecuteAsync(
                connection, $"CREATE ROLE {role} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS {attributes}", cancellationToken);
        }
    }

    private static async Task CreateDatabaseAsync(
        NpgsqlConnection connection, NpgsqlConnectionStringBuilder settings, string database, CancellationToken cancellationToken)
    {
        var quoted = "\"" + database.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        if (!await ExistsAsync(connection, "SELECT FROM pg_database WHERE datname = $1", database, cancellationToken))
        {
            // Sorting is asked for by name where people see it; C.UTF-8 keeps indexes the same on every machine.
            await ExecuteAsync(
                connection, $"CREATE DATABASE {quoted} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'", cancellationToken);
        }

        await ExecuteAsync(
            connection,
            $"""
            REVOKE ALL ON DATABASE {quoted} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {quoted} TO {string.Join(", ", DatabaseRoles.Logins)};
            GRANT CREATE ON DATABASE {quoted} TO {DatabaseRoles.Owner};
            """,
            cancellationToken);

        var own = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Database = database };
        await using var inDatabase = new NpgsqlConnection(own.ConnectionString);
        await inDatabase.OpenAsync(cancellationToken);
        await ExecuteAsync(inDatabase, "CREATE EXTENSION IF NOT EXISTS btree_gist", cancellationToken);
    }

    /// <summary>A password is set anew only where it no longer works, so that a running portal beside this one is never locked out.</summary>
    private static async Task RepairPasswordsAsync(
        NpgsqlConnection connection, DatabaseLogins logins, string secret, CancellationToken cancellationToken)
    {
        foreach (var login in new[] { logins.Owner, logins.App, logins.Office, logins.Admin, logins.Public, logins.Accounts })
        {
            var settings = new NpgsqlConnectionStringBuilder(login) { Pooling = false };
            try
            {
                await using var probe = new NpgsqlConnection(settings.ConnectionString);
                await probe.OpenAsync(cancellationToken);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidPassword)
            {
                await ExecuteAsync(
                    connection,
                    $"ALTER ROLE {settings.Username} PASSWORD '{DatabaseLogins.PasswordOf(settings.Username!, secret)}'",
                    cancellationToken);
            }
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string query, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT EXISTS ({query})", connection) { Parameters = { new() { Value = name } } };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
