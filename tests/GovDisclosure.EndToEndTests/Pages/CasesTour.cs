using System.Text.RegularExpressions;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>Penalty cases and the other triggers, as the agency works on them and as the public reads them.</summary>
internal static class CasesTour
{
    private const string Cases = "/work/cases";
    private const string OneCase = "/work/cases/{id:guid}";
    private const string New = "/work/cases/new";
    private const string Grid = "/work/cases/grid";
    private const string Import = "/work/cases/import";
    private const string Events = "/work/events";
    private const string NewEvent = "/work/events/new";
    private const string Public = "/cases";

    private const string Clerk = "gongshang.clerk";
    private const string Lead = "gongshang.lead";

    private const string FirstRow = "tbody th a";
    private const string FirstToPublish = "tbody tr:has(a[href$='/publish']) th a";
    private const string MainButton = "main form[method=post] button";

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new("cases", Cases, Clerk, Cases) { Shows = ".table" },
        new("cases-lead", Cases, Lead, $"{Cases}?state=waiting") { Shows = ".table" },
        new("cases-none-found", Cases, Clerk, $"{Cases}?q=xyzzy") { Shows = ".empty" },
        new("cases-none-ever", Cases, null, "")
        {
            Shows = ".empty h2",
            Prepare = async server => (await TestAgency.CreateAsync(server), Cases),
        },
        new("case-overdue", OneCase, Clerk, $"{Cases}?state=overdue") { Then = Follow(FirstRow), Shows = ".head .tag.late" },
        new("case-published", OneCase, Clerk, $"{Cases}?state=on_time") { Then = Follow(FirstRow), Shows = ".head .tag.done" },
        new("case-waiting", OneCase, Lead, $"{Cases}?state=waiting") { Then = Follow(FirstRow), Shows = ".head .tag.neutral" },
        new("case-new", New, Clerk, New) { Shows = "#Input_Title" },
        new("case-new-errors", New, Clerk, New) { Then = Press, Shows = ".error-summary" },
        new("case-edit", OneCase + "/edit", Clerk, Cases) { Then = Follow(FirstToPublish, ".head a[href$='/edit']"), Shows = "#Input_Facts" },
        new("case-publish", OneCase + "/publish", Clerk, Cases) { Then = Follow("td a[href$='/publish']"), Shows = ".preview" },
        new("case-exempt", OneCase + "/exempt", Clerk, Cases) { Then = Follow(FirstToPublish, "a[href$='/exempt']"), Shows = "#Input_Reason" },
        new("case-decide", OneCase + "/decide", Lead, $"{Cases}?state=waiting") { Then = Follow(FirstRow, "a[href$='/decide']"), Shows = "#Input_Note" },
        new("case-cancel", OneCase + "/cancel", Clerk, Cases) { Then = Follow(FirstToPublish, "a[href$='/cancel']"), Shows = "#Input_Reason" },
        new("case-take-down", OneCase + "/take-down", Clerk, $"{Cases}?state=on_time") { Then = Follow(FirstRow, "a[href$='/take-down']"), Shows = "#Input_Reason" },
        new("cases-grid", Grid, Clerk, Grid) { Shows = "#Rows_4__Title" },
        new("cases-import", Import, Clerk, Import) { Shows = "#Input_File" },
        new("cases-import-empty", Import, Clerk, Import) { Then = Press, Shows = ".error-summary" },
        new("cases-import-preview", Import + "/{id:guid}", Clerk, Import) { Then = UploadTemplateAsync, Shows = ".table" },

        new("events", Events, Clerk, Events) { Shows = ".table" },
        new("events-none-found", Events, Clerk, $"{Events}?q=xyzzy") { Shows = ".empty" },
        new("event", Events + "/{id:guid}", Clerk, Events) { Then = Follow(FirstRow), Shows = "#started" },
        new("event-new", NewEvent, Clerk, NewEvent) { Shows = "#Input_Title" },
        new("event-new-errors", NewEvent, Clerk, NewEvent) { Then = Press, Shows = ".error-summary" },

        new("public-cases", Public, null, Public) { Shows = ".table" },
        new("public-cases-found", Public, null, $"{Public}?agency=gongshang") { Shows = ".chip" },
        new("public-cases-none-found", Public, null, $"{Public}?q=xyzzy") { Shows = ".empty" },
        new("public-case", Public + "/{id:guid}", null, $"{Public}?agency=gongshang") { Then = Follow(FirstRow), Shows = "#decision" },
    ];

    private static Func<Visitor, Task> Follow(params string[] selectors) => async visitor =>
    {
        foreach (var selector in selectors)
        {
            await visitor.Page.Locator(selector).First.ClickAsync();
        }
    };

    private static Task Press(Visitor visitor) => visitor.Page.ClickAsync(MainButton);

    private static async Task UploadTemplateAsync(Visitor visitor)
    {
        var template = await visitor.Page.APIRequest.GetAsync(new Uri(new Uri(visitor.Page.Url), $"{Import}?handler=template&type=csv").ToString());
        Assert.Equal(200, template.Status);
        await visitor.Page.SetInputFilesAsync("#Input_File", new Microsoft.Playwright.FilePayload { Name = "cases.csv", MimeType = "text/csv", Buffer = await template.BodyAsync() });
        await Press(visitor);
        await visitor.Page.WaitForURLAsync(new Regex("[0-9a-f]{12}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
