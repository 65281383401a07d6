using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Audit;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Admin;

/// <summary>The whole trail can be read and filtered, nobody can change it, and what an agency's acts were about stays the agency's.</summary>
public sealed class AuditTests(PortalServer server)
{
    [Fact]
    public async Task Trail_OfAnAgency_TellsItsActsWithoutWhatTheyWereAbout()
    {
        var agency = await TestAgency.CreateAsync(server);
        var secret = "secret" + Guid.NewGuid().ToString("N");
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, Domain.Calendars.BeijingTime.StartOf(new DateOnly(2016, 9, 9))))[0];
        await agency.LogAsync(secret, new DateOnly(2016, 9, 12), [duty.Id]);
        var admin = await server.NewAdministratorAsync();

        var page = await admin.GetAsync($"/admin/audit?agency={agency.Agency.Code}");
        var export = await admin.GetAsync($"/admin/audit?agency={agency.Agency.Code}&handler=Export&format=csv");
        var searched = await admin.GetAsync($"/admin/audit?words={secret}");

        Assert.Contains(page.Texts("tbody th"), text => text == "登记公开记录");
        Assert.Contains("登记公开记录", export.Body, StringComparison.Ordinal);
        Assert.Empty(searched.Document.QuerySelectorAll("tbody tr"));
        Assert.All([page.Body, export.Body], body => Assert.DoesNotContain(secret, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trail_SignInsAndRefusals_EachLeaveTheirLine()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = server.Portal.NewClient();
        await client.SignInAsync(agency.UserName, "Wrong-password-1");
        await client.SignInAsync(agency.UserName, SamplePeople.Password);
        await client.GetAsync("/admin?secret=query");
        await client.SubmitAsync(PortalForm.Of(await client.GetAsync("/help"), "form[action='/account/sign-out']"));
        var admin = await server.NewAdministratorAsync();

        var page = await admin.GetAsync($"/admin/audit?agency={agency.Agency.Code}");
        var refusals = await admin.GetAsync($"/admin/audit?agency={agency.Agency.Code}&action=access.");

        Assert.Equal(["退出", "无权访问", "登录", "登录被拒"], page.Texts("tbody th"));
        Assert.Single(refusals.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("/admin", refusals.Text("tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret=query", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong-password-1", page.Body, StringComparison.Ordinal);
        Assert.Contains("198.18.", page.Text("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trail_NameThatNobodyHas_NotKept()
    {
        var typed = "Mistyped-password-" + Guid.NewGuid().ToString("N")[..8];

        await server.Portal.NewClient().SignInAsync(typed, "whatever-1A");

        Assert.Equal(0L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM accounts.account_event WHERE account_event::text LIKE '%' || $1 || '%'", typed));
    }

    [Fact]
    public async Task Trail_OfAdministrators_ShowsOldAndNewAndIsFoundByWords()
    {
        var agency = await TestAgency.CreateAsync(server);
        var admin = await server.NewAdministratorAsync();
        var name = "改后的全称" + agency.Agency.Code;
        await admin.SubmitAsync($"/admin/agencies/{agency.Id}/edit", "main form[method=post]", ("Input.FullName", name));

        var page = await admin.GetAsync($"/admin/audit?words={Uri.EscapeDataString(name)}&action=admin.agency.changed&from=2016-10-20&to=2016-10-20&person=测试");
        var before = await admin.GetAsync($"/admin/audit?words={Uri.EscapeDataString(name)}&to=2016-10-19");

        Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(agency.Agency.FullName, page.Text("tbody del"));
        Assert.Equal(name, page.Text("tbody ins"));
        Assert.Empty(before.Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Trail_PagesToItsEnd_EachLineOnceNewestFirst()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = server.Portal.NewClient();
        await client.SignInAsync(agency.UserName, SamplePeople.Password);
        for (var count = 0; count < 60; count++)
        {
            await client.GetAsync("/admin");
        }

        var admin = await server.NewAdministratorAsync();
        var path = $"/admin/audit?agency={agency.Agency.Code}";
        var first = await admin.GetAsync(path);
        var second = await admin.GetAsync(first.Find("a[rel=next]").GetAttribute("href")!);
        var back = await admin.GetAsync(second.Find("a[rel=prev]").GetAttribute("href")!);

        Assert.Equal(50, first.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(11, second.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(first.Texts("tbody tr"), back.Texts("tbody tr"));
        Assert.Null(back.Document.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Export_OfTheTrail_SameRowsAndItselfRecorded()
    {
        var agency = await TestAgency.CreateAsync(server, role: PersonRole.Administrator);
        var admin = await server.Portal.SignInAsync(agency.UserName);
        var path = $"/admin/audit?agency={agency.Agency.Code}";
        var rows = (await admin.GetAsync(path)).Document.QuerySelectorAll("tbody tr").Length;

        var csv = await admin.GetAsync(path + "&handler=Export&format=csv");
        var xlsx = await admin.GetAsync(path + "&handler=Export&format=xlsx");
        var unknown = await admin.GetAsync(path + "&handler=Export&format=pdf");

        Assert.Equal("text/csv", csv.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(rows, csv.Body.Split('\n').Count(line => line.Contains("+08:00", StringComparison.Ordinal)));
        Assert.Contains(agency.Agency.Code, csv.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, xlsx.Status);
        Assert.StartsWith("PK", xlsx.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(
            ["csv", "xlsx"],
            await Sql.ListAsync(server.Administrator, "SELECT details ->> 'Format' FROM gov.audit_entry WHERE agency_id = $1 AND action = $2 ORDER BY at, id", agency.Id, AuditActions.AuditExported));
    }

    [Fact]
    public async Task Export_OfTheTrail_OfferedByTheLinksOfEveryList()
    {
        var page = await (await server.NewAdministratorAsync()).GetAsync("/admin/audit?action=session.&from=2016-10-20");

        Assert.Equal(
            ["/admin/audit?action=session.&from=2016-10-20&handler=Export&format=xlsx", "/admin/audit?action=session.&from=2016-10-20&handler=Export&format=csv"],
            page.Document.QuerySelectorAll(".export a[download]").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData(true, "/office/duties/export?section=1&format=csv")]
    [InlineData(true, "/office/matrix/export?format=xlsx")]
    [InlineData(true, "/office/notices?state=answered&export=xlsx")]
    [InlineData(false, "/work?export=csv")]
    [InlineData(false, "/work/cases?export=xlsx")]
    public async Task Export_OfAList_RecordedWithItsAddress(bool byTheOffice, string path)
    {
        var agency = byTheOffice ? await TestAgency.CreateOfficeAsync(server) : await TestAgency.CreateAsync(server);
        var client = await server.Portal.SignInAsync(agency.UserName);

        var file = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(
            [path],
            await Sql.ListAsync(
                server.Administrator, "SELECT details ->> 'Address' FROM gov.audit_entry WHERE agency_id = $1 AND action = $2 AND details ->> 'Rows' IS NOT NULL",
                agency.Agency.Id, AuditActions.ListExported));
    }

    [Theory]
    [InlineData("UPDATE accounts.account_event SET action = 'x'")]
    [InlineData("DELETE FROM accounts.account_event")]
    [InlineData("TRUNCATE accounts.account_event")]
    public async Task Trail_AsTheLoginOfAccounts_CannotBeChanged(string sql) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(server.Sources.Accounts, sql));

    [Fact]
    public async Task Details_OfAgencies_OutOfReachOfTheAdministratorsLogin()
    {
        var source = server.Sources.For(Audience.Admin);
        var agency = await TestAgency.CreateAsync(server);
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, Domain.Calendars.BeijingTime.StartOf(new DateOnly(2016, 9, 9))))[0];
        await agency.LogAsync("一条记录", new DateOnly(2016, 9, 12), [duty.Id]);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(source, "SELECT details FROM gov.audit_entry"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(source, "SELECT FROM gov.obligation"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(source, "SELECT FROM gov.disclosure"));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(source, "SELECT count(*) FROM gov.audit_entry WHERE agency_id = $1", agency.Id));
        Assert.Equal(0L, await Sql.ScalarAsync<long>(
            source, "SELECT count(*) FROM gov.administrative_audit() d JOIN gov.audit_entry e ON e.id = d.id WHERE e.action NOT LIKE 'admin.%'"));
    }
}
