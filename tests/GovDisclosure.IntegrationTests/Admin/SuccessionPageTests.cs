using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Seeding;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Admin;

/// <summary>Successions by the pages: what the file announces, entering, carrying out, and what the successor then sees.</summary>
public sealed class SuccessionPageTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string List = "/admin/agencies/successions";
    private const string Form = "main form[method=post]";
    private const string CarryOut = "form[action$='handler=CarryOut']";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_LoadedAgain_AnnouncesNothingTwice()
    {
        var before = await RowsAsync();

        await using var scope = own.Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReferenceDataLoader>().LoadAsync(null, Cancellation);

        Assert.Equal(22, before.Count(row => row.Contains("data/agencies/agency-successors.csv", StringComparison.Ordinal)));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Merger_ThatIsDue_GivesTheSuccessorItsDutiesAtOnce_AndLeavesThePastAsItWas()
    {
        var admin = await AdministratorAsync();
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);
        var matrix = (await office.GetAsync("/office/matrix?asof=2016-08-01")).Texts("main tbody tr");
        var due = await admin.GetAsync(List + "?state=due");
        var path = due.Document.QuerySelectorAll("main tbody th a").Single(link => link.TextContent == "市规划委").GetAttribute("href")!;
        var page = await admin.GetAsync(path);

        // The successor is entered on the way.
        Assert.Contains("名录中没有新机关", page.Text("main"), StringComparison.Ordinal);
        var entry = page.Document.QuerySelectorAll("main a[href*='succession=']").Single().GetAttribute("href")!;
        var form = PortalForm.Of(await admin.GetAsync(entry), Form).With("Input.FullName", "北京市规划和国土资源管理委员会").With("Input.EnglishName", "Planning and Land").With("Input.Code", "guihuaguotu");
        Assert.Contains(form.Fields, field => field is { Key: "Input.ShortName", Value: "市规划国土委" });
        var entered = await admin.SubmitAsync(form);
        Assert.Equal(path, entered.Location);
        var ready = await admin.GetAsync(path);
        Assert.Equal(2, ready.Document.QuerySelectorAll("main tbody tr").Length);

        var done = await Task.WhenAll(admin.SubmitAsync(PortalForm.Of(ready, CarryOut)), admin.SubmitAsync(PortalForm.Of(ready, CarryOut)));

        Assert.All(done, answer => Assert.Equal(path, answer.Location));
        Assert.Contains("已办理", (await admin.GetAsync(path)).Text("main"), StringComparison.Ordinal);
        var clerk = await own.SignInAsync("guihuaguotu", PersonRole.Clerk);
        var duty = (await clerk.GetAsync("/work")).Find("main a[href^='/work/obligations/']").GetAttribute("href")!;
        var detail = await clerk.GetAsync(duty);
        Assert.Contains("从原机关转来", detail.Text("main"), StringComparison.Ordinal);
        Assert.Contains("市规划委", detail.Text("section[aria-labelledby=history]"), StringComparison.Ordinal);
        Assert.Equal(matrix, (await office.GetAsync("/office/matrix?asof=2016-08-01")).Texts("main tbody tr"));
        // What stands of the predecessor can still be read by its people.
        var old = await own.SignInAsync("guihua", PersonRole.Clerk);
        Assert.Equal(HttpStatusCode.OK, (await old.GetAsync("/work")).Status);
    }

    [Fact]
    public async Task Reform_WhoseDayHasNotCome_IsAnnouncedAndCannotBeCarriedOut()
    {
        var admin = await AdministratorAsync();
        var id = await Sql.ScalarAsync<Guid>(own.Administrator, "SELECT id FROM gov.agency_succession WHERE predecessor_name = '市政府法制办'");
        var page = await admin.GetAsync($"{List}/{id}");

        Assert.Contains("已公布", page.Text("main"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(CarryOut));
        var forced = await admin.PostAsync($"{List}/{id}?handler=CarryOut", [KeyValuePair.Create("__RequestVerificationToken", await admin.TokenAsync())]);
        Assert.Equal(HttpStatusCode.BadRequest, forced.Status);
        Assert.Contains("2018年11月1日", forced.Text(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_AndWithdraw_AreInTheTrail()
    {
        var admin = await AdministratorAsync();
        var (old, next) = (await AgencyAsync("liangshi"), await AgencyAsync("fagai"));

        var entered = await admin.SubmitAsync(
            $"{List}/new", Form, ("Input.Predecessor", old), ("Input.Successor", next), ("Input.EffectiveFrom", "2016-09-01"), ("Input.Note", "并入"));
        var second = await admin.SubmitAsync($"{List}/new", Form, ("Input.Predecessor", old), ("Input.SuccessorName", "市新局"), ("Input.EffectiveFrom", "2016-09-01"));
        var itself = await admin.SubmitAsync($"{List}/new", Form, ("Input.Predecessor", next), ("Input.Successor", next), ("Input.EffectiveFrom", "2016-09-01"));
        var withdrawn = await admin.SubmitAsync(entered.Location!, "form[action$='handler=Withdraw']");
        var again = await admin.SubmitAsync($"{List}/new", Form, ("Input.Predecessor", old), ("Input.SuccessorName", "市新局"), ("Input.EffectiveFrom", "2016-09-01"));

        Assert.Equal("#Input_Predecessor", second.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal("#Input_Successor", itself.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(entered.Location, withdrawn.Location);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Contains("市粮食局", (await admin.GetAsync($"/admin/audit?action=admin.succession.withdrawn")).Text("main"), StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> RowsAsync() =>
        Sql.ListAsync(own.Administrator, "SELECT s::text FROM gov.agency_succession s WHERE s.source LIKE 'data/%' ORDER BY s.id");

    private Task<PortalClient> AdministratorAsync() => own.SignInAsync("office", PersonRole.Administrator);

    private async Task<string> AgencyAsync(string code) => (await Sql.ScalarAsync<Guid>(own.Administrator, "SELECT id FROM gov.agency WHERE code = $1", code)).ToString();
}
