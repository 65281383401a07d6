using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.Data.Hosting;

/// <summary>Brings the schema up to date as the owner of the tables, then checks the logins that serve requests.</summary>
public static class DatabaseMigrator
{
    /// <summary>Runs what is missing.</summary>
    /// <exception cref="InvalidOperationException">A serving login could bypass row security.</exception>
    public static async Task MigrateAsync(DatabaseLogins logins, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logins);
        // A pool of its own that ends here: nothing serves requests as the owner afterwards.
        await using var source = NpgsqlDataSource.Create(logins.Owner);
        var gov = new DbContextOptionsBuilder<GovDbContext>();
        ContextOptions.ConfigureGov(gov, source);
        await using (var db = new GovDbContext(gov.Options, AccessScope.SetUp))
        {
            await MigrateAsync(db, cancellationToken);
        }

        var accounts = new DbContextOptionsBuilder<AccountsDbContext>();
        ContextOptions.ConfigureAccounts(accounts, source);
        await using (var db = new AccountsDbContext(accounts.Options))
        {
            await MigrateAsync(db, cancellationToken);
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await DatabaseGuard.CheckAsync(connection, DatabaseRoles.Serving, cancellationToken);
    }

    // Asked first, since the migrator compares the whole model on every start, which costs a warm one half a second.
    private static async Task MigrateAsync(DbContext db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }
}
