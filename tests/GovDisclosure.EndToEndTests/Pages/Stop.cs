using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>A page in one of its states: how somebody comes there, and what to find.</summary>
/// <param name="Name">A short name, of which the picture's is made.</param>
/// <param name="Route">The page's route, as its <c>@page</c> says it; <see cref="ErrorRoute"/> stands at every address.</param>
/// <param name="Who">The sample person who looks; <see langword="null"/> for the public, or for somebody whom <see cref="Prepare"/> makes.</param>
/// <param name="Path">The address to open.</param>
public sealed record Stop(string Name, string Route, string? Who, string Path)
{
    /// <summary>The page for everything that fails.</summary>
    public const string ErrorRoute = "/error";

    /// <summary>Makes an agency in a state that the samples do not have, and says what to open.</summary>
    public Func<PortalServer, Task<(TestAgency Agency, string Path)>>? Prepare { get; init; }

    /// <summary>What to do once there, to see the state.</summary>
    public Func<Visitor, Task> Then { get; init; } = _ => Task.CompletedTask;

    /// <summary>With which status the address answers.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Something that only this state shows: without it the stop has looked at another.</summary>
    public required string Shows { get; init; }

    /// <summary>Goes there.</summary>
    public async Task ArriveAsync(Visitor visitor, PortalServer server)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var (who, path) = (Who, Path);
        if (Prepare is not null)
        {
            (var agency, path) = await Prepare(server);
            who = agency.UserName;
        }

        if (Who is not null)
        {
            await visitor.ComeBackAsync(Who);
        }
        else if (who is not null)
        {
            await visitor.SignInAsync(who);
        }

        Assert.Equal(Status, await visitor.OpenAsync(path));
        await Then(visitor);
        await Microsoft.Playwright.Assertions.Expect(visitor.Page.Locator(Shows).First).ToBeVisibleAsync();
    }

    public override string ToString() => Name;
}
