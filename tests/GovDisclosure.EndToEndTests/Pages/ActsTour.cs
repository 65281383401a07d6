using GovDisclosure.EndToEndTests.Support;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>The pages on which the municipal office and the agencies deal with each other, in every state that looks different.</summary>
internal static class ActsTour
{
    private const string OfficeNotices = "/office/notices";
    private const string NewNotice = "/office/notices/new";
    private const string OfficeRequests = "/office/requests";
    private const string OfficeDisclosures = "/office/disclosures";
    private const string Notices = "/work/notices";
    private const string Ask = "/work/obligations/{id:guid}/request";

    private const string Clerk = "gongshang.clerk";
    private const string Office = "office";

    private const string FirstRow = "tbody th a";
    private const string MainButton = "main form[method=post] button";

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new("notices", OfficeNotices, Office, OfficeNotices) { Shows = ".table" },
        new("notices-none-found", OfficeNotices, Office, $"{OfficeNotices}?state=overdue&after=0-00000000000000000000000000000000") { Shows = ".empty" },
        new("notice-answered", OfficeNotices + "/{id:guid}", Office, $"{OfficeNotices}?state=answered") { Then = Follow(FirstRow), Shows = ".timeline" },
        new("notice-unanswered", OfficeNotices + "/{id:guid}", Office, $"{OfficeNotices}?state=unanswered") { Then = Follow(FirstRow), Shows = "#replies" },
        new("notice-new", NewNotice, Office, NewNotice) { Shows = "[name=agency]" },
        new("notice-new-chosen", NewNotice, Office, NewNotice) { Then = ChooseAsync, Shows = "#Input_Message" },
        new("notice-new-errors", NewNotice, Office, NewNotice) { Then = SendWithoutMessageAsync, Shows = ".error-summary" },

        new("requests", OfficeRequests, Office, OfficeRequests) { Shows = ".table" },
        new("requests-none-found", OfficeRequests, Office, $"{OfficeRequests}?state=withdrawn&kind=exemption") { Shows = ".empty" },
        new("request-pending", OfficeRequests + "/{id:guid}", Office, $"{OfficeRequests}?kind=extension") { Then = Follow(FirstRow), Shows = "#decide" },
        new("request-errors", OfficeRequests + "/{id:guid}", Office, OfficeRequests) { Then = PressOnFirstAsync, Shows = ".error-summary" },
        new("request-granted", OfficeRequests + "/{id:guid}", Office, $"{OfficeRequests}?state=granted") { Then = Follow(FirstRow), Shows = ".tag.done" },

        new("request-pause", OfficeRequests + "/{id:guid}", Office, $"{OfficeRequests}?kind=pause") { Then = Follow(FirstRow), Shows = "#decide" },
        new("request-revoke", OfficeRequests + "/{id:guid}/revoke", Office, $"{OfficeRequests}?state=granted&kind=pause") { Then = RevokeAsync, Shows = "#Reason" },
        new("request-revoke-errors", OfficeRequests + "/{id:guid}/revoke", Office, $"{OfficeRequests}?state=granted&kind=pause") { Then = RevokeForNothingAsync, Shows = ".error-summary" },

        new("reviews", OfficeDisclosures, Office, OfficeDisclosures) { Shows = "[name=Chosen]" },
        new("reviews-returned", OfficeDisclosures, Office, $"{OfficeDisclosures}?state=returned") { Shows = ".table" },
        new("reviews-none-found", OfficeDisclosures, Office, $"{OfficeDisclosures}?words=xyzzy") { Shows = ".empty" },
        new("review", OfficeDisclosures + "/{id:guid}", Office, OfficeDisclosures) { Then = Follow(FirstRow), Shows = "#review" },
        new("review-errors", OfficeDisclosures + "/{id:guid}", Office, OfficeDisclosures) { Then = PressOnFirstAsync, Shows = ".error-summary" },
        new("review-returned", OfficeDisclosures + "/{id:guid}", Office, $"{OfficeDisclosures}?state=returned") { Then = Follow(FirstRow), Shows = ".timeline" },

        new("received", Notices, Clerk, Notices) { Shows = ".table" },
        new("received-notice", Notices + "/{id:guid}", Clerk, Notices) { Then = Follow(FirstRow), Shows = "#Input_Text" },
        new("received-errors", Notices + "/{id:guid}", Clerk, Notices) { Then = PressOnFirstAsync, Shows = ".error-summary" },
        new("duties-reminded", "/work", Clerk, "/work") { Shows = ".alert-banner" },
        new("disclosure-returned", "/work/disclosures/{id:guid}", Clerk, "/work") { Then = Follow("[aria-labelledby=returned] a"), Shows = ".tag.late" },
        new("ask", Ask, Clerk, "/work?section=0&state=upcoming") { Then = AskAsync, Shows = "#Input_DueOn" },
        new("ask-errors", Ask, Clerk, "/work?section=0&state=upcoming") { Then = AskForNothingAsync, Shows = ".error-summary" },
    ];

    private static Func<Visitor, Task> Follow(string selector) => visitor => visitor.Page.Locator(selector).First.ClickAsync();

    private static async Task RevokeAsync(Visitor visitor)
    {
        await Follow(FirstRow)(visitor);
        await visitor.Page.ClickAsync("main a[href$=revoke]");
    }

    private static async Task RevokeForNothingAsync(Visitor visitor)
    {
        await RevokeAsync(visitor);
        await visitor.Page.ClickAsync(MainButton);
    }

    private static async Task ChooseAsync(Visitor visitor)
    {
        await visitor.Page.Locator("[name=agency]").First.CheckAsync();
        await visitor.Page.ClickAsync("main form button");
    }

    private static async Task SendWithoutMessageAsync(Visitor visitor)
    {
        await ChooseAsync(visitor);
        await visitor.Page.FillAsync("#Input_Message", "");
        await visitor.Page.ClickAsync(MainButton);
    }

    private static async Task PressOnFirstAsync(Visitor visitor)
    {
        await Follow(FirstRow)(visitor);
        await visitor.Page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("[0-9a-f]{12}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await visitor.Page.ClickAsync(MainButton);
    }

    private static async Task AskAsync(Visitor visitor)
    {
        await Follow(".duties .row-link")(visitor);
        await Follow("a[href$='/request']")(visitor);
    }

    private static async Task AskForNothingAsync(Visitor visitor)
    {
        await AskAsync(visitor);
        await visitor.Page.ClickAsync(MainButton);
    }
}
