using GovDisclosure.Data.Hosting;
using GovDisclosure.Web.Commands;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Infrastructure.Hosting;

if (PortalCommands.IsCommand(args))
{
    return await PortalCommands.RunAsync(args);
}

_ = ContextModels.BuildAheadAsync();
var builder = PortalEnvironment.CreateBuilder(args);
builder.AddPortalHosting();
builder.AddPortalAccounts();
builder.AddPortalExports();
builder.AddPortalShell();

await using var app = builder.Build();
app.UsePortalShell();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapPortalShell();
try
{
    await app.RunPortalAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.IsToldAtTheTerminal)
{
    await Console.Error.WriteLineAsync(StartFailure.Describe(exception));
    return StartFailure.ExitCode;
}
