using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace GovDisclosure.Data.Hosting;

/// <summary>How the two contexts are set up: the same for pages, jobs, commands and migrations.</summary>
internal static class ContextOptions
{
    public const string MigrationsTable = "__ef_migrations_history";

    public static void ConfigureGov(DbContextOptionsBuilder options, NpgsqlDataSource dataSource) => options
        .UseNpgsql(dataSource, npgsql => npgsql
            .MigrationsHistoryTable(MigrationsTable, GovDbContext.Schema)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            .EnableRetryOnFailure(3, TimeSpan.FromSeconds(2), errorCodesToAdd: null))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(TenantConnectionInterceptor.Instance)
        // A required navigation to a filtered entity: every tenant-owned entity carries the same filter, so nothing is hidden by surprise.
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));

    public static void ConfigureAccounts(DbContextOptionsBuilder options, NpgsqlDataSource dataSource) => options
        .UseNpgsql(dataSource, npgsql => npgsql
            .MigrationsHistoryTable(MigrationsTable, AccountsDbContext.Schema)
            .EnableRetryOnFailure(3, TimeSpan.FromSeconds(2), errorCodesToAdd: null))
        .UseSnakeCaseNamingConvention();
}
