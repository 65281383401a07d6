using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Settings;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Settings;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Admin;

/// <summary>What administrators set for everybody: thresholds, defaults for words without a number, and who is the last of them.</summary>
public sealed class SettingsTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Form = "main form[method=post]";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thresholds_Changed_AmberAtOnceAndPastDaysKeepTheirs()
    {
        var admin = await own.SignInAsync("office", PersonRole.Administrator);
        var clerk = await own.SignInAsync("gongshang", PersonRole.Clerk);
        await ChangeAsync(admin, 0, 95, 80);
        var before = await SoonAsync(clerk);

        var changed = await ChangeAsync(admin, 30, 90, 70);
        var after = await SoonAsync(clerk);
        var settings = await admin.GetAsync("/admin/settings");

        Assert.Equal(HttpStatusCode.Redirect, changed.Status);
        Assert.True(after > before, $"{before} → {after}");
        Assert.Equal("30", settings.Find("#Input_DueSoonWorkingDays").GetAttribute("value"));
        Assert.Equal(new Thresholds(30, 90, 70), await AtAsync(OwnPortal.Today));
        Assert.Equal(Thresholds.Default, await AtAsync(OwnPortal.Today.AddDays(-1)));
        Assert.Equal(
            "0 -> 30",
            await Sql.ScalarAsync<string>(
                own.Administrator,
                "SELECT (details #>> '{DueSoonWorkingDays,Old}') || ' -> ' || (details #>> '{DueSoonWorkingDays,New}') FROM gov.audit_entry WHERE action = 'admin.thresholds.changed' ORDER BY at DESC, id DESC LIMIT 1"));

        await using var later = own.NewPortal(OwnPortal.Today.AddDays(1));
        var next = later.NewClient();
        Assert.Equal(HttpStatusCode.OK, (await next.GetAsync("/health/ready")).Status);
    }

    [Theory]
    [InlineData("61", "95", "80", "#Input_DueSoonWorkingDays")]
    [InlineData("3", "80", "95", "#Input_AmberPercent")]
    [InlineData("3", "101", "80", "#Input_GreenPercent")]
    [InlineData("three", "95", "80", "#Input_DueSoonWorkingDays")]
    [InlineData("", "95", "80", "#Input_DueSoonWorkingDays")]
    public async Task Thresholds_ThatCannotBe_SaidBesideTheField(string soon, string green, string amber, string link)
    {
        var admin = await own.SignInAsync("office", PersonRole.Administrator);

        var answer = await admin.SubmitAsync("/admin/settings", Form, ("Input.DueSoonWorkingDays", soon), ("Input.GreenPercent", green), ("Input.AmberPercent", amber));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(link, answer.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(soon, answer.Find("#Input_DueSoonWorkingDays").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task AssumedRule_Monthly_ReplacesWhatHasNotBegunAndNothingElse()
    {
        var admin = await own.SignInAsync("office", PersonRole.Administrator);
        var path = "/admin/rules/change?word=" + Uri.EscapeDataString("定期");
        var (third, fourth, owing) = (await CountAsync("2016-Q3"), await CountAsync("2016-Q4"), await CountAsync("2016-Q4", "DISTINCT o.agency_id"));
        var stale = PortalForm.Of(await admin.GetAsync(path), Form);

        var preview = await admin.GetAsync(path);
        var answer = await admin.SubmitAsync(path, Form, ("Input.Kind", nameof(DeadlineRuleKind.Periodic)), ("Input.Period", nameof(PeriodUnit.Month)), ("Input.Basis", "新口径"));
        var list = await admin.GetAsync("/admin/rules");
        var refused = await admin.SubmitAsync(stale.With("Input.Basis", "另一口径"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.True(fourth > 0);
        Assert.Contains(preview.Texts("dd"), text => text.StartsWith($"{fourth} ", StringComparison.Ordinal));
        Assert.Equal(third, await CountAsync("2016-Q3"));
        Assert.Equal(0L, await CountAsync("2016-Q4"));
        Assert.Equal(fourth, await CountAsync("2016-Q4", disposition: "cancelled"));
        Assert.Equal(0L, await CountAsync("2016-08", assumed: "定期"));
        Assert.All(["2016-09", "2016-10", "2016-11", "2016-12"], month => Assert.Equal(fourth, CountAsync(month, assumed: "定期").GetAwaiter().GetResult()));
        Assert.True(owing > 0);
        Assert.Contains(list.Texts("tbody tr"), text => text.Contains("新口径", StringComparison.Ordinal) && text.Contains("测试人员", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            $"quarter -> month {fourth} {fourth * 4}",
            await Sql.ScalarAsync<string>(
                own.Administrator,
                """
                SELECT (details #>> '{Period,Old}') || ' -> ' || (details #>> '{Period,New}') || ' ' || (details ->> 'Cancelled') || ' ' || (details ->> 'Made')
                FROM gov.audit_entry WHERE action = 'admin.assumed_rule.changed' AND details ->> 'Word' = '定期'
                """));
    }

    [Fact]
    public async Task AssumedRule_FewerWorkingDays_ForTriggersFromNowOn()
    {
        var admin = await own.SignInAsync("office", PersonRole.Administrator);
        var before = await DaysAsync();

        var answer = await admin.SubmitAsync("/admin/rules/change?word=" + Uri.EscapeDataString("及时"), Form, ("Input.Value", "15"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal([20m], before);
        Assert.Equal([15m], await DaysAsync());
    }

    [Theory]
    [InlineData("及时", "FixedDate", "20", "Month", "#Input_Kind")]
    [InlineData("持续", "Periodic", "", "", "#Input_Period")]
    [InlineData("实时", "WorkingDaysAfterEvent", "0", "Month", "#Input_Value")]
    [InlineData("持续", "Nonsense", "", "Month", "#Input_Kind")]
    public async Task AssumedRule_ThatCannotBe_SaidBesideTheField(string word, string kind, string value, string period, string link)
    {
        var admin = await own.SignInAsync("office", PersonRole.Administrator);
        var path = "/admin/rules/change?word=" + Uri.EscapeDataString(word);

        var answer = await admin.SubmitAsync(path, Form, ("Input.Kind", kind), ("Input.Value", value), ("Input.Period", period));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(link, answer.Find(".error-summary a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("年底前")]
    [InlineData("马上")]
    [InlineData("")]
    public async Task AssumedRule_WordWithoutAChoice_NotFound(string word)
    {
        var admin = await own.SignInAsync("office", PersonRole.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/rules/change?word=" + Uri.EscapeDataString(word))).Status);
    }

    [Fact]
    public async Task LastAdministrator_NeitherDeactivatedNorDemoted()
    {
        // By the service, on behalf of nobody: by the pages nobody could ask it of anybody but oneself.
        await own.SignInAsync("office", PersonRole.Administrator);
        await using var scope = own.Portal.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var service = scope.ServiceProvider.GetRequiredService<PersonService>();
        var administrators = await (
            from person in accounts.Users
            where person.IsActive && accounts.UserRoles.Any(held => held.UserId == person.Id
                && accounts.Roles.Any(role => role.Id == held.RoleId && role.Name == PersonRole.Administrator))
            select person.Id).ToListAsync(Cancellation);
        foreach (var id in administrators.Skip(1))
        {
            Assert.True((await service.SetActiveAsync(id, active: false, Cancellation)).IsDone);
        }

        var last = administrators[0];
        Assert.Equal("LastAdministrator", Assert.Single((await service.SetActiveAsync(last, active: false, Cancellation)).Violations).Code);
        Assert.Equal("LastAdministrator", Assert.Single((await service.ChangeRolesAsync(last, [PersonRole.Clerk], Cancellation)).Violations).Code);
        Assert.True(await accounts.Users.AsNoTracking().AnyAsync(person => person.Id == last && person.IsActive, Cancellation));
    }

    private static Task<PortalPage> ChangeAsync(PortalClient admin, int soon, int green, int amber) => admin.SubmitAsync(
        "/admin/settings", Form,
        ("Input.DueSoonWorkingDays", Number(soon)), ("Input.GreenPercent", Number(green)), ("Input.AmberPercent", Number(amber)));

    private static async Task<int> SoonAsync(PortalClient clerk) =>
        int.Parse((await clerk.GetAsync("/work")).Text(".light.soon b"), System.Globalization.CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Thresholds> AtAsync(DateOnly day)
    {
        await using var scope = own.Portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ThresholdQueries>().AtAsync(BeijingTime.EndOf(day), Cancellation);
    }

    private async Task<IReadOnlyList<decimal>> DaysAsync()
    {
        await using var scope = own.Portal.Services.CreateAsyncScope();
        await using var db = scope.ServiceProvider.GetRequiredService<GovDbContextFactory>().Create(AccessScope.Anonymous);
        var agency = await db.Agencies.SingleAsync(row => row.Code == "gongshang", Cancellation);
        var plan = await db.WorkPlans.SingleAsync(Cancellation);
        var rules = await TriggeredRules.OfAsync(db, plan.Id, agency.Id, Cancellation);
        return [.. rules.Where(rule => rule.Rule is { Assumed: true, Phrase: "及时" }).Select(rule => rule.Rule.Value!.Value).Distinct()];
    }

    private Task<long> CountAsync(string key, string what = "*", string disposition = "open", string assumed = "定期") => Sql.ScalarAsync<long>(
        own.Administrator,
        $"""
        SELECT count({what}) FROM gov.obligation o
        JOIN gov.task_rule r ON r.id = o.rule_id AND r.assumed AND r.phrase = $2
        JOIN gov.obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = $3
        WHERE o.occurrence_key = $1
        """,
        key, assumed, disposition);
}
