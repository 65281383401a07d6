using GovDisclosure.Data.Accounts;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>Where the year stands for the municipal office, and what administrators keep.</summary>
internal static class OversightTour
{
    private const string Start = "/office";
    private const string Duties = "/office/duties";
    private const string Cases = "/office/cases";
    private const string Agencies = "/office/agencies";
    private const string Matrix = "/office/matrix";
    private const string Corrections = "/office/corrections";

    private const string AdminHome = "/admin";
    private const string Register = "/admin/agencies";
    private const string NewAgency = "/admin/agencies/new";
    private const string Successions = "/admin/agencies/successions";
    private const string NewSuccession = "/admin/agencies/successions/new";
    private const string Choose = "/office/tasks/groups/{id:guid}";
    private const string Groups = "/admin/groups";
    private const string NewGroup = "/admin/groups/new";
    private const string EditGroup = "/admin/groups/{id:guid}/edit";
    private const string People = "/admin/people";
    private const string OnePerson = "/admin/people/{id:guid}";
    private const string NewPerson = "/admin/people/new";
    private const string Settings = "/admin/settings";
    private const string Rules = "/admin/rules";
    private const string Audit = "/admin/audit";
    private const string SetPassword = "/account/set-password";

    private const string Office = "office";
    private const string Admin = "admin";

    private const string FirstRow = "tbody th a";
    private const string MainButton = "main form[method=post] button";

    /// <summary>Routes that answer with a file, or only lead on.</summary>
    public static IReadOnlyList<string> NeverSeen { get; } =
    [
        "/office/agencies/export", "/office/cases/export", "/office/duties/export", "/office/matrix/export", "/office/remind",
    ];

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new("office-start", Start, Office, Start) { Shows = ".late-cases" },
        new("office-duties", Duties, Office, Duties) { Shows = ".duty-table" },
        new("office-cases", Cases, Office, Cases) { Shows = "tr[data-duty]" },
        new("office-agencies", Agencies, Office, Agencies) { Shows = ".table" },
        new("office-agency", Agencies + "/{id:guid}", Office, Start) { Then = Follow(".late-cases a"), Shows = "#overdue-heading" },
        new("office-matrix", Matrix, Office, Matrix) { Shows = "table" },
        new("office-matrix-compared", Matrix, Office, $"{Matrix}?asof=2016-10-19&compare=2016-09-01") { Shows = "table" },
        new("office-corrections", Corrections, Office, $"{Corrections}?asof=2016-09-30") { Shows = "tr[data-duty]" },
        new("office-corrections-none", Corrections, Office, Corrections) { Shows = ".empty" },
        new("office-task", "/office/tasks/{id:guid}", Office, Duties) { Then = Follow(".duty-table a[href^='/office/tasks/']"), Shows = ".plan-text" },
        new("office-task-choose", Choose, Office, $"{Matrix}?section=2") { Then = ChooseAsync, Shows = "#Input_Members" },
        new("office-task-choose-preview", Choose, Office, $"{Matrix}?section=2") { Then = PreviewChoiceAsync, Shows = "#effect-heading" },

        new("admin", AdminHome, Admin, AdminHome) { Shows = ".lights" },
        new("admin-agencies", Register, Admin, Register) { Shows = ".table" },
        new("admin-agencies-none-found", Register, Admin, $"{Register}?words=xyzzy") { Shows = ".empty" },
        new("admin-agency", Register + "/{id:guid}", Admin, $"{Register}?words=工商") { Then = Follow(FirstRow), Shows = ".head a[href$='/edit']" },
        new("admin-agency-edit", Register + "/{id:guid}/edit", Admin, $"{Register}?words=工商") { Then = Follow(FirstRow, ".head a[href$='/edit']"), Shows = "#Input_ShortName" },
        new("admin-agency-new", NewAgency, Admin, NewAgency) { Shows = "#Input_Code" },
        new("admin-agency-new-errors", NewAgency, Admin, NewAgency) { Then = Press, Shows = ".error-summary" },
        new("admin-successions", Successions, Admin, Successions) { Shows = ".table" },
        new("admin-successions-none-found", Successions, Admin, $"{Successions}?state=withdrawn") { Shows = ".empty" },
        new("admin-succession-due", Successions + "/{id:guid}", Admin, $"{Successions}?state=due") { Then = Follow(FirstRow), Shows = "#reform-heading" },
        new("admin-succession-announced", Successions + "/{id:guid}", Admin, $"{Successions}?state=announced") { Then = Follow(FirstRow), Shows = "#reform-heading" },
        new("admin-succession-new", NewSuccession, Admin, NewSuccession) { Shows = "#Input_Predecessor" },
        new("admin-succession-new-errors", NewSuccession, Admin, NewSuccession) { Then = Press, Shows = ".error-summary" },
        new("admin-groups", Groups, Admin, Groups) { Shows = ".table" },
        new("admin-group", Groups + "/{id:guid}", Admin, Groups) { Then = Follow(FirstRow), Shows = "#Input_Day" },
        new("admin-group-edit", EditGroup, Admin, Groups) { Then = Follow(FirstRow, ".head a[href$='/edit']"), Shows = "#Input_Phrase" },
        new("admin-group-edit-errors", EditGroup, Admin, Groups) { Then = EmptyPhraseAsync, Shows = ".error-summary" },
        new("admin-group-new", NewGroup, Admin, NewGroup) { Shows = "#Input_Phrase" },
        new("admin-group-new-errors", NewGroup, Admin, NewGroup) { Then = Press, Shows = ".error-summary" },
        new("admin-people", People, Admin, People) { Shows = ".table" },
        new("admin-people-none-found", People, Admin, $"{People}?words=xyzzy") { Shows = ".empty" },
        new("admin-person", OnePerson, Admin, $"{People}?words=gongshang") { Then = Follow(FirstRow), Shows = "#account-heading" },
        new("admin-person-rename-errors", OnePerson, Admin, $"{People}?words=gongshang") { Then = EmptyNameAsync, Shows = ".error-summary" },
        Own("admin-person-link", OnePerson, "#link-heading", LinkAsync),
        new("admin-person-new", NewPerson, Admin, NewPerson) { Shows = "#Input_UserName" },
        new("admin-person-new-errors", NewPerson, Admin, NewPerson) { Then = Press, Shows = ".error-summary" },
        new("admin-settings", Settings, Admin, Settings) { Shows = "#Input_GreenPercent" },
        new("admin-rules", Rules, Admin, Rules) { Shows = ".table" },
        new("admin-rule-change", Rules + "/change", Admin, Rules) { Then = Follow("a[href^='/admin/rules/change']"), Shows = "#Input_Basis" },
        new("admin-audit", Audit, Admin, Audit) { Shows = "main form[role=search]" },

        new("set-password-link-over", SetPassword, null, SetPassword) { Status = 400, Shows = "main a[href='/account/sign-in']" },
        Own("set-password", SetPassword, "#Input_Password", FollowLinkAsync),
        Own("set-password-errors", SetPassword, ".error-summary", async visitor =>
        {
            await FollowLinkAsync(visitor);
            await Press(visitor);
        }),
    ];

    // An administrator of the test's own, who makes the link for nobody else.
    private static Stop Own(string name, string route, string shows, Func<Visitor, Task> then) => new(name, route, null, "")
    {
        Shows = shows,
        Then = then,
        Prepare = async server =>
        {
            var agency = await TestAgency.CreateAsync(server, role: PersonRole.Administrator);
            var person = await TestAgency.CreateAsync(server);
            return (agency, $"{People}/{person.PersonId}");
        },
    };

    private static Func<Visitor, Task> Follow(params string[] selectors) => async visitor =>
    {
        foreach (var selector in selectors)
        {
            await visitor.Page.Locator(selector).First.ClickAsync();
        }
    };

    // The first task whose attribution names a group that can be narrowed.
    private static async Task ChooseAsync(Visitor visitor)
    {
        var tasks = await visitor.Page.Locator("main a[href^='/office/tasks/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var task in tasks.Distinct())
        {
            await visitor.Page.GotoAsync(task);
            if (await visitor.Page.Locator("main a[href^='/office/tasks/groups/']").CountAsync() > 0)
            {
                await visitor.Page.Locator("main a[href^='/office/tasks/groups/']").First.ClickAsync();
                return;
            }
        }
    }

    private static async Task PreviewChoiceAsync(Visitor visitor)
    {
        await ChooseAsync(visitor);
        await visitor.Page.Locator("#Input_Members input").First.UncheckAsync();
        await visitor.Page.ClickAsync("form.card button:not([formaction])");
    }

    private static Task Press(Visitor visitor) => visitor.Page.ClickAsync(MainButton);

    private static async Task EmptyPhraseAsync(Visitor visitor)
    {
        await Follow(FirstRow, ".head a[href$='/edit']")(visitor);
        await visitor.Page.FillAsync("#Input_Phrase", "");
        await Press(visitor);
    }

    private static async Task EmptyNameAsync(Visitor visitor)
    {
        await Follow(FirstRow)(visitor);
        await visitor.Page.FillAsync("#Input_DisplayName", "");
        await visitor.Page.ClickAsync("form[action$='handler=Rename'] button");
    }

    private static Task LinkAsync(Visitor visitor) => visitor.Page.ClickAsync("form[action$='handler=Link'] button");

    private static async Task FollowLinkAsync(Visitor visitor)
    {
        await LinkAsync(visitor);
        await visitor.Page.GotoAsync(await visitor.Page.InnerTextAsync(".reference"));
    }
}
