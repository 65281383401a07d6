namespace GovDisclosure.Web.Commands;

/// <summary>Finds the files that a command is given.</summary>
internal static class CommandPath
{
    /// <summary>Resolves a path against the working directory, and where nothing is there against the shell's directory.</summary>
    /// <remarks>
    /// <c>dotnet run --project src/GovDisclosure.Web</c> starts a web project in the project's own folder: a path that was right where
    /// the command was typed would not be found. The shell's directory is what PWD still says.
    /// </remarks>
    public static string Resolve(string path)
    {
        if (Path.IsPathRooted(path) || Path.Exists(path) || Environment.GetEnvironmentVariable("PWD") is not { Length: > 0 } shell)
        {
            return path;
        }

        var fromShell = Path.Combine(shell, path);
        return Path.Exists(fromShell) ? fromShell : path;
    }
}
