namespace GovDisclosure.EndToEndTests.Support;

/// <summary>What every test that changes the calendar does: it holds for everybody, and others change it at the same moment.</summary>
internal static class CalendarDesk
{
    /// <summary>The button that loads what a preview shows, or undoes it.</summary>
    public const string Button = "main form[method=post] button";

    private const int MostTries = 8;

    /// <summary>Agrees to what the preview shows. Where somebody else changed the calendar since, the page shows a new preview: that is agreed to.</summary>
    /// <param name="visitor">The office.</param>
    /// <param name="done">What the page has when it was done.</param>
    public static async Task AgreeAsync(this Visitor visitor, string done)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            await visitor.ClickAsync(Button);
            await visitor.Page.Locator($"{done}, .error-summary").First.WaitForAsync();
            if (await visitor.Page.Locator(".error-summary").CountAsync() == 0)
            {
                return;
            }
        }
    }
}
