using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovDisclosure.Data.Tenancy;

/// <summary>
/// Tells PostgreSQL the tenant each time a connection is opened; row-level security reads it. The setting is always made, empty where
/// there is no tenant, so that nothing of an earlier user of the pooled connection can survive.
/// </summary>
internal sealed class TenantConnectionInterceptor : DbConnectionInterceptor
{
    private const string SetTenant = "SELECT set_config('app.agency_id', $1, false)";

    public static TenantConnectionInterceptor Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        var context = (GovDbContext)eventData.Context!;
        var command = connection.CreateCommand();
        command.CommandText = SetTenant;
        var parameter = command.CreateParameter();
        parameter.Value = context.Scope.AgencyId?.ToString() ?? "";
        command.Parameters.Add(parameter);
        return command;
    }
}
