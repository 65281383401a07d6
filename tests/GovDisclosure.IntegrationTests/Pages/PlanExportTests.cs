using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Audit;
using GovDisclosure.Data.Documents;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Plans.Exports;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;
using GovDisclosure.Domain.Plans.Tables;
using GovDisclosure.IntegrationTests.Admin;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>The published plan leaves the portal as a file, and comes back as a draft of the same plan.</summary>
public sealed class PlanExportTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Page = "/plan/2016";
    private const string Import = "/office/plans/import";

    private static readonly JsonSerializerOptions AsKept = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly string Issued = File.ReadAllText(Path.Combine(Repository.Root, "data", "plans", "beijing-2016.txt"));

    public static TheoryData<string> Endings => ["docx", "xlsx", "csv", "json"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task File_ForThePublic_IsThePlanAsIssuedAndLeavesNoTrace(string ending)
    {
        var before = await ExportsAsync();
        var client = own.Portal.NewClient();

        var (name, file) = await TakeAsync(client, ending);

        Assert.Equal($"plan-2016.{ending}", name);
        Assert.Empty(PlanSameness.Differences(WorkPlanParser.Parse(Issued), await ReadAsync(name, file)));
        Assert.Equal(before, await ExportsAsync());
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task File_TakenByTheOffice_IsInTheTrailAndImportsAsTheSamePlan(string ending)
    {
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);
        var before = await ExportsAsync();
        var (name, file) = await TakeAsync(office, ending);
        Assert.Equal(before + 1, await ExportsAsync());

        var brought = await PlanUpload.SendAsync(office, name, file);

        var draft = await office.OpenAsync(brought.Location!);
        Assert.Equal(HttpStatusCode.OK, draft.Status);
        Assert.Contains("京政办发〔2016〕26号", draft.Text("main"), StringComparison.Ordinal);
        Assert.NotEmpty(draft.Texts("#task-0 mark").Concat(draft.Texts("#task-1 mark")).Concat(draft.Texts("#task-2 mark")));
        Assert.Empty(PlanSameness.Differences(await KeptAsync(), await DraftAsync(brought.Location!)));
    }

    [Fact]
    public async Task Links_OnThePlansPageAndTheOfficesList_LeadToFiles()
    {
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);
        foreach (var path in new[] { Page, "/office/plans" })
        {
            var page = await office.OpenAsync(path);
            Assert.Equal(
                Endings.Select(ending => $"{Page}/export?format={ending.Data}"),
                page.Document.QuerySelectorAll(".export a").Select(link => link.GetAttribute("href")));
        }
    }

    [Theory]
    [InlineData("/plan/2016/export?format=exe", HttpStatusCode.BadRequest)]
    [InlineData("/plan/2016/export?format=7", HttpStatusCode.BadRequest)]
    [InlineData("/plan/2015/export?format=csv", HttpStatusCode.NotFound)]
    [InlineData("/plan/99999999999/export?format=csv", HttpStatusCode.NotFound)]
    public async Task File_ThatThereIsNot_IsRefused(string path, HttpStatusCode status) => Assert.Equal(status, (await own.Portal.NewClient().GetAsync(path)).Status);

    [Fact]
    public async Task File_AskedForAgainAndAgain_IsBounded()
    {
        await using var portal = own.NewPortal(OwnPortal.Today);
        var client = portal.NewClient();
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 70; time++)
        {
            answers.Add((await client.GetAsync("/plan/2015/export?format=csv")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Page)).Status);
    }

    [Theory]
    [InlineData("a.json", "[]")]
    [InlineData("a.json", "{\"title\": {\"<b>\": 1}}")]
    [InlineData("a.txt", "{\"title\": \"要点\"}")]
    public async Task Import_JsonInAnotherForm_IsToldBesideTheField(string name, string json)
    {
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);

        var file = await PlanUpload.SendAsync(office, name, Encoding.UTF8.GetBytes(json));
        var pasted = await PlanUpload.SendAsync(office, null, [], json);

        Assert.Equal(HttpStatusCode.BadRequest, file.Status);
        Assert.Contains("docs/plan.schema.json", file.Text(".error-summary"), StringComparison.Ordinal);
        if (json.StartsWith('{'))
        {
            Assert.Equal(HttpStatusCode.BadRequest, pasted.Status);
            Assert.Equal("#Input_Words", pasted.Find(".error-summary a").GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Import_JsonThatNoDatabaseKeeps_CannotBePublished()
    {
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);
        var plan = WorkPlanParser.Parse(Issued) with { Year = 2019, IssuedOn = new DateOnly(2019, 1, 7) };
        var task = plan.Tasks[0] with { Assignments = [new ParsedAssignment(new string('市', 201), AssignmentRole.Lead, 1)] };
        var json = PlanJson.Write(plan with { Sections = [.. plan.Sections, plan.Sections[0]], Tasks = [task, .. plan.Tasks.Skip(1)] });

        var draft = (await PlanUpload.SendAsync(office, "a.json", Encoding.UTF8.GetBytes(json))).Location!;

        var obstacles = (await office.OpenAsync(draft)).Text("section[aria-labelledby=obstacles]");
        Assert.Contains("两个标题编号相同", obstacles, StringComparison.Ordinal);
        Assert.Contains("过长", obstacles, StringComparison.Ordinal);
        Assert.False((int)(await office.GetAsync($"{draft}/publish")).Status >= 500);
    }

    private Task<long> ExportsAsync() => Sql.ScalarAsync<long>(
        own.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE action = $1 AND details ->> 'Address' LIKE '/plan/%'", AuditActions.ListExported);

    private async Task<ParsedPlan> KeptAsync()
    {
        await using var scope = own.Portal.Services.CreateAsyncScope();
        await using var db = scope.ServiceProvider.GetRequiredService<GovDbContextFactory>().Create(AccessScope.Anonymous);
        return (await new PlanExportQueries(db).FindAsync(2016, TestContext.Current.CancellationToken))!;
    }

    private async Task<ParsedPlan> DraftAsync(string draft)
    {
        var content = await Sql.ScalarAsync<string>(own.Administrator, "SELECT content::text FROM gov.plan_draft WHERE id = $1", Guid.Parse(draft.Split('/')[^1]));
        return JsonSerializer.Deserialize<PlanDraft>(content, AsKept)!.Plan;
    }

    private static async Task<ParsedPlan> ReadAsync(string name, byte[] file)
    {
        var reading = await PlanDocumentReader.ReadAsync(name, new MemoryStream(file), TestContext.Current.CancellationToken);
        return WorkPlanParser.Parse(reading.Document!.ToPlanDocument());
    }

    private static async Task<(string Name, byte[] File)> TakeAsync(PortalClient client, string ending)
    {
        var answer = await client.GetAsync($"{Page}/export?format={ending}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (answer.Response.Content.Headers.ContentDisposition!.FileName!, await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
