using Npgsql;

namespace GovDisclosure.LocalPostgres.Tests.Support;

/// <summary>One statement on a connection of its own; no pool keeps a broken one.</summary>
internal static class Sql
{
    public static Task<object?> RunAsync(string address, string statement) => RunAsync(address, statement, _ => { });

    public static async Task<object?> RunAsync(string address, string statement, Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(address) { Pooling = false };
        change(builder);
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
