using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.IntegrationTests.Admin;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>The office says which members of 相关区政府 a task means: what that does to duties, and who sees it.</summary>
public sealed class ChoiceTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Open = """
        SELECT a.short_name || ' ' || count(*) FROM gov.obligation o JOIN gov.agency a ON a.id = o.agency_id AND a.kind = 'district'
        JOIN gov.obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = 'open'
        WHERE o.task_id = $1 GROUP BY a.short_name ORDER BY a.short_name
        """;

    [Fact]
    public async Task Choose_SomeDistricts_OthersOweNothingFromNowOn_AndAreTakenBackAgain()
    {
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);
        var (assignment, task) = await AssignmentAsync("相关区政府", 0);
        var path = $"/office/tasks/groups/{assignment}";
        var all = await OpenAsync(task);
        var other = await OpenAsync((await AssignmentAsync("各区政府", 0)).Task);
        var dongcheng = await IdAsync("dongcheng");
        var xicheng = await IdAsync("xicheng");
        var matrix = (await office.GetAsync("/office/matrix?asof=2016-08-01")).Texts("main tbody tr");

        var preview = await office.SubmitAsync(PortalForm.Of(await office.GetAsync(path), "form.card").With("Input.Members", dongcheng, xicheng).With("Input.Note", "试点区"));
        Assert.Equal(all, await OpenAsync(task));
        var save = PortalForm.Of(preview, "form.card");
        var answers = await Task.WhenAll(SaveAsync(office, path, save), SaveAsync(office, path, save));
        var stale = await SaveAsync(office, path, save.With("Input.Members", dongcheng).With("Input.Previewed", dongcheng));

        Assert.Equal(2, all.Count(row => row.StartsWith("东城区", StringComparison.Ordinal) || row.StartsWith("西城区", StringComparison.Ordinal)));
        Assert.All(answers, answer => Assert.Equal($"/office/tasks/{task}", answer.Location));
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.Equal(1, await CountAsync(assignment));
        Assert.Equal(all.Where(row => row.StartsWith("东城区", StringComparison.Ordinal) || row.StartsWith("西城区", StringComparison.Ordinal)), await OpenAsync(task));
        Assert.Equal(matrix, (await office.GetAsync("/office/matrix?asof=2016-08-01")).Texts("main tbody tr"));
        Assert.Equal(other, await OpenAsync((await AssignmentAsync("各区政府", 0)).Task));
        // Who is meant, who chose, and when: the office, the agency, and without the name the public.
        Assert.Contains("测试人员", (await office.GetAsync($"/office/tasks/{task}")).Text("section[aria-labelledby=groups-heading]"), StringComparison.Ordinal);
        var published = (await own.Portal.NewClient().GetAsync("/plan/2016")).Text("main");
        Assert.Contains("本任务指：东城区、西城区", published, StringComparison.Ordinal);
        Assert.DoesNotContain("测试人员", published, StringComparison.Ordinal);
        var duty = await Sql.ScalarAsync<Guid>(own.Administrator, "SELECT id FROM gov.obligation WHERE task_id = $1 AND agency_id = $2 LIMIT 1", task, Guid.Parse(dongcheng));
        var district = await own.SignInAsync("dongcheng", PersonRole.District);
        Assert.Contains("测试人员", (await district.GetAsync($"/work/obligations/{duty}")).Text("section[aria-labelledby=words]"), StringComparison.Ordinal);
        var left = await Sql.ScalarAsync<Guid>(
            own.Administrator,
            "SELECT o.id FROM gov.obligation o JOIN gov.obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL WHERE o.task_id = $1 AND o.agency_id = $2 AND s.reason = 'narrowed' LIMIT 1",
            task, Guid.Parse(await IdAsync("chaoyang")));
        Assert.Contains("试点区", (await (await own.SignInAsync("chaoyang", PersonRole.District)).GetAsync($"/work/obligations/{left}")).Text("section[aria-labelledby=history]"), StringComparison.Ordinal);

        // All of them again: what is not due yet is owed again.
        var back = PortalForm.Of(await office.GetAsync(path), "form.card").With("Input.Members", [.. await Sql.ListAsync(own.Administrator, "SELECT id FROM gov.agency WHERE kind = 'district'")]);
        await SaveAsync(office, path, PortalForm.Of(await office.SubmitAsync(back), "form.card"));
        Assert.Equal(await DueLaterAsync(task, all), await DueLaterAsync(task, await OpenAsync(task)));
        Assert.Equal(2, await CountAsync(assignment));
    }

    [Fact]
    public async Task Choose_NobodyOrAStranger_IsRefused_AndEveryMeansEvery()
    {
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);
        var path = $"/office/tasks/groups/{(await AssignmentAsync("相关区政府", 1)).Assignment}";
        var form = PortalForm.Of(await office.GetAsync(path), "form.card");

        var nobody = await office.SubmitAsync(form.With("Input.Members"));
        var stranger = await office.SubmitAsync(form.With("Input.Members", await IdAsync("gongshang")));
        var wrong = await office.SubmitAsync(form.With("Input.Members", "keiner"));
        var every = $"/office/tasks/groups/{(await AssignmentAsync("各区政府", 0)).Assignment}";
        var closed = await office.SubmitAsync(PortalForm.Of(await office.GetAsync(every), "form.card").With("Input.Members", await IdAsync("dongcheng")));

        Assert.All(new[] { nobody, stranger, wrong, closed }, page => Assert.Equal(HttpStatusCode.BadRequest, page.Status));
        Assert.Equal("#Input_Members", nobody.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal("#Input_Members", stranger.Find(".error-summary a").GetAttribute("href"));
        Assert.Contains("全部成员", closed.Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync((await AssignmentAsync("相关区政府", 1)).Assignment));
    }

    [Fact]
    public async Task Choose_WhatIsDone_Stays()
    {
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);
        var (assignment, task) = await AssignmentAsync("市政府相关部门", 0);
        var planning = Guid.Parse(await IdAsync("fagai"));
        var duty = await Sql.ScalarAsync<Guid>(own.Administrator, "SELECT id FROM gov.obligation WHERE task_id = $1 AND agency_id = $2 AND trigger_id IS NULL ORDER BY window_start LIMIT 1", task, planning);
        await Sql.RunAsync(
            own.Administrator,
            "WITH d AS (INSERT INTO gov.disclosure (agency_id, id, request_key, title, address, published_at, has_time, logged_at, logged_by_name, is_sample) VALUES ($1, gen_random_uuid(), gen_random_uuid(), '已公开', 'https://x.example/', '2016-08-01T00:00:00Z', false, '2016-08-01T00:00:00Z', '经办人', false) RETURNING id) INSERT INTO gov.fulfilment (agency_id, obligation_id, disclosure_id, valid_from, published_at) SELECT $1, $2, id, '2016-08-01T00:00:00Z', '2016-08-01T00:00:00Z' FROM d",
            planning, duty);
        var path = $"/office/tasks/groups/{assignment}";

        var preview = await office.SubmitAsync(PortalForm.Of(await office.GetAsync(path), "form.card").With("Input.Members", await IdAsync("jiaowei")));
        await SaveAsync(office, path, PortalForm.Of(preview, "form.card"));

        Assert.True(await CountAsync(assignment) == 1);
        Assert.Equal("open", await Sql.ScalarAsync<string>(own.Administrator, "SELECT disposition FROM gov.obligation_standing WHERE obligation_id = $1 AND valid_to IS NULL", duty));
    }

    private static async Task<PortalPage> SaveAsync(PortalClient office, string path, PortalForm form) => await office.PostAsync(path + "?handler=Save", form.Fields);

    private async Task<(Guid Assignment, Guid Task)> AssignmentAsync(string phrase, int skip)
    {
        const string From = "FROM gov.assignment a JOIN gov.agency_group g ON g.id = a.assignee_group_id AND g.phrase = $1 JOIN gov.disclosure_task t ON t.id = a.task_id WHERE EXISTS (SELECT FROM gov.obligation o WHERE o.task_id = t.id AND o.trigger_id IS NULL) ORDER BY t.ordinal OFFSET $2 LIMIT 1";
        return (await Sql.ScalarAsync<Guid>(own.Administrator, $"SELECT a.id {From}", phrase, skip), await Sql.ScalarAsync<Guid>(own.Administrator, $"SELECT t.id {From}", phrase, skip));
    }

    private Task<IReadOnlyList<string>> OpenAsync(Guid task) => Sql.ListAsync(own.Administrator, Open, task);

    // Of the districts in a list, the duties of a task that are due after today.
    private async Task<IReadOnlyList<string>> DueLaterAsync(Guid task, IReadOnlyList<string> open)
    {
        var later = await Sql.ListAsync(own.Administrator, Open.Replace("GROUP BY", "AND s.due_at > '2016-08-11' GROUP BY", StringComparison.Ordinal), task);
        return [.. later.Where(row => open.Any(other => other.StartsWith(row[..2], StringComparison.Ordinal))).Select(row => row[..2])];
    }

    private Task<long> CountAsync(Guid assignment) => Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.assignment_choice WHERE assignment_id = $1", assignment);

    private async Task<string> IdAsync(string code) => (await Sql.ScalarAsync<Guid>(own.Administrator, "SELECT id FROM gov.agency WHERE code = $1", code)).ToString();
}
