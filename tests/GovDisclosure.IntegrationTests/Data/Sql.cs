using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Plain SQL, to ask the database itself.</summary>
internal static class Sql
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The first column of the first row.</summary>
    public static async Task<T> ScalarAsync<T>(NpgsqlDataSource source, string sql, params object[] parameters)
    {
        await using var command = Command(source, sql, parameters);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>The first column of every row, as text.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(NpgsqlDataSource source, string sql, params object[] parameters)
    {
        await using var command = Command(source, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }

    public static async Task<int> RunAsync(NpgsqlDataSource source, string sql, params object[] parameters)
    {
        await using var command = Command(source, sql, parameters);
        return await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Runs something that the database must refuse, and returns the SQLSTATE.</summary>
    public static async Task<string> RefusedAsync(NpgsqlDataSource source, string sql, params object[] parameters)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(source, sql, parameters));
        return refusal.SqlState;
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, object[] parameters)
    {
        var command = source.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        return command;
    }
}
