using System.Net;
using System.Text;
using GovDisclosure.Data.Accounts;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Admin;

/// <summary>What agencies were called and are also called: kept by renaming, entered and ended on the agency's page, used when a plan is read.</summary>
public sealed class AgencyNameTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Form = "main form[method=post]";
    private const string AliasForm = "form[action$='handler=Alias']";

    [Fact]
    public async Task Rename_AnAgency_KeepsTheOldNameUntilTheDayBefore()
    {
        var admin = await AdministratorAsync();
        var (id, path) = await AgencyAsync("huanbao");

        var saved = await admin.SubmitAsync(path + "/edit", Form, ("Input.ShortName", "市生态局"), ("Input.RenamedOn", "2016-08-01"));
        var page = await admin.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("市环保局", page.Text("section[aria-labelledby=names-heading]"), StringComparison.Ordinal);
        Assert.Equal(
            ["市环保局 former_short_name 2016-07-31"],
            await Sql.ListAsync(own.Administrator, "SELECT name || ' ' || kind || ' ' || valid_to FROM gov.agency_name WHERE named_agency_id = $1", id));
    }

    [Fact]
    public async Task Rename_ThatPutsAMistakeRight_KeepsNothing()
    {
        var admin = await AdministratorAsync();
        var (id, path) = await AgencyAsync("jiaowei");

        await admin.SubmitAsync(path + "/edit", Form, ("Input.FullName", "北京市教育委员会（更正）"), ("Input.IsCorrection", "true"));
        var future = await admin.SubmitAsync(path + "/edit", Form, ("Input.FullName", "北京市教育委员会"), ("Input.RenamedOn", "2016-08-11"));

        Assert.Equal("#Input_RenamedOn", future.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(0L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.agency_name WHERE named_agency_id = $1", id));
    }

    [Fact]
    public async Task Alias_EnteredTwiceAndEnded_IsOneThatEnds()
    {
        var admin = await AdministratorAsync();
        var (id, path) = await AgencyAsync("minzheng");
        var form = PortalForm.Of(await admin.GetAsync(path), AliasForm).With("Input.Name", "市民政委").With("Input.ValidFrom", "2016-01-01");

        var answers = await Task.WhenAll(admin.SubmitAsync(form), admin.SubmitAsync(form));
        var overlapping = await admin.SubmitAsync(path, AliasForm, ("Input.Name", "市民政委"));
        var early = await admin.SubmitAsync(path, "form.row-form", ("Ending.Day", "2015-12-31"));
        var ended = await admin.SubmitAsync(path, "form.row-form", ("Ending.Day", "2016-08-09"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal("#Input_Name", overlapping.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (early.Status, ended.Status));
        Assert.Equal(["市民政委 2016-08-09"], await Sql.ListAsync(own.Administrator, "SELECT name || ' ' || valid_to FROM gov.agency_name WHERE named_agency_id = $1", id));
    }

    [Fact]
    public async Task Draft_NamingAliasesAndFormerNames_SaysWhyEachWasTaken()
    {
        var admin = await AdministratorAsync();
        var (_, path) = await AgencyAsync("caizheng");
        await admin.SubmitAsync(path, AliasForm, ("Input.Name", "市财政委"));
        var (_, renamed) = await AgencyAsync("shuiwu");
        await admin.SubmitAsync(renamed + "/edit", Form, ("Input.ShortName", "市水利局"), ("Input.RenamedOn", "2016-08-01"));
        var office = await own.SignInAsync("office", PersonRole.MunicipalOffice);
        var draft = await PasteAsync(office, "2015-04-05");
        var later = await PasteAsync(office, "2016-08-05");

        var alias = await office.GetAsync($"{draft}/name?name=市财政委");
        var former = await office.GetAsync($"{draft}/name?name=市水务局");
        var tooEarly = await office.GetAsync($"{draft}/name?name=市水利局");
        var tooLate = await office.GetAsync($"{later}/name?name=市水务局");

        Assert.Contains("市财政委：别名，是 市财政局", Found(alias), StringComparison.Ordinal);
        Assert.Contains("名录中有这一名称", Found(former), StringComparison.Ordinal);
        Assert.Contains("曾用名，是 市水利局", Found(former), StringComparison.Ordinal);
        Assert.Contains("使用至2016年7月31日", Found(former), StringComparison.Ordinal);
        Assert.Contains("在印发日期不使用", Found(tooEarly), StringComparison.Ordinal);
        Assert.Contains("在印发日期不使用", Found(tooLate), StringComparison.Ordinal);
    }

    private static string Found(PortalPage page) => page.Text("section[aria-labelledby=found]");

    private static async Task<string> PasteAsync(PortalClient office, string issuedOn)
    {
        var day = DateOnly.Parse(issuedOn, System.Globalization.CultureInfo.InvariantCulture);
        var words = new StringBuilder()
            .AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"北京市{day.Year}年政务公开工作要点")
            .AppendLine("一、推进决策公开")
            .AppendLine("1.每季度公布一次清单。（市财政委、市水务局、市水利局负责）")
            .AppendLine("北京市人民政府办公厅")
            .AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
        return (await office.SubmitAsync("/office/plans/import", "form.card", ("Input.Words", words.ToString()))).Location!;
    }

    private Task<PortalClient> AdministratorAsync() => own.SignInAsync("office", PersonRole.Administrator);

    private async Task<(Guid Id, string Path)> AgencyAsync(string code)
    {
        var id = await Sql.ScalarAsync<Guid>(own.Administrator, "SELECT id FROM gov.agency WHERE code = $1", code);
        return (id, $"/admin/agencies/{id}");
    }
}
