using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>A district passes a task down, a street office fulfils it, and each sees what is its own.</summary>
public sealed class DistrictJourneyTests(PortalServer server)
{
    private const string PassForm = "main form[method=post]";

    [Fact]
    public async Task PassDown_StreetOfficeFulfils_DistrictsDutyIsDone()
    {
        var (district, duty, client) = await NewCaseAsync();
        var street = district.Units[0];
        var path = $"/work/obligations/{duty.Id}";
        Assert.NotNull((await client.GetAsync(path)).Document.QuerySelector($"a[href='{path}/pass']"));

        var passed = await client.SubmitAsync(Filled(await client.GetAsync($"{path}/pass"), street));
        var told = await client.GetAsync(passed.Location!);
        var clerk = await server.Portal.SignInAsync(street.UserName);
        var list = await clerk.GetAsync("/work");
        var part = list.Find("a.row-link").GetAttribute("href")!;
        var page = await clerk.GetAsync(part);
        var logged = await clerk.SubmitAsync(PortalForm.Of(await clerk.GetAsync($"/work/disclosures/log?for={part.Split('/')[^1]}"), PassForm)
            .With("Input.Address", "https://street.example/1.html").With("Input.Title", "街道公开的信息").With("Input.PublishedOn", "2016-10-19"));
        var done = await client.GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, path), (passed.Status, passed.Location));
        Assert.Contains(street.Agency.ShortName, told.Text("section[aria-labelledby=parts]"), StringComparison.Ordinal);
        Assert.Contains(district.Agency.Agency.ShortName, list.Text(".duties .meta"), StringComparison.Ordinal);
        Assert.Contains("请于月底前公开", page.Text("section[aria-labelledby=passed-from]"), StringComparison.Ordinal);
        Assert.Contains("10月28日", page.Text("section[aria-labelledby=passed-from]"), StringComparison.Ordinal);
        Assert.Contains("11月7日", page.Text("section[aria-labelledby=passed-from]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, logged.Status);
        Assert.NotNull(done.Document.QuerySelector(".duty-head .tag.done"));
        Assert.Contains("街道公开的信息", done.Text("section[aria-labelledby=parts]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2016-11-08")]
    [InlineData("2016-10-19")]
    [InlineData("")]
    [InlineData("2016-02-30")]
    [InlineData("31/10/2016")]
    public async Task PassDown_DateThatCannotBe_SaidBesideItsFieldAndTheFormIsKept(string due)
    {
        var (district, duty, client) = await NewCaseAsync();

        var answer = await client.SubmitAsync(Filled(await client.GetAsync($"/work/obligations/{duty.Id}/pass"), district.Units[0]).With($"Input.Dues[{district.Units[0].Id}]", due));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var link = Assert.Single(answer.Document.QuerySelectorAll(".error-summary a"));
        Assert.Equal($"Input.Dues[{district.Units[0].Id}]", answer.Find(link.GetAttribute("href")!).GetAttribute("name"));
        Assert.DoesNotContain("Rule.", link.TextContent, StringComparison.Ordinal);
        var kept = PortalForm.Of(answer, PassForm).Fields.ToLookup(pair => pair.Key, pair => pair.Value);
        Assert.Equal([district.Units[0].Id.ToString()], kept["Input.Units"]);
        Assert.Equal(["请于月底前公开"], kept["Input.Note"]);
        Assert.Equal(0L, await CountAsync("duty_part", district.Agency));
    }

    [Fact]
    public async Task PassDown_SentTwice_OncePassed()
    {
        var (district, duty, client) = await NewCaseAsync();
        var form = Filled(await client.GetAsync($"/work/obligations/{duty.Id}/pass"), district.Units[0]);

        var answers = await Task.WhenAll(client.SubmitAsync(form), client.SubmitAsync(form));

        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, answer.Status.ToString()));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Equal(1L, await CountAsync("duty_part", district.Agency));
        Assert.Equal(1L, await CountAsync("audit_entry", district.Agency));
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(form)).Status);
    }

    [Fact]
    public async Task TakeBack_WithAReason_UnitSeesItAndMayBeGivenItAgain()
    {
        var (district, duty, client) = await NewCaseAsync();
        await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[0]]);
        var part = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);
        var pass = $"/work/obligations/{duty.Id}/pass";
        var path = (await client.GetAsync(pass)).Find("a[href*='take-back']").GetAttribute("href")!;

        var without = await client.SubmitAsync(PortalForm.Of(await client.GetAsync(path), PassForm));
        var form = PortalForm.Of(await client.GetAsync(path), PassForm).With("Input.Reason", "改由街道承担");
        var done = await client.SubmitAsync(form);
        var twice = await client.SubmitAsync(form);
        var unit = await (await server.Portal.SignInAsync(district.Units[0].UserName)).GetAsync($"/work/obligations/{part}");

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.NotEmpty(without.Texts(".error-summary li"));
        Assert.Equal((HttpStatusCode.Redirect, pass), (done.Status, done.Location));
        Assert.Equal((HttpStatusCode.Redirect, pass), (twice.Status, twice.Location));
        Assert.Contains("改由街道承担", unit.Body, StringComparison.Ordinal);
        Assert.NotNull(unit.Document.QuerySelector(".duty-head .tag.void"));
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(Filled(await client.GetAsync(pass), district.Units[0]))).Status);
    }

    [Fact]
    public async Task Release_GrantedToTheDistrict_OfficeIsToldBeforeAndTheUnitAfter()
    {
        var (district, duty, client) = await NewCaseAsync();
        await district.PassAsync(duty.Id, RollUpMode.All);
        var part = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);
        var ask = await client.GetAsync($"/work/obligations/{duty.Id}/request");
        await district.Agency.AskAsync(duty.Id, null);
        var office = await server.Portal.SignInAsync((await TestAgency.CreateOfficeAsync(server)).UserName);
        var request = await office.GetAsync($"/office/requests/{(await district.Agency.RequestAsync(duty.Id)).Id}");

        var decided = await office.SubmitAsync(PortalForm.Of(request, PassForm).With("Input.Outcome", "Grant").With("Input.Note", "依法不予公开"));
        var unit = await server.Portal.SignInAsync(district.Units[0].UserName);
        var list = await unit.GetAsync("/work");
        var page = await unit.GetAsync($"/work/obligations/{part}");
        var whole = await client.GetAsync($"/work/obligations/{duty.Id}");

        Assert.Contains("下级单位 2 个", ask.Text("section[aria-labelledby=duty]"), StringComparison.Ordinal);
        Assert.Contains("下级单位 2 个", request.Text("section[aria-labelledby=decide]"), StringComparison.Ordinal);
        Assert.DoesNotContain(district.Units[0].Agency.ShortName, request.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, decided.Status);
        Assert.Empty(list.Document.QuerySelectorAll(".duties > li"));
        Assert.Contains("依法不予公开", page.Text("section[aria-labelledby=passed-from]"), StringComparison.Ordinal);
        Assert.Contains("依法不予公开", page.Text(".timeline"), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".duty-head .tag.void"));
        Assert.Null(whole.Document.QuerySelector($"a[href='/work/obligations/{duty.Id}/pass']"));
        Assert.Equal(2, whole.Texts(".timeline li").Count(entry => entry.Contains("随之收回", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Parts_WithMoreThanTheCardShows_SaysHowMany()
    {
        var district = await TestDistrict.CreateAsync(server);
        var duty = (await district.Agency.OweAsync(server.Plan.First(DeadlineRuleKind.Quota)))[^1];
        await district.PassAsync(duty.Id, RollUpMode.All);
        for (var number = 1; number <= 12; number++)
        {
            await district.Units[0].LogAsync($"第{number:00}次公开", TestClock.Today.AddDays(-1), [await TestDistrict.PartOfAsync(district.Units[0], duty.Id)], new TimeOnly(9, number));
        }

        await district.Units[1].LogAsync("另一单位公开", TestClock.Today.AddDays(-1), [await TestDistrict.PartOfAsync(district.Units[1], duty.Id)]);
        var page = await (await server.Portal.SignInAsync(district.Agency.UserName)).GetAsync($"/work/obligations/{duty.Id}");

        var parts = page.Texts("section[aria-labelledby=parts] tbody tr");
        Assert.Contains(parts, part => part.Contains("显示最近 10 条，共 12 条。", StringComparison.Ordinal) && part.Contains("第12次公开", StringComparison.Ordinal) && !part.Contains("第02次公开", StringComparison.Ordinal));
        Assert.Contains(parts, part => part.Contains("另一单位公开", StringComparison.Ordinal) && !part.Contains("显示最近", StringComparison.Ordinal));
        Assert.Equal(11, page.Document.QuerySelectorAll("section[aria-labelledby=parts] .plain-list li").Length);
    }

    [Fact]
    public async Task Pages_OfOthers_NotFoundOrForbidden()
    {
        var (district, duty, client) = await NewCaseAsync();
        await district.PassAsync(duty.Id, RollUpMode.All);
        var (neighbour, _, stranger) = await NewCaseAsync();
        var part = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);
        var sibling = await server.Portal.SignInAsync(district.Units[1].UserName);
        var take = $"/work/obligations/{duty.Id}/pass/take-back?unit={district.Units[0].Id}";

        foreach (var path in new[] { $"/work/obligations/{duty.Id}/pass", take, $"/work/obligations/{duty.Id}", $"/work/units/duties?unit={district.Units[0].Agency.Code}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await sibling.GetAsync(path)).Status);
        }

        // Neither the district's own page nor a sibling's shows a part as if it were one's own duty.
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/work/obligations/{part}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/work/obligations/{part}/pass")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sibling.GetAsync($"/work/obligations/{part}")).Status);
        var form = Filled(await client.GetAsync($"/work/obligations/{(await district.Agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 10, 11))))[0].Id}/pass"), district.Units[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync(form.With("Input.Units", neighbour.Units[0].Id.ToString()))).Status);
        Assert.Equal(0L, await CountAsync("obligation", neighbour.Units[0]));
    }

    [Fact]
    public async Task Work_OfADistrict_KeepsItInTheAddressAndEveryFigureOpensItsRows()
    {
        var client = await server.Portal.SignInAsync("dongcheng.district");
        var first = await client.GetAsync("/work?state=overdue");
        Assert.Equal("/work?state=overdue&district=dongcheng", first.Location);
        var home = await client.OpenAsync("/");
        Assert.Contains(home.Document.QuerySelectorAll("a.light"), light => light.GetAttribute("href")!.Contains("overdue", StringComparison.Ordinal));

        foreach (var by in new[] { "lead", "section" })
        {
            var page = await client.GetAsync($"/work?district=dongcheng&by={by}");
            var figures = page.Document.QuerySelectorAll("main td a").ToList();
            Assert.NotEmpty(figures);
            foreach (var figure in figures.Where((_, place) => place % 7 == 0))
            {
                Assert.Contains("district=dongcheng", figure.GetAttribute("href"), StringComparison.Ordinal);
                Assert.Equal(figure.LastChild!.TextContent, await FoundAsync(client, figure.GetAttribute("href")!));
            }
        }

        var units = await client.GetAsync("/work/units");
        Assert.Equal(4, units.Document.QuerySelectorAll("tbody tr").Length);
        foreach (var figure in units.Document.QuerySelectorAll("tbody td a"))
        {
            var rows = (await client.GetAsync(figure.GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr").Length;
            Assert.Equal(figure.LastChild!.TextContent, rows.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("/work?district=xicheng&lead=nobody&by=x")]
    [InlineData("/work?district=dongcheng&lead=-&by=lead&section=0")]
    [InlineData("/work/units/duties?state=nonsense&after=x&before=%00")]
    [InlineData("/work/units/duties?unit=%27%00&unit=x")]
    public async Task Query_Nonsense_NeverFails(string path)
    {
        var client = await server.Portal.SignInAsync("dongcheng.district");

        Assert.True((int)(await client.GetAsync(path)).Status < 500);
    }

    private static async Task<string> FoundAsync(PortalClient client, string path)
    {
        var count = 0;
        for (string? next = path; next is not null;)
        {
            var page = await client.GetAsync(next);
            count += page.Document.QuerySelectorAll("main .duties > li").Length;
            next = page.Document.QuerySelector(".pager [rel=next]")?.GetAttribute("href");
        }

        return count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static PortalForm Filled(PortalPage page, TestAgency unit) => PortalForm.Of(page, PassForm)
        .With("Input.Units", unit.Id.ToString()).With($"Input.Dues[{unit.Id}]", "2016-10-28").With("Input.RollUp", "All").With("Input.Note", "请于月底前公开");

    private Task<long> CountAsync(string table, TestAgency agency) =>
        Sql.ScalarAsync<long>(server.Administrator, $"SELECT count(*) FROM gov.{table} WHERE agency_id = $1", agency.Id);

    private async Task<(TestDistrict District, Obligation Duty, PortalClient Client)> NewCaseAsync()
    {
        var district = await TestDistrict.CreateAsync(server, role: PersonRole.District);
        var duties = await district.Agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 10, 10)));
        return (district, duties[0], await server.Portal.SignInAsync(district.Agency.UserName));
    }
}
