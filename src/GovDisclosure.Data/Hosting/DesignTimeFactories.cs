using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace GovDisclosure.Data.Hosting;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; nothing is connected to.</summary>
internal sealed class GovDesignTimeFactory : IDesignTimeDbContextFactory<GovDbContext>
{
    public GovDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<GovDbContext>();
        ContextOptions.ConfigureGov(options, NpgsqlDataSource.Create("Host=localhost"));
        return new GovDbContext(options.Options, AccessScope.SetUp);
    }
}

/// <inheritdoc cref="GovDesignTimeFactory" />
internal sealed class AccountsDesignTimeFactory : IDesignTimeDbContextFactory<AccountsDbContext>
{
    public AccountsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AccountsDbContext>();
        ContextOptions.ConfigureAccounts(options, NpgsqlDataSource.Create("Host=localhost"));
        return new AccountsDbContext(options.Options);
    }
}
