using System.CommandLine;

namespace GovDisclosure.Web.Commands;

/// <summary>What the portal's program does besides serving pages: <c>dotnet run --project src/GovDisclosure.Web -- NAME …</c>.</summary>
internal static class PortalCommands
{
    private static readonly string[] HelpWords = ["--help", "-h", "-?"];

    /// <summary>Whether the arguments name a command; settings such as <c>--urls</c> do not.</summary>
    public static bool IsCommand(string[] args) =>
        args is [var first, ..] && (HelpWords.Contains(first, StringComparer.Ordinal) || !first.StartsWith('-'));

    /// <summary>Runs it and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("GovDisclosure: work plans for openness in government. Without a command it serves the portal.")
        {
            PlanCommand.Create(),
            WorkdaysCommand.Create(),
            AdminCommand.Create(),
            HealthCommand.Create(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
