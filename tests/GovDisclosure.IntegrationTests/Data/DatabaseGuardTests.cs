using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.TestCommon;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>The portal does not start with a login that row security would not bind.</summary>
public sealed class DatabaseGuardTests(PortalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_ServingLogins_Pass()
    {
        await using var connection = await server.Administrator.OpenConnectionAsync(Cancellation);

        await DatabaseGuard.CheckAsync(connection, DatabaseRoles.Serving, Cancellation);
    }

    [Theory]
    [InlineData("BYPASSRLS", "")]
    [InlineData("SUPERUSER", "")]
    [InlineData("", "GRANT gov_owner TO {0}")]
    [InlineData("", "GRANT gov_engine TO {0}")]
    [InlineData("", "CREATE SCHEMA {0}; CREATE TABLE {0}.t (); ALTER TABLE {0}.t OWNER TO {0}")]
    public async Task Check_LoginThatIsNotBound_Refused(string attributes, string grants)
    {
        // Roles belong to the whole server: a name of its own, and rolled back in the end.
        var role = "gdtest_role_" + Guid.NewGuid().ToString("N")[..12];
        await using var connection = await server.Administrator.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var make = string.Format(System.Globalization.CultureInfo.InvariantCulture, $"CREATE ROLE {role} NOLOGIN {attributes}; {grants}", role);
        await using (var command = new NpgsqlCommand(make, connection))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseGuard.CheckAsync(connection, [role], Cancellation));

        Assert.Contains(role, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PlainRole_Passes()
    {
        var role = "gdtest_role_" + Guid.NewGuid().ToString("N")[..12];
        await using var connection = await server.Administrator.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using (var command = new NpgsqlCommand($"CREATE ROLE {role} NOLOGIN", connection))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await DatabaseGuard.CheckAsync(connection, [role], Cancellation);
    }

    [Fact]
    public async Task Prepare_NoResetOnClose_Refused()
    {
        var unsafePooling = new NpgsqlConnectionStringBuilder(server.AdministratorString) { NoResetOnClose = true }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => DatabaseBootstrap.PrepareAsync(unsafePooling, server.Secret, _ => Task.CompletedTask, Cancellation));

        Assert.Contains("No Reset On Close", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_NothingToDerivePasswordsFrom_Refused()
    {
        var without = new NpgsqlConnectionStringBuilder(server.AdministratorString) { Password = null }.ConnectionString;

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => DatabaseBootstrap.PrepareAsync(without, null, _ => Task.CompletedTask, Cancellation));
    }

    [Fact]
    public async Task Prepare_TwiceAtOnce_LoginsStillWork()
    {
        var prepared = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            DatabaseBootstrap.PrepareAsync(server.AdministratorString, server.Secret, _ => Task.CompletedTask, Cancellation)));

        Assert.All(prepared, logins => Assert.Equal(server.Logins, logins));
        Assert.Equal(66L, await Sql.ScalarAsync<long>(server.Sources.For(Audience.Public), "SELECT count(*) FROM gov.disclosure_task"));
    }
}
