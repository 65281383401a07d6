namespace GovDisclosure.Web.Infrastructure.Hosting;

/// <summary>
/// Names the environment where nothing else does: a debug build, which is what <c>dotnet run</c> makes, is a development portal; a
/// published one is Production. A launch profile would say the same, but <c>dotnet run</c> announces it on standard output, in front of
/// what the commands print.
/// </summary>
internal static class PortalEnvironment
{
#if DEBUG
    private const string Default = "Development";
#else
    private const string Default = "Production";
#endif

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var named = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        return named is not null || args.Any(argument => argument.StartsWith("--environment", StringComparison.OrdinalIgnoreCase))
            ? WebApplication.CreateBuilder(args)
            : WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Default });
    }
}
