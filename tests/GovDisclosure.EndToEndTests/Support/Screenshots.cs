using Microsoft.Playwright;

namespace GovDisclosure.EndToEndTests.Support;

/// <summary>Pictures of what the tests look at, for people to look at too.</summary>
public static class Screenshots
{
    /// <summary>The environment variable with the folder for pictures; none are taken without it.</summary>
    public const string FolderVariable = "GOVDISCLOSURE_SCREENSHOTS";

    public static async Task SaveAsync(IPage page, string name, bool fullPage)
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        if (!string.IsNullOrWhiteSpace(folder))
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = fullPage });
        }
    }
}
