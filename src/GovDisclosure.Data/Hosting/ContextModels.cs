using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.Data.Hosting;

/// <summary>Builds the models of both contexts before they are asked for, beside what a start waits for meanwhile: a fifth of a warm start.</summary>
public static class ContextModels
{
    /// <summary>Builds both on the thread pool. A failure is told by whoever uses the model, so nobody need wait for the task.</summary>
    public static Task BuildAheadAsync() => Task.WhenAll(Task.Run(BuildGov), Task.Run(BuildAccounts));

    private static void BuildGov()
    {
        // Nothing is connected to: the model is the same for every source.
        using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        var options = new DbContextOptionsBuilder<GovDbContext>();
        ContextOptions.ConfigureGov(options, nowhere);
        using var db = new GovDbContext(options.Options, AccessScope.SetUp);
        _ = db.Model;
    }

    private static void BuildAccounts()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        var options = new DbContextOptionsBuilder<AccountsDbContext>();
        ContextOptions.ConfigureAccounts(options, nowhere);
        using var db = new AccountsDbContext(options.Options);
        _ = db.Model;
    }
}
