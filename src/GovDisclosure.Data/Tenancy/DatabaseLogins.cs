using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace GovDisclosure.Data.Tenancy;

/// <summary>The connection strings of the portal's database logins.</summary>
/// <param name="Owner">Owns the tables and migrates; no page uses it.</param>
/// <param name="App">Serves agencies.</param>
/// <param name="Office">Serves the municipal office.</param>
/// <param name="Admin">Serves administrators.</param>
/// <param name="Public">Serves those who are not signed in.</param>
/// <param name="Accounts">People, passwords, sessions and keys.</param>
public sealed record DatabaseLogins(string Owner, string App, string Office, string Admin, string Public, string Accounts)
{
    /// <summary>The portal's own database where the connection string names none.</summary>
    public const string DefaultDatabase = "govdisclosure";

    /// <summary>
    /// Derives the logins from the administrative connection: same server, own names, passwords by HMAC from one secret. Nothing has to
    /// be stored, and two portals on one server agree without talking.
    /// </summary>
    /// <param name="administrator">The connection string of a login that may create roles.</param>
    /// <param name="database">The portal's database.</param>
    /// <param name="secret">What the passwords are derived from.</param>
    public static DatabaseLogins Derive(string administrator, string database, string secret)
    {
        string For(string role) => new NpgsqlConnectionStringBuilder(administrator)
        {
            Database = database,
            Username = role,
            Password = PasswordOf(role, secret),
            ApplicationName = "govdisclosure/" + role,
            MaxPoolSize = role == DatabaseRoles.App ? 40 : 15,
            // The longest statements take fractions of a second: compiling them first doubled what the boards of a large city cost.
            Options = "-c jit=off",
        }.ConnectionString;

        return new(
            For(DatabaseRoles.Owner), For(DatabaseRoles.App), For(DatabaseRoles.Office), For(DatabaseRoles.Admin), For(DatabaseRoles.Public), For(DatabaseRoles.Accounts));
    }

    /// <summary>The password of a login.</summary>
    public static string PasswordOf(string role, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes("govdisclosure:" + role)));
}
