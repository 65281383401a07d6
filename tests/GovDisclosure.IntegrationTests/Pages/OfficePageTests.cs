using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>The municipal office's pages: days in the address, who is late in two clicks, and what is left out.</summary>
public sealed class OfficePageTests(OfficePortal office) : IClassFixture<OfficePortal>
{
    [Fact]
    public async Task Start_LateCase_TwoClicksAway()
    {
        var client = await office.OfficeAsync();
        var home = await client.GetAsync("/");
        var start = await client.GetAsync(home.Find("nav.tabs a[href='/office']").GetAttribute("href")!);

        var cases = await client.GetAsync(start.Find("main a.light[href^='/office/cases']").GetAttribute("href")!);

        var late = int.Parse(start.Text("main a.light[href^='/office/cases'] b"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(late > 0);
        Assert.Equal(late, cases.Document.QuerySelectorAll("[data-duty]").Length);
        Assert.All(cases.Texts("td .tag.late"), text => Assert.Contains("逾期", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/office?asof=2016-10-21", "还没有到")]
    [InlineData("/office?asof=2016-05-27", "印发")]
    [InlineData("/office?asof=30.9.2016", "无法识别")]
    [InlineData("/office?since=2016-10-20", "早于")]
    [InlineData("/office/matrix?compare=2017-01-01", "还没有到")]
    [InlineData("/office/duties?from=soon", "无法识别")]
    [InlineData("/office/duties?red=2016-10-20", "早于")]
    [InlineData("/office/cases?asof=2030-01-01", "还没有到")]
    [InlineData("/office/agencies?asof=2015-01-01", "印发")]
    public async Task Day_ThatCannotBeLookedAt_AnsweredInWordsBesideTheField(string path, string words)
    {
        var client = await office.OfficeAsync();

        var page = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Text(".field-error"), StringComparison.Ordinal);
        var field = page.Find("input[aria-invalid=true]");
        Assert.Equal(page.Find(".field-error").Id, field.GetAttribute("aria-describedby"));
        var given = path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.Equal(given, field.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/office/duties/export?asof=2030-01-01&format=csv")]
    [InlineData("/office/matrix/export?compare=never&format=xlsx")]
    [InlineData("/office/duties/export?format=pdf")]
    public async Task File_OfADayOrFormThatIsNone_Refused(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await (await office.OfficeAsync()).GetAsync(path)).Status);

    [Fact]
    public async Task PastDay_AskedAgainAfterAChange_AnswersTheSame()
    {
        var client = await office.OfficeAsync();
        var before = (await client.GetAsync("/office/matrix/export?asof=2016-06-30&format=csv")).Body;

        // Something recorded later says that a duty of those days was exempt.
        await Sql.RunAsync(office.Administrator, """
            WITH chosen AS (
              SELECT agency_id, obligation_id, valid_from, due_at FROM gov.obligation_standing WHERE valid_to IS NULL AND disposition = 'open' AND valid_from < '2016-06-15'
              ORDER BY due_at, obligation_id LIMIT 5
            ), ended AS (
              UPDATE gov.obligation_standing s SET valid_to = '2016-10-19' FROM chosen c
              WHERE s.agency_id = c.agency_id AND s.obligation_id = c.obligation_id AND s.valid_from = c.valid_from RETURNING s.agency_id)
            SELECT count(*) FROM ended
            """);
        await Sql.RunAsync(office.Administrator, """
            INSERT INTO gov.obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason)
            SELECT agency_id, obligation_id, valid_to, due_at, 'exempt', 'exempted' FROM gov.obligation_standing WHERE valid_to = '2016-10-19'
            """);

        Assert.Equal(before, (await client.GetAsync("/office/matrix/export?asof=2016-06-30&format=csv")).Body);
        Assert.NotEqual(
            (await client.GetAsync("/office/duties/export?state=exempt&asof=2016-10-18&format=csv")).Body,
            (await client.GetAsync("/office/duties/export?state=exempt&format=csv")).Body);
    }

    [Fact]
    public async Task Matrix_Sorted_HeadSaysSoAndRatesRise()
    {
        var client = await office.OfficeAsync();

        var page = await client.GetAsync("/office/matrix?class=districts&sort=rate");

        Assert.Equal("ascending", page.Find("th[aria-sort]").GetAttribute("aria-sort"));
        var rates = page.Document.QuerySelectorAll(".matrix tbody tr:not(.total)")
            .Select(row => int.Parse(row.QuerySelector("td a.cell b")!.TextContent.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(16, rates.Count);
        Assert.Equal(rates.Order(), rates);
    }

    [Fact]
    public async Task Matrix_NoDutiesAndNothingDue_SaidInWordsAndNotRated()
    {
        var page = await (await office.OfficeAsync()).GetAsync("/office/matrix?asof=2016-05-31");

        var unrated = page.Document.QuerySelectorAll("td.rate-none").ToList();
        Assert.NotEmpty(unrated);
        Assert.All(unrated, cell => Assert.Matches("无任务|尚无到期", cell.TextContent));
        Assert.DoesNotContain("%", string.Concat(unrated.Select(cell => cell.QuerySelector(".cell")!.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agency_People_OnlyThoseWhoCanSignIn()
    {
        var id = await office.IdAsync("SELECT id FROM gov.agency WHERE code = 'zhichan'");
        await Sql.RunAsync(office.Administrator, "UPDATE accounts.person SET is_active = false WHERE user_name = 'zhichan.lead'");

        var page = await (await office.OfficeAsync()).GetAsync($"/office/agencies/{id}");

        var people = page.Text("section[aria-labelledby=people-heading]");
        Assert.Contains("经办人", people, StringComparison.Ordinal);
        Assert.Contains("审核人", people, StringComparison.Ordinal);
        Assert.DoesNotContain("分管负责人", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chart_OnTheStartPage_HasTitleDescriptionAndTable()
    {
        var page = await (await office.OfficeAsync()).GetAsync("/office");

        var charts = page.Document.QuerySelectorAll("figure.chart").ToList();
        Assert.Equal(2, charts.Count);
        foreach (var chart in charts)
        {
            var drawing = chart.QuerySelector("svg[role=img]")!;
            Assert.All(drawing.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.Find($"#{id}").TextContent));
            Assert.NotEmpty(drawing.QuerySelectorAll("text"));
            Assert.NotEmpty(chart.QuerySelectorAll("details table tbody tr"));
        }
    }

    [Fact]
    public async Task Remind_TickedDuties_FormIsAskedForTheirAgenciesToo()
    {
        var client = await office.OfficeAsync();
        var list = await client.GetAsync("/office/duties?state=overdue");
        var ticked = list.Document.QuerySelectorAll("[data-duty]").Take(2).Select(row => row.GetAttribute("data-duty")!).ToList();
        var agencies = await Sql.ListAsync(office.Administrator, $"SELECT DISTINCT agency_id FROM gov.obligation WHERE id IN ('{ticked[0]}', '{ticked[1]}')");

        var answer = await client.GetAsync($"/office/remind?duty={ticked[0]}&duty={ticked[1]}");
        var nothing = await client.OpenAsync("/office/remind");

        Assert.StartsWith("/office/notices/new?", answer.Location, StringComparison.Ordinal);
        Assert.All(ticked, id => Assert.Contains($"duty={id}", answer.Location, StringComparison.Ordinal));
        Assert.All(agencies, id => Assert.Contains($"agency={id}", answer.Location, StringComparison.Ordinal));
        Assert.Contains("勾选", nothing.Text(".notification"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thresholds_SetByAnAdministrator_ChangeColoursAndWhatIsSoon()
    {
        var administrator = await office.Portal.SignInAsync("admin");
        await SetThresholdsAsync(administrator, 10, 100, 1);
        var client = await office.OfficeAsync();

        var page = await client.GetAsync("/office/matrix");
        var start = await client.GetAsync("/office");
        await SetThresholdsAsync(administrator, 3, 95, 80);

        Assert.Contains("100%", page.Text("p.muted"), StringComparison.Ordinal);
        Assert.Contains("1%", page.Text("p.muted"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("td.rate-poor a.cell b"), rate => rate.TextContent is not "0%");
        Assert.Contains("10 个工作日", start.Text(".lights"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PersonRole.Clerk)]
    [InlineData(PersonRole.District)]
    public async Task Office_SomebodyElse_Refused(string role)
    {
        var client = await office.Portal.SignInAsync(role == PersonRole.Clerk ? "gongshang.clerk" : "dongcheng.district");

        foreach (var path in (string[])["/office", "/office/matrix", "/office/duties/export?format=csv", "/office/remind"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(path)).Status);
        }
    }

    // Set for as long as one test runs.
    private static async Task SetThresholdsAsync(PortalClient administrator, int dueSoon, int green, int amber)
    {
        static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var form = PortalForm.Of(await administrator.GetAsync("/admin/settings"), "main form[method=post]")
            .With("Input.DueSoonWorkingDays", Text(dueSoon)).With("Input.GreenPercent", Text(green)).With("Input.AmberPercent", Text(amber));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(form)).Status);
    }
}
