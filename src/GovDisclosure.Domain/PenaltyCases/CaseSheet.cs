using System.Globalization;
using GovDisclosure.Domain.Disclosures;

namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>A column of a sheet of cases.</summary>
/// <param name="Field">The member of <see cref="CaseDraft"/>.</param>
/// <param name="Chinese">The heading.</param>
/// <param name="English">The heading in English.</param>
/// <param name="Others">Further headings that are understood.</param>
public sealed record CaseColumn(string Field, string Chinese, string English, params string[] Others);

/// <summary>A row of a sheet: its number in the file, and the cells by field as they were read.</summary>
public sealed record CaseSheetRow(int Number, IReadOnlyDictionary<string, string> Cells);

/// <summary>Understands a sheet of cases by its headings, in either language and any order.</summary>
public static class CaseSheet
{
    private const int FewestHeadings = 3;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);
    private static readonly string[] DatePatterns = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly char[] ListSeparators = ['、', '，', ',', ';', '；', '/', '|', '\n', '+'];

    private static readonly (PenaltyKind Kind, string[] Words)[] KindWords =
    [
        (PenaltyKind.Warning, ["警告", "warning"]),
        (PenaltyKind.Fine, ["罚款", "fine"]),
        (PenaltyKind.Confiscation, ["没收", "confiscat"]),
        (PenaltyKind.ClosureOrder, ["停产", "停业", "closure"]),
        (PenaltyKind.LicenceRevocation, ["暂扣", "吊销", "licence", "license"]),
        (PenaltyKind.Detention, ["拘留", "detention"]),
        (PenaltyKind.Other, ["其他", "other"]),
    ];

    private static readonly (DisclosureChannel Channel, string[] Words)[] ChannelWords =
    [
        (DisclosureChannel.CityPortal, ["首都之窗", "市政府门户", "city"]),
        (DisclosureChannel.AgencyWebsite, ["网站", "website"]),
        (DisclosureChannel.Gazette, ["公报", "gazette"]),
        (DisclosureChannel.NewMedia, ["微博", "微信", "客户端", "新媒体", "media"]),
        (DisclosureChannel.PressConference, ["发布会", "conference"]),
        (DisclosureChannel.Press, ["报刊", "广播", "电视", "press"]),
        (DisclosureChannel.Other, ["其他", "other"]),
    ];

    /// <summary>The columns, in the order of the template.</summary>
    public static IReadOnlyList<CaseColumn> Columns { get; } =
    [
        new(nameof(CaseDraft.Title), "案件名称", "Case name", "案由"),
        new(nameof(CaseDraft.Reference), "行政处罚决定书文号", "Decision number", "决定书文号", "处罚决定书文号", "文号"),
        new(nameof(CaseDraft.DecidedOn), "决定日期", "Decision date", "处罚决定日期", "作出决定日期", "作出行政处罚的日期"),
        new(nameof(CaseDraft.PartyKind), "被处罚对象类别", "Party kind", "对象类别", "类别"),
        new(nameof(CaseDraft.PartyName), "被处罚单位或个人", "Party", "被处罚单位（个人）名称", "被处罚人", "当事人"),
        new(nameof(CaseDraft.RepresentativeName), "法定代表人", "Legal representative", "法定代表人姓名", "法定代表人（负责人）"),
        new(nameof(CaseDraft.Facts), "主要违法事实", "Main facts", "违法事实"),
        new(nameof(CaseDraft.Kinds), "处罚种类", "Kinds of penalty", "行政处罚的种类"),
        new(nameof(CaseDraft.Basis), "处罚依据", "Basis", "行政处罚的依据"),
        new(nameof(CaseDraft.Result), "处罚结果", "Result", "行政处罚的内容"),
        new(nameof(CaseDraft.Performance), "履行方式和期限", "Performance", "行政处罚的履行方式和期限"),
        new(nameof(CaseDraft.DecidingBody), "作出处罚的机关", "Deciding body", "处罚机关", "作出行政处罚的机关名称"),
        new(nameof(CaseDraft.Channel), "公开渠道", "Channel"),
        new(nameof(CaseDraft.PlatformNumber), "两法衔接平台编号", "Shared platform number", "平台编号"),
        new(nameof(CaseDraft.PlatformEnteredOn), "两法衔接录入日期", "Shared platform date", "录入日期"),
    ];

    /// <summary>Finds which cell of a line is which field; <see langword="null"/> where the line is not the headings.</summary>
    /// <param name="cells">The cells of the line.</param>
    public static IReadOnlyDictionary<int, string>? ReadHeadings(IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var found = new Dictionary<int, string>();
        for (var index = 0; index < cells.Count; index++)
        {
            var heading = Plain(cells[index]);
            var column = Columns.FirstOrDefault(column => heading.Length > 0
                && column.Others.Append(column.Chinese).Append(column.English).Any(name => string.Equals(Plain(name), heading, StringComparison.OrdinalIgnoreCase)));
            if (column is not null && !found.ContainsValue(column.Field))
            {
                found.Add(index, column.Field);
            }
        }

        return found.Count >= FewestHeadings && found.ContainsValue(nameof(CaseDraft.Reference)) ? found : null;
    }

    /// <summary>Reads a row; cells that cannot be understood are violations of their field.</summary>
    public static (CaseDraft Draft, IReadOnlyList<RuleViolation> Violations) Read(CaseSheetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var violations = new List<RuleViolation>();
        string Cell(string field) => row.Cells.GetValueOrDefault(field, "");

        T Understood<T>(string field, Func<string, (T Value, bool Ok)> read)
        {
            var (value, ok) = read(Cell(field).Trim());
            if (!ok)
            {
                violations.Add(new RuleViolation("NotUnderstood", field, Shown(Cell(field))));
            }

            return value;
        }

        var representative = Cell(nameof(CaseDraft.RepresentativeName));
        var draft = new CaseDraft
        {
            Title = Cell(nameof(CaseDraft.Title)),
            Reference = Cell(nameof(CaseDraft.Reference)),
            DecidedOn = Understood(nameof(CaseDraft.DecidedOn), ReadDate),
            PartyKind = Understood(nameof(CaseDraft.PartyKind), text => ReadPartyKind(text, representative)),
            PartyName = Cell(nameof(CaseDraft.PartyName)),
            RepresentativeName = representative,
            Facts = Cell(nameof(CaseDraft.Facts)),
            Kinds = Understood(nameof(CaseDraft.Kinds), ReadKinds),
            Basis = Cell(nameof(CaseDraft.Basis)),
            Result = Cell(nameof(CaseDraft.Result)),
            Performance = Cell(nameof(CaseDraft.Performance)),
            DecidingBody = Cell(nameof(CaseDraft.DecidingBody)),
            Channel = Understood(nameof(CaseDraft.Channel), ReadChannel),
            PlatformNumber = Cell(nameof(CaseDraft.PlatformNumber)),
            PlatformEnteredOn = Understood(nameof(CaseDraft.PlatformEnteredOn), ReadDate),
        };
        return (draft.Cleaned(), violations);
    }

    /// <summary>Reads a date as people write it, or as a spreadsheet keeps it: a count of days.</summary>
    public static (DateOnly? Value, bool Ok) ReadDate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return (null, true);
        }

        if (DateTime.TryParseExact(text, DatePatterns, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
        {
            return (DateOnly.FromDateTime(date), true);
        }

        // 1 January 1950 to 31 December 2099.
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= 18264 and < 73051
            ? (SerialZero.AddDays((int)serial), true)
            : (null, false);
    }

    private static (PartyKind? Value, bool Ok) ReadPartyKind(string text, string representative) => text.ToUpperInvariant() switch
    {
        "" => (string.IsNullOrWhiteSpace(representative) ? null : PartyKind.Organisation, true),
        "单位" or "法人" or "法人或其他组织" or "企业" or "组织" or "ORGANISATION" or "ORGANIZATION" or "UNIT" => (PartyKind.Organisation, true),
        "个人" or "自然人" or "公民" or "个体工商户" or "PERSON" => (PartyKind.Person, true),
        _ => (null, false),
    };

    private static (IReadOnlyList<PenaltyKind> Value, bool Ok) ReadKinds(string text)
    {
        var kinds = new List<PenaltyKind>();
        foreach (var word in text.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var known = KindWords.Where(kind => kind.Words.Any(start => word.Contains(start, StringComparison.OrdinalIgnoreCase))).Take(1).ToList();
            if (known.Count == 0)
            {
                return (kinds, false);
            }

            kinds.Add(known[0].Kind);
        }

        return (kinds, true);
    }

    // Chiefly on the agency's own site, says the plan; so that is what an empty cell means.
    private static (DisclosureChannel? Value, bool Ok) ReadChannel(string text)
    {
        if (text.Length == 0)
        {
            return (DisclosureChannel.AgencyWebsite, true);
        }

        var known = ChannelWords.Where(channel => channel.Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))).Take(1).ToList();
        return known.Count == 0 ? (null, false) : (known[0].Channel, true);
    }

    private static string Plain(string heading) =>
        string.Concat(heading.Where(character => !char.IsWhiteSpace(character) && character is not ('*' or '＊' or ':' or '：'))).Replace('(', '（').Replace(')', '）');

    private static string Shown(string cell) => cell.Length <= 40 ? cell : cell[..40] + "…";
}
