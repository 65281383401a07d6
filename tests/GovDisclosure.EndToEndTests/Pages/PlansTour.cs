using System.Text;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain.Plans;
using GovDisclosure.TestCommon;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>The pages on which the municipal office makes a plan of a document.</summary>
internal static class PlansTour
{
    private const string Start = "/office/plans";
    private const string Draft = Start + "/drafts/{id:guid}";
    private const string Office = "office";

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new("plans", Start, Office, Start) { Shows = "#plans" },
        new("plan-import", Start + "/import", Office, Start + "/import") { Shows = "#Input_Words" },
        new("plan-import-errors", Start + "/import", Office, Start + "/import") { Then = visitor => visitor.Page.ClickAsync("main form.card button"), Shows = ".error-summary" },
        Of("plan-draft", Draft, "#tasks", Open, ""),
        Of("plan-draft-settled", Draft, "#obstacles", Settled, ""),
        Of("plan-draft-head", Draft + "/head", "#Input_Issuer", Open, "/head"),
        Of("plan-draft-task", Draft + "/tasks/{index:int}", "#Input_Leads", Open, "/tasks/0"),
        Of("plan-draft-name", Draft + "/name", "#Input_EnglishName", Open, "/name?name=" + Uri.EscapeDataString(Unknown)),
        Of("plan-draft-compare", Draft + "/compare", "#changes", Revised, "/compare?from=2016"),
        Of("plan-draft-revise", Draft + "/revise", "#will", Revised, "/revise"),
        Of("plan-draft-publish", Draft + "/publish", "#will", Settled, "/publish"),
    ];

    private const string Unknown = "市样例监测中心";

    private static string Open => Plan(2013, $"市工商局牵头，{Unknown}配合");

    private static string Settled => Plan(2014, "市工商局牵头，市环保局配合");

    // The plan in force with two tasks, one of them stricter: nobody publishes it.
    private static string Revised => Plan(2016, "市工商局牵头，市环保局配合").Replace("2016年4月5日", "2016年9月5日", StringComparison.Ordinal);

    private static string Plan(int year, string attribution) => $"""
        北京市{year}年政务公开工作要点
        京政办发〔{year}〕9号
        一、推进决策公开
        （一）推进政策解读
        1.每季度公布一次重大项目清单，文件公开后3个工作日内发布解读，年底前公布总结。（{attribution}）
        2.及时公开检查结果，办结率不低于95%。（市环保局负责）
        这一段没有责任单位，读不懂的文字在这里。
        北京市人民政府办公厅
        {year}年4月5日
        """;

    private static Stop Of(string name, string route, string shows, string plan, string path) => new(name, route, null, "")
    {
        Shows = shows,
        Prepare = async server =>
        {
            var office = await TestAgency.CreateOfficeAsync(server);
            await using var db = office.Open();
            var (id, _) = await new PlanDraftService(db, new RegisterNames(db), TestClock.Beijing)
                .MakeAsync("要点.txt", Encoding.UTF8.GetBytes(plan), PlanDocument.OfText(plan), CancellationToken.None);
            return (office, $"{Start}/drafts/{id}{path}");
        },
    };
}
