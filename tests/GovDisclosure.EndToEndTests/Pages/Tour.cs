using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>Every page of the portal in every state that looks different, as each kind of user sees it.</summary>
public static class Tour
{
    private const string Home = "/";
    private const string Duties = "/work";
    private const string Duty = "/work/obligations/{id:guid}";
    private const string Log = "/work/disclosures/log";
    private const string Disclosures = "/work/disclosures";
    private const string Disclosure = "/work/disclosures/{id:guid}";
    private const string Pass = "/work/obligations/{id:guid}/pass";
    private const string TakeBack = "/work/obligations/{id:guid}/pass/take-back";
    private const string Units = "/work/units";
    private const string Parts = "/work/units/duties";
    private const string Plan = "/plan/{year:int}";
    private const string SignIn = "/account/sign-in";

    private const string Clerk = "gongshang.clerk";
    private const string Reviewer = "gongshang.reviewer";
    private const string Lead = "gongshang.lead";
    private const string District = "dongcheng.district";
    private const string Street = "dongcheng-jiedao.clerk";
    private const string Office = "office";
    private const string Admin = "admin";

    private const string FirstDuty = ".duties .row-link";
    private const string MainButton = "main form[method=post] button";

    /// <summary>Routes behind which there is never anything to see: they only lead on.</summary>
    public static IReadOnlyList<string> NeverSeen { get; } = ["/account/sign-out", "/plan/{year:int}/export", .. OversightTour.NeverSeen];

    /// <summary>The stops.</summary>
    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new("home-public", Home, null, "/") { Shows = ".hero" },
        new("home-clerk", Home, Clerk, "/") { Shows = ".lights" },
        new("home-reviewer", Home, Reviewer, "/") { Shows = ".lights" },
        new("home-lead", Home, Lead, "/") { Shows = ".lights" },
        new("home-district", Home, District, "/") { Shows = ".lights" },
        new("home-office", Home, Office, "/") { Shows = ".bar" },
        new("home-admin", Home, Admin, "/") { Shows = "main a[href='/admin']" },
        Own("home-nothing-owed", Home, ".lights", _ => Task.FromResult("/")),

        new("plan", Plan, null, "/plan/2016") { Shows = ".plan-task" },
        new("plan-found", Plan, null, "/plan/2016?q=工商") { Shows = "[role=status]" },
        new("plan-nothing-found", Plan, null, "/plan/2016?q=xyzzy") { Shows = ".empty" },
        new("plan-compare", "/plan/compare", null, "/plan/compare") { Shows = "main h1" },
        new("help", "/help", null, "/help") { Shows = "#clerk" },
        new("help-deadlines", "/help/deadlines", null, "/help/deadlines") { Shows = "#kinds" },
        new("calculator", "/calculator", null, "/calculator") { Shows = "#Count" },
        new("calculator-answer", "/calculator", null, "/calculator?Start=2016-09-09&Count=20&Unit=WorkingDays") { Shows = ".week-grid" },
        new("calculator-hours", "/calculator", null, "/calculator?Start=2016-09-30&Count=24&Unit=Hours&Time=09:30") { Shows = ".week-grid" },
        new("calculator-provisional", "/calculator", null, "/calculator?Start=2026-12-20&Count=15&Unit=CalendarDays") { Shows = ".tag.soon" },
        new("calculator-errors", "/calculator", null, "/calculator?Start=1999-01-01&Count=501&Unit=Hours") { Status = 400, Shows = ".error-summary" },
        new("calculator-before", "/calculator", null, "/calculator?Start=2016-10-10&Count=7&Unit=WorkingDaysBefore") { Shows = ".week-grid" },
        new("calculator-stopped", "/calculator", null, "/calculator?Start=2016-09-09&Count=20&Unit=WorkingDays&ExtendBy=5&StopFrom=2016-09-19&StopTo=2016-09-23") { Shows = "#StopTo" },
        new("accessibility", "/accessibility", null, "/accessibility") { Shows = "main ul" },
        new("language", "/language", null, "/language?returnUrl=/help") { Shows = ".language-choice" },

        new("sign-in", SignIn, null, SignIn) { Shows = "#samples" },
        new("sign-in-empty", SignIn, null, SignIn) { Then = Press, Shows = ".error-summary" },
        new("sign-in-refused", SignIn, null, SignIn) { Then = SignInAsNobodyAsync, Shows = ".error-summary" },
        new("error-not-found", Stop.ErrorRoute, null, "/no-such-page") { Status = 404, Shows = ".reference" },
        new("error-not-found-signed-in", Stop.ErrorRoute, Clerk, $"/work/obligations/{Guid.Empty}") { Status = 404, Shows = ".reference" },
        new("error-forbidden", Stop.ErrorRoute, Admin, "/work") { Status = 403, Shows = ".reference" },
        new("error-form-expired", Stop.ErrorRoute, null, "/language") { Then = SendWithoutTokenAsync, Shows = ".reference" },

        new("duties", Duties, Clerk, "/work") { Shows = FirstDuty },
        new("duties-overdue", Duties, Clerk, "/work?state=overdue") { Shows = ".tag.late" },
        new("duties-filtered", Duties, Clerk, "/work?section=1&kind=working_days_after_event&state=done") { Shows = ".chip" },
        new("duties-none-found", Duties, Clerk, "/work?words=xyzzy") { Shows = ".empty" },
        new("duties-odd-address", Duties, Clerk, "/work?state=nonsense") { Shows = ".notification" },
        new("duties-second-page", Duties, Clerk, "/work?state=all") { Then = Follow("[rel=next]"), Shows = "[rel=prev]" },
        new("duties-reviewer", Duties, Reviewer, "/work") { Shows = FirstDuty },
        new("duties-district", Duties, District, "/work") { Shows = FirstDuty },
        new("duties-office", Duties, Office, "/work") { Shows = FirstDuty },
        Own("duties-nothing-owed", Duties, ".empty", _ => Task.FromResult("/work")),

        Own("duty-working-days", Duty, ".week-grid .due", async agency => $"/work/obligations/{await OverdueAsync(agency)}"),
        new("duty-overdue", Duty, Clerk, "/work?state=overdue") { Then = Follow(FirstDuty), Shows = ".head .tag.late" },
        new("duty-upcoming", Duty, Clerk, "/work?kind=working_days_after_event&state=upcoming") { Then = Follow(FirstDuty), Shows = ".week-grid .makeup" },
        new("duty-periodic", Duty, Clerk, "/work?kind=periodic") { Then = Follow(FirstDuty), Shows = "#why" },
        new("duty-quota", Duty, District, "/work?kind=quota&state=all") { Then = Follow(FirstDuty), Shows = "#why" },
        new("duty-fulfilled", Duty, Clerk, "/work?state=on_time") { Then = Follow(FirstDuty), Shows = ".head .tag.done" },
        new("duty-fulfilled-late", Duty, Clerk, "/work?state=late") { Then = Follow(FirstDuty), Shows = ".head .tag.done-late" },
        new("duty-general", Duty, Clerk, "/work?section=0&state=all") { Then = Follow(FirstDuty), Shows = ".peers" },
        new("duty-reviewer", Duty, Reviewer, "/work?state=overdue") { Then = Follow(FirstDuty), Shows = ".head .tag.late" },
        new("duty-district", Duty, District, "/work") { Then = Follow(FirstDuty), Shows = "#why" },
        new("duty-office", Duty, Office, "/work") { Then = Follow(FirstDuty), Shows = "#why" },
        Own("duty-hours", Duty, "#why", async agency => $"/work/obligations/{await HoursAsync(agency)}"),
        Own("duty-just-logged", Duty, ".notification.success", async agency => $"/work/disclosures/log?for={await OverdueAsync(agency)}", LogAsync),

        new("duties-by-lead", Duties, District, "/work?district=dongcheng&by=lead") { Shows = ".table" },
        new("duties-by-section", Duties, District, "/work?district=dongcheng&by=section") { Shows = ".table" },
        new("duties-of-one-lead", Duties, District, "/work?district=dongcheng&state=all&lead=office") { Shows = ".chip" },
        new("duties-sub-unit", Duties, Street, "/work?state=all") { Shows = FirstDuty },
        new("duty-passed", Duty, District, Parts + "?state=all") { Then = Follow("tbody th a"), Shows = "#parts" },
        new("duty-part", Duty, Street, "/work?state=all") { Then = Follow(FirstDuty), Shows = "#passed-from" },
        new("units", Units, District, Units) { Shows = ".table" },
        new("units-duties", Parts, District, Parts) { Shows = ".table" },
        new("units-duties-none", Parts, District, Parts + "?unit=dongcheng-jiedao&state=late") { Shows = ".empty" },
        new("pass-changed", Pass, District, Parts + "?state=all") { Then = Follow("tbody th a", ".head a.quiet"), Shows = "#held" },
        InDistrict("pass", Pass, "#Input_Units", async district => $"/work/obligations/{await OverdueAsync(district.Agency)}/pass"),
        InDistrict("pass-errors", Pass, ".error-summary", async district => $"/work/obligations/{await OverdueAsync(district.Agency)}/pass", Press),
        InDistrict("units-none", Units, ".empty", _ => Task.FromResult(Units), units: 0),
        new("take-back", TakeBack, District, Parts + "?state=all") { Then = Follow("tbody th a", ".head a.quiet", "a[href*='take-back']"), Shows = ".button.danger" },

        new("log", Log, Clerk, "/work/disclosures/log") { Shows = "#Input_Address" },
        new("log-for-a-duty", Log, Clerk, "/work?state=overdue") { Then = Follow(".duties .button"), Shows = "#Input_Address" },
        new("log-errors", Log, Clerk, "/work/disclosures/log") { Then = Press, Shows = ".error-summary" },
        Own("log-hours", Log, "#Input_PublishedTime", async agency => $"/work/disclosures/log?for={await HoursAsync(agency)}"),
        Own("log-target", Log, "[inputmode=decimal]", async agency => $"/work/disclosures/log?for={await TargetAsync(agency)}"),
        Own("log-nothing-open", Log, ".empty", _ => Task.FromResult("/work/disclosures/log")),

        new("disclosures", Disclosures, Clerk, Disclosures) { Shows = ".table" },
        new("disclosures-found", Disclosures, Clerk, "/work/disclosures?q=公开") { Shows = ".chip" },
        new("disclosures-nothing-found", Disclosures, Clerk, "/work/disclosures?q=xyzzy") { Shows = ".empty" },
        new("disclosures-reviewer", Disclosures, Reviewer, Disclosures) { Shows = ".table" },
        Own("disclosures-none", Disclosures, ".empty", _ => Task.FromResult(Disclosures)),

        new("disclosure", Disclosure, Clerk, Disclosures) { Then = Follow("tbody th a"), Shows = "#record-heading" },
        new("disclosure-reviewer", Disclosure, Reviewer, Disclosures) { Then = Follow("tbody th a"), Shows = "#record-heading" },
        new("disclosure-no-reason", Disclosure, Clerk, Disclosures) { Then = WithdrawWithoutReasonAsync, Shows = ".error-summary" },
        Own("disclosure-withdrawn", Disclosure, ".tag.void", async agency => $"/work/disclosures/{await LoggedAsync(agency)}", WithdrawAsync),

        .. PartsTour.Stops,
        .. ActsTour.Stops,
        .. CasesTour.Stops,
        .. OversightTour.Stops,
        .. CalendarTour.Stops,
        .. PlansTour.Stops,
    ];

    private static Stop Own(string name, string route, string shows, Func<TestAgency, Task<string>> path, Func<Visitor, Task>? then = null) =>
        new(name, route, null, "")
        {
            Shows = shows,
            Then = then ?? (_ => Task.CompletedTask),
            Prepare = async server =>
            {
                var agency = await TestAgency.CreateAsync(server, role: PersonRole.Clerk);
                return (agency, await path(agency));
            },
        };

    private static Stop InDistrict(
        string name, string route, string shows, Func<TestDistrict, Task<string>> path, Func<Visitor, Task>? then = null, int units = 2) =>
        new(name, route, null, "")
        {
            Shows = shows,
            Then = then ?? (_ => Task.CompletedTask),
            Prepare = async server =>
            {
                var district = await TestDistrict.CreateAsync(server, units);
                return (district.Agency, await path(district));
            },
        };

    private static Func<Visitor, Task> Follow(params string[] selectors) => async visitor =>
    {
        foreach (var selector in selectors)
        {
            await visitor.Page.Locator(selector).First.ClickAsync();
        }
    };

    private static Task Press(Visitor visitor) => visitor.Page.ClickAsync(MainButton);

    private static async Task SignInAsNobodyAsync(Visitor visitor)
    {
        await visitor.Page.FillAsync("#Input_UserName", "nobody");
        await visitor.Page.FillAsync("#Input_Password", "not-a-password");
        await Press(visitor);
    }

    private static async Task SendWithoutTokenAsync(Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("() => document.querySelectorAll('main [name=__RequestVerificationToken]').forEach((token) => { token.value = ''; })");
        await Press(visitor);
    }

    private static async Task LogAsync(Visitor visitor)
    {
        await visitor.Page.FillAsync("#Input_Address", "https://agency.example/2016/10/20/1.html");
        await visitor.Page.FillAsync("#Input_Title", "行政处罚决定公开情况（2016年9月）");
        await Press(visitor);
    }

    private static async Task WithdrawWithoutReasonAsync(Visitor visitor)
    {
        await Follow("tbody th a")(visitor);
        await Press(visitor);
    }

    private static async Task WithdrawAsync(Visitor visitor)
    {
        await visitor.Page.FillAsync("#Input_Reason", "链接写错，另行登记。");
        await Press(visitor);
    }

    private static async Task<Guid> OverdueAsync(TestAgency agency) =>
        (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9)), "京测处字〔2016〕第1187号处罚决定"))[0].Id;

    private static async Task<Guid> HoursAsync(TestAgency agency) =>
        (await agency.TriggerAsync(TriggerKind.Emergency, BeijingTime.StartOf(new DateOnly(2016, 10, 19)).AddHours(15), "某地突发事件"))[0].Id;

    private static async Task<Guid> TargetAsync(TestAgency agency) => (await agency.OweAsync(agency.Plan.First(DeadlineRuleKind.Target)))[0].Id;

    private static async Task<Guid> LoggedAsync(TestAgency agency) =>
        (await agency.LogAsync("行政处罚决定公开情况", new DateOnly(2016, 9, 20), [await OverdueAsync(agency)])).DisclosureId!.Value;
}
