using System.Globalization;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Data.Seeding;

/// <summary>The words of the sample history. Nothing in it happened.</summary>
internal static class SampleWords
{
    public static IReadOnlyList<string> PenaltyCases { get; } =
    [
        "销售侵犯注册商标专用权的运动鞋案", "销售假冒伪劣白酒案", "假冒专利日用品案", "销售不合格电线电缆案", "网店销售侵权箱包案", "生产冒用厂名厂址的食品案",
        "销售假冒化妆品案", "侵犯著作权的图书经营案", "销售假种子案", "销售侵权手机配件案", "伪造产地的茶叶销售案", "销售过期医疗器械案",
    ];

    public static IReadOnlyList<string> Meetings { get; } =
        ["优化办事流程事项", "年度重点工程安排", "民生实事项目进度安排", "公共服务事项目录调整", "专项治理行动方案", "年度资金使用安排"];

    public static IReadOnlyList<string> Documents { get; } =
        ["简化办事环节实施办法", "事中事后监管工作规则", "公共服务事项清单", "扶持资金管理办法", "信用信息公示细则", "信息公开保密审查细则"];

    public static IReadOnlyList<string> Emergencies { get; } = ["暴雨内涝事件", "在建工地坍塌事故", "餐饮单位燃气泄漏事件"];

    private static readonly string[] Companies =
        ["北京示例商贸有限公司", "北京样本百货有限公司", "北京演示电子技术有限公司", "北京试用服饰经营部", "北京范例食品有限公司", "北京模拟日化销售中心"];

    private static readonly string[] Surnames = ["张", "李", "王", "赵", "刘", "陈", "杨"];

    public static string PenaltyTitle(Agency agency, string subject, int number) => CaseTitle(number - 1, subject);

    public static string CaseTitle(int number, string subject) => (number % 4 == 3 ? Person(number) : Company(number)) + subject;

    public static string CaseReference(Agency agency, int number) => string.Create(CultureInfo.InvariantCulture, $"京{Core(agency)}罚字〔2016〕第{9000 + number:0000}号");

    public static string Company(int number) => Companies[number % Companies.Length];

    public static string Person(int number) => Surnames[number % Surnames.Length] + "某某";

    public static string CaseFacts(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"经查，当事人于2016年{5 + (number % 5)}月购进并销售侵犯他人注册商标专用权的商品{60 + (number * 7)}件，货值金额{3 + (number % 9)}万元。负责人联系电话138{number % 10}001{1000 + number:0000}，身份证号11010119800101{1000 + number:0000}。");

    public static string MeetingTitle(Agency agency, string subject, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"第{number + 8}次{(agency.Kind == AgencyKind.District ? "区政府常务会议" : "办公会议")}议定：{subject}");

    public static string DocumentTitle(Agency agency, string subject, int number) => $"《{agency.ShortName}{subject}》";

    public static string EmergencyTitle(Agency agency, string subject, int number) => subject;

    public static string ChangeTitle(Agency agency, string subject, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"信息更新第{number}期：{Short(subject)}");

    public static string Reference(TriggerKind kind, Agency agency, int number) => kind switch
    {
        TriggerKind.PenaltyDecision => string.Create(CultureInfo.InvariantCulture, $"京{Core(agency)}罚字〔2016〕第{number * 37:0000}号"),
        TriggerKind.MeetingDecision => string.Create(CultureInfo.InvariantCulture, $"{Core(agency)}会纪〔2016〕{number + 8}号"),
        TriggerKind.PolicyDocument => string.Create(CultureInfo.InvariantCulture, $"京{Core(agency)}发〔2016〕{number * 5}号"),
        TriggerKind.Emergency => string.Create(CultureInfo.InvariantCulture, $"{Core(agency)}应急〔2016〕{number}号"),
        TriggerKind.InformationChanged => string.Create(CultureInfo.InvariantCulture, $"{Core(agency)}信息〔2016〕{number:0000}号"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string PeriodTitle(string subject, string occurrence) => $"{Short(subject)}（{Label(occurrence)}）";

    public static string TriggeredTitle(string trigger) => $"{trigger}公开信息";

    private static string Label(string occurrence)
    {
        var parts = occurrence.Split('-');
        return parts.Length == 1 ? $"{parts[0]}年" : parts[1][0] switch
        {
            'W' => $"{parts[0]}年第{int.Parse(parts[1][1..], CultureInfo.InvariantCulture)}周",
            'Q' => $"{parts[0]}年第{parts[1][1..]}季度",
            'H' => parts[1] == "H1" ? $"{parts[0]}年上半年" : $"{parts[0]}年下半年",
            _ => $"{parts[0]}年{int.Parse(parts[1], CultureInfo.InvariantCulture)}月",
        };
    }

    private static string Short(string subject) => subject.Length <= 40 ? subject : subject[..40] + "…";

    private static string Core(Agency agency) => agency.ShortName.TrimStart('市');
}
