using Npgsql;

namespace GovDisclosure.Data.Tenancy;

/// <summary>One pool for each database login. They are known once the database has been prepared at start.</summary>
public sealed class GovDataSources : IAsyncDisposable
{
    private DatabaseLogins? _logins;
    private Dictionary<Audience, NpgsqlDataSource> _sources = [];
    private NpgsqlDataSource? _accounts;

    /// <summary>Opens the pools; called once, when the database is ready.</summary>
    public void Open(DatabaseLogins logins)
    {
        _logins = logins;
        _sources = new Dictionary<Audience, NpgsqlDataSource>
        {
            [Audience.Public] = NpgsqlDataSource.Create(logins.Public),
            [Audience.Agency] = NpgsqlDataSource.Create(logins.App),
            [Audience.Admin] = NpgsqlDataSource.Create(logins.Admin),
            [Audience.Office] = NpgsqlDataSource.Create(logins.Office),
            [Audience.Owner] = NpgsqlDataSource.Create(logins.Owner),
        };
        _accounts = NpgsqlDataSource.Create(logins.Accounts);
    }

    /// <summary>Whether the database has been prepared.</summary>
    public bool IsOpen => _logins is not null;

    /// <summary>The pool that serves an audience.</summary>
    public NpgsqlDataSource For(Audience audience) =>
        _sources.TryGetValue(audience, out var source) ? source : throw NotOpen();

    /// <summary>The pool that alone reaches people, passwords and sessions.</summary>
    public NpgsqlDataSource Accounts => _accounts ?? throw NotOpen();

    /// <summary>Asks one small question through the login that serves agencies.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    /// <exception cref="InvalidOperationException">It has not been prepared yet.</exception>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await using var command = For(Audience.Agency).CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
        {
            await source.DisposeAsync();
        }

        if (_accounts is not null)
        {
            await _accounts.DisposeAsync();
        }
    }

    private static InvalidOperationException NotOpen() => new("The database has not been prepared yet.");
}
