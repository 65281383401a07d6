using GovDisclosure.EndToEndTests.Support;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>The form of a penalty case, filled in as a clerk does, with numbers in its words that the public must never read.</summary>
internal static class PenaltyForm
{
    public const string Party = "北京示例贸易有限公司";
    public const string Phone = "13812345678";
    public const string Identity = "11010519491231002X";

    /// <summary>Registers a case and returns the address of its page.</summary>
    public static async Task<string> RegisterAsync(Visitor visitor, string title, string reference, string decidedOn)
    {
        var page = visitor.Page;
        await page.GotoAsync("/work/cases");
        await page.ClickAsync(".head a[href='/work/cases/new']");
        await page.FillAsync("#Input_Title", title);
        await page.FillAsync("#Input_Reference", reference);
        await page.FillAsync("#Input_DecidedOn", decidedOn);
        await page.CheckAsync("[name='Input.PartyKind'][value=Organisation]");
        await page.FillAsync("#Input_PartyName", Party);
        await page.FillAsync("#Input_RepresentativeName", "王示例");
        await page.FillAsync("#Input_Facts", $"销售侵犯注册商标专用权的商品，经办人电话{Phone}，身份证号{Identity}。");
        await page.CheckAsync("[name='Input.Kinds'][value=Fine]");
        await page.FillAsync("#Input_Basis", "《中华人民共和国商标法》第六十条第二款");
        await page.FillAsync("#Input_Result", "罚款人民币50000元");
        await page.FillAsync("#Input_Performance", "自收到决定书之日起15日内缴至指定银行");
        await page.FillAsync("#Input_DecidingBody", "北京市测试机关");
        await page.SelectOptionAsync("#Input_Channel", "AgencyWebsite");
        await page.ClickAsync(Case.Send);
        await visitor.AtAsync("/work/cases/[0-9a-f]{8}-[0-9a-f-]+");
        await Expect(page.Locator("h1")).ToContainTextAsync(title);
        return new Uri(page.Url).AbsolutePath;
    }
}
