using Microsoft.Playwright;

namespace GovDisclosure.EndToEndTests.Support;

/// <summary>Pictures of what the tests look at, for people to look at too, and the HTML as it was sent, for a validator.</summary>
public static class Screenshots
{
    /// <summary>The environment variable with the folder for pictures; none are taken without it.</summary>
    public const string FolderVariable = "GOVDISCLOSURE_SCREENSHOTS";

    /// <summary>Whether pictures are asked for.</summary>
    public static bool AreWanted => !string.IsNullOrWhiteSpace(Folder);

    private static string? Folder => Environment.GetEnvironmentVariable(FolderVariable);

    /// <summary>Saves a page, if pictures are asked for.</summary>
    public static async Task SaveAsync(IPage page, IResponse? document, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!AreWanted)
        {
            return;
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, name + ".png"), FullPage = true });
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, name + "-top.png") });
        if (document is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(Folder!, name + ".html"), await document.TextAsync(), TestContext.Current.CancellationToken);
        }
    }
}
