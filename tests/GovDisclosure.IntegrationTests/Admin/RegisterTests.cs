using System.Net;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Admin;

/// <summary>The register of agencies and the groups, by the pages.</summary>
public sealed class RegisterTests(PortalServer server)
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Enter_AnAgency_InTheRegisterWithItsLineInTheTrail()
    {
        var admin = await server.NewAdministratorAsync();
        var code = NewCode();
        var form = PortalForm.Of(await admin.GetAsync("/admin/agencies/new"), Form)
            .With("Input.ShortName", "市新局" + code).With("Input.FullName", "北京市新局").With("Input.EnglishName", "New Bureau").With("Input.Code", code)
            .With("Input.Kind", nameof(AgencyKind.MunicipalDepartment)).With("Input.ValidFrom", "2016-10-01");

        var answers = await Task.WhenAll(admin.SubmitAsync(form), admin.SubmitAsync(form));
        var page = await admin.GetAsync(answers[0].Location!);
        var found = await admin.GetAsync("/admin/agencies?words=" + code);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal("市新局" + code, page.Heading);
        Assert.Single(found.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal("市新局" + code, await TrailAsync("admin.agency.created", code, "ShortName"));
    }

    [Theory]
    [InlineData("Input.Code", "gongshang", "#Input_Code")]
    [InlineData("Input.Code", "No Code", "#Input_Code")]
    [InlineData("Input.ShortName", "市工商局", "#Input_ShortName")]
    [InlineData("Input.Kind", "DistrictSubUnit", "#Input_ParentId")]
    [InlineData("Input.FullName", "", "#Input_FullName")]
    [InlineData("Input.ValidFrom", "2016-02-30", "#Input_ValidFrom")]
    public async Task Enter_WhatCannotBe_SaidBesideTheFieldAndKept(string field, string value, string link)
    {
        var admin = await server.NewAdministratorAsync();
        var code = NewCode();

        var answer = await admin.SubmitAsync(
            "/admin/agencies/new", Form,
            ("Input.ShortName", "市新局" + code), ("Input.FullName", "北京市新局"), ("Input.EnglishName", "New Bureau"), ("Input.Code", code),
            ("Input.Kind", nameof(AgencyKind.MunicipalDepartment)));
        var refused = await admin.SubmitAsync(
            PortalForm.Of(await admin.GetAsync("/admin/agencies/new"), Form).With("Input.ShortName", "市二局" + code).With("Input.FullName", "北京市二局")
                .With("Input.EnglishName", "Second Bureau").With("Input.Code", code + "2").With("Input.Kind", nameof(AgencyKind.MunicipalDepartment)).With(field, value));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(link, refused.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal("Second Bureau", refused.Find("#Input_EnglishName").GetAttribute("value"));
    }

    [Fact]
    public async Task Edit_FormThatHasGrownStale_ToldAndKept_ThenSaved()
    {
        var agency = await TestAgency.CreateAsync(server);
        var admin = await server.NewAdministratorAsync();
        var path = $"/admin/agencies/{agency.Id}/edit";
        var first = PortalForm.Of(await admin.GetAsync(path), Form).With("Input.FullName", "甲改的全称");
        var second = PortalForm.Of(await admin.GetAsync(path), Form).With("Input.FullName", "乙改的全称");

        var saved = await admin.SubmitAsync(first);
        var stale = await admin.SubmitAsync(second);
        var again = await admin.SubmitAsync(PortalForm.Of(stale, Form));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.NotEmpty(stale.Texts(".error-summary li"));
        Assert.Equal("乙改的全称", stale.Find("#Input_FullName").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(
            "甲改的全称 -> 乙改的全称",
            await Sql.ScalarAsync<string>(
                server.Administrator,
                "SELECT details #>> '{FullName,Old}' || ' -> ' || (details #>> '{FullName,New}') FROM gov.audit_entry WHERE agency_id = $1 AND action = 'admin.agency.changed' ORDER BY at DESC, id DESC LIMIT 1",
                agency.Id));
    }

    [Fact]
    public async Task Edit_Ended_LeavesItsGroupsAndKeepsItsPast()
    {
        var agency = await TestAgency.CreateAsync(server);
        var admin = await server.NewAdministratorAsync();
        var group = await NewGroupAsync();
        await JoinAsync(admin, group, agency, "2016-03-01");

        var ended = await admin.SubmitAsync($"/admin/agencies/{agency.Id}/edit", Form, ("Input.ValidTo", "2016-12-31"));
        var page = await admin.GetAsync($"/admin/agencies/{agency.Id}");
        var rejoin = await JoinAsync(admin, group, agency, "2017-01-01");

        Assert.Equal(HttpStatusCode.Redirect, ended.Status);
        Assert.Contains("2016年12月31日", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2016, 12, 31), await Sql.ScalarAsync<DateOnly>(server.Administrator, "SELECT valid_to FROM gov.agency_group_member WHERE member_agency_id = $1", agency.Id));
        Assert.Equal(HttpStatusCode.BadRequest, rejoin.Status);
    }

    [Fact]
    public async Task Members_JoinEndAndJoinAgain_HistoryStaysAndOverlapsAreRefused()
    {
        var agency = await TestAgency.CreateAsync(server);
        var admin = await server.NewAdministratorAsync();
        var group = await NewGroupAsync();

        var joined = await JoinAsync(admin, group, agency, "2016-03-01");
        var overlapping = await JoinAsync(admin, group, agency, "2016-05-01");
        var ended = await admin.SubmitAsync(group, "form.row-form", ("Input.Day", "2016-06-30"));
        var early = await JoinAsync(admin, group, agency, "2016-06-30");
        var again = await JoinAsync(admin, group, agency, "2016-07-01");
        var present = await admin.GetAsync(group);
        var all = await admin.GetAsync(group + "?past=true");

        Assert.Equal(HttpStatusCode.Redirect, joined.Status);
        Assert.Equal(HttpStatusCode.BadRequest, overlapping.Status);
        Assert.Equal("#Input_Day", overlapping.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Redirect, ended.Status);
        Assert.Equal(HttpStatusCode.BadRequest, early.Status);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Single(present.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(2, all.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(3L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE agency_id = $1 AND action LIKE 'admin.member.%'", agency.Id));
    }

    [Fact]
    public async Task NewGroup_SentTwice_OneGroupWithItsLineInTheTrail()
    {
        var admin = await server.NewAdministratorAsync();
        var phrase = "新群组" + NewCode();
        var form = PortalForm.Of(await admin.GetAsync("/admin/groups/new"), Form).With("Input.Phrase", $" {phrase} ").With("Input.EnglishName", "New group");

        var answers = await Task.WhenAll(admin.SubmitAsync(form), admin.SubmitAsync(form));
        var another = await admin.SubmitAsync(form.With("Input.Phrase", phrase + "二"));
        var page = await admin.GetAsync(answers[0].Location!);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(answers[0].Location, answers[1].Location);
        Assert.Equal(phrase, page.Heading);
        Assert.NotEqual(answers[0].Location, another.Location);
        Assert.Equal(1L, await Sql.ScalarAsync<long>(
            server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE action = 'admin.group.created' AND details ->> 'Phrase' = $1", phrase));
    }

    [Theory]
    [InlineData("Input.Phrase", "", "#Input_Phrase")]
    [InlineData("Input.Phrase", "各区政府", "#Input_Phrase")]
    [InlineData("Input.EnglishName", " ", "#Input_EnglishName")]
    public async Task NewGroup_WhatCannotBe_SaidBesideTheFieldAndKept(string field, string value, string link)
    {
        var admin = await server.NewAdministratorAsync();
        var phrase = "新群组" + NewCode();

        var refused = await admin.SubmitAsync(
            PortalForm.Of(await admin.GetAsync("/admin/groups/new"), Form).With("Input.Phrase", phrase).With("Input.EnglishName", "New group").With(field, value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(link, refused.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(field == "Input.Phrase" ? "New group" : phrase, refused.Find(field == "Input.Phrase" ? "#Input_EnglishName" : "#Input_Phrase").GetAttribute("value"));
    }

    [Fact]
    public async Task EditGroup_FormThatHasGrownStale_ToldAndKept_ThenSaved()
    {
        var admin = await server.NewAdministratorAsync();
        var path = await NewGroupAsync();
        var phrase = "改后的称谓" + NewCode();
        var first = PortalForm.Of(await admin.GetAsync(path + "/edit"), Form).With("Input.EnglishName", "Renamed").With("Input.ToConfirm", "true");
        var second = PortalForm.Of(await admin.GetAsync(path + "/edit"), Form).With("Input.Phrase", phrase);

        var saved = await admin.SubmitAsync(first);
        var listed = await admin.GetAsync(path);
        var stale = await admin.SubmitAsync(second);
        var again = await admin.SubmitAsync(PortalForm.Of(stale, Form));
        var taken = await admin.SubmitAsync(path + "/edit", Form, ("Input.Phrase", "各区政府"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(path, saved.Location);
        Assert.NotNull(listed.Document.QuerySelector(".head .tag.soon"));
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.Equal(phrase, stale.Find("#Input_Phrase").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(phrase, (await admin.GetAsync(path)).Heading);
        Assert.Equal("#Input_Phrase", taken.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(
            phrase,
            await Sql.ScalarAsync<string>(
                server.Administrator,
                "SELECT details #>> '{Phrase,New}' FROM gov.audit_entry WHERE action = 'admin.group.changed' AND subject_id = $1 ORDER BY at DESC, id DESC LIMIT 1",
                Guid.Parse(path.Split('/')[^1])));
    }

    [Fact]
    public async Task EditGroup_ThatIsNotThere_NotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await server.NewAdministratorAsync()).GetAsync($"/admin/groups/{Guid.NewGuid()}/edit")).Status);

    private static string NewCode() => "new-" + Guid.NewGuid().ToString("N")[..12];

    private static Task<PortalPage> JoinAsync(PortalClient admin, string group, TestAgency agency, string from) =>
        admin.SubmitAsync(group, "section[aria-labelledby=add-heading] form", ("Input.AgencyId", agency.Id.ToString()), ("Input.Day", from));

    private async Task<string> NewGroupAsync()
    {
        var group = new AgencyGroup { Phrase = "测试群组" + NewCode(), EnglishName = "Test group", Source = "test" };
        await using var db = server.SetUp();
        db.AgencyGroups.Add(group);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return $"/admin/groups/{group.Id}";
    }

    private Task<string> TrailAsync(string action, string code, string field) => Sql.ScalarAsync<string>(
        server.Administrator, "SELECT details ->> $3 FROM gov.audit_entry WHERE action = $1 AND details ->> 'Code' = $2", action, code, field);
}
