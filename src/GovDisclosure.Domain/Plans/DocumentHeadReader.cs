using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>What stands above a plan's first heading, and below its last task.</summary>
internal sealed record DocumentHead(
    string? Title,
    string? DocumentNumber,
    string? Issuer,
    DateOnly? IssuedOn,
    int? Year,
    IReadOnlySet<int> Lines);

/// <summary>
/// Reads the head of a plan: the document number, the notice's title with the plan's in it (or the plan's title alone), and the signature
/// with the date, in the order of GB/T 9704-2012 or as the fields of a web page (发文字号:…). A signature may also stand at the end.
/// </summary>
internal static partial class DocumentHeadReader
{
    // Long titles are centred over several lines.
    private const int MostTitleLines = 4;

    public static DocumentHead Read(IReadOnlyList<SourceLine> lines, IReadOnlyList<SourceLine> tail, ICollection<ParseProblem> problems)
    {
        var facts = new Facts();
        ReadFields(lines, facts);
        ReadNumbers(lines, facts);
        ReadTitles(lines, facts);
        ReadSignatures(lines, facts);
        ReadSignatures(tail, facts);

        var issuedOn = facts.SignedOn ?? facts.PrintedOn ?? facts.PublishedOn;
        void Report(bool missing, ParseProblemKind kind)
        {
            if (missing)
            {
                problems.Add(new ParseProblem(1, kind, string.Empty));
            }
        }

        var title = facts.QuotedTitle ?? facts.BareTitle ?? facts.NoticeTitle;
        var issuer = facts.Signature ?? facts.NoticeIssuer ?? facts.FieldIssuer;
        Report(title is null, ParseProblemKind.MissingTitle);
        Report(facts.Number is null, ParseProblemKind.MissingDocumentNumber);
        Report(issuer is null, ParseProblemKind.MissingIssuer);
        Report(issuedOn is null, ParseProblemKind.MissingIssueDate);
        return new DocumentHead(title, facts.Number, issuer, issuedOn, YearOf(title) ?? YearOf(facts.Number) ?? issuedOn?.Year, facts.Lines);
    }

    /// <summary>Says whether a line at the end of a document belongs to its signature or its imprint.</summary>
    public static bool IsTail(string folded) => DateLine().IsMatch(folded) || SignedLine().IsMatch(folded);

    private static void ReadFields(IReadOnlyList<SourceLine> lines, Facts facts)
    {
        foreach (var line in lines)
        {
            if (NumberField().Match(line.Folded) is { Success: true } number)
            {
                facts.Number ??= line.Text.Substring(number.Groups["number"].Index, number.Groups["number"].Length);
                facts.Lines.Add(line.Number);
            }

            if (IssuerField().Match(line.Folded) is { Success: true } issuer)
            {
                facts.FieldIssuer ??= line.Text.Substring(issuer.Groups["issuer"].Index, issuer.Groups["issuer"].Length);
                facts.Lines.Add(line.Number);
            }

            if (RedHead().Match(line.Folded) is { Success: true } head)
            {
                facts.FieldIssuer ??= line.Text[..head.Groups["issuer"].Length];
                facts.Lines.Add(line.Number);
            }

            if (DateField().Match(line.Folded) is { Success: true } date && ReadDate(date) is { } day)
            {
                facts.PrintedOn ??= date.Groups["made"].Success ? day : null;
                facts.PublishedOn ??= day;
                facts.Lines.Add(line.Number);
            }
        }
    }

    private static void ReadNumbers(IReadOnlyList<SourceLine> lines, Facts facts)
    {
        foreach (var line in lines)
        {
            if (DocumentNumber().Match(line.Folded) is { Success: true } numbered)
            {
                facts.Number ??= line.Text[..numbered.Length];
                facts.Lines.Add(line.Number);
            }
        }
    }

    private static void ReadTitles(IReadOnlyList<SourceLine> lines, Facts facts)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            // The shortest run of lines that makes a title is one; a longer run would take in what stands beside it.
            for (var count = 1; count <= MostTitleLines && index + count <= lines.Count; count++)
            {
                if (count > 1 && (IsNoTitle(lines[index]) || IsNoTitle(lines[index + count - 1])))
                {
                    break;
                }

                var run = lines.Skip(index).Take(count).ToList();
                var words = new Words(string.Concat(run.Select(line => line.Text)), string.Concat(run.Select(line => line.Folded)));
                if (ReadTitle(words, facts))
                {
                    facts.Lines.UnionWith(run.Select(line => line.Number));
                    index += count - 1;
                    break;
                }
            }
        }
    }

    private static bool IsNoTitle(SourceLine line) =>
        Sentences.Closes(line.Folded) && line.Folded[^1] != ')' || DocumentNumber().IsMatch(line.Folded) || DateLine().IsMatch(line.Folded)
        || line.Folded.Contains(',', StringComparison.Ordinal) || PageNoise.IsNoise(line.Folded);

    private static bool ReadTitle(Words words, Facts facts)
    {
        var start = DocumentNumber().Match(words.Folded).Length;
        start += BeforeTitle().Match(words.Folded[start..]).Length;
        var line = words.Slice(start, words.Length).Trim();
        if (Notice().Match(line.Folded) is { Success: true } notice)
        {
            facts.QuotedTitle ??= Cut(line, notice.Groups["title"]);
            facts.NoticeIssuer ??= Cut(line, notice.Groups["issuer"]);
            return true;
        }

        if (BareTitle().IsMatch(line.Folded))
        {
            facts.BareTitle ??= line.Text;
            return true;
        }

        if (UnquotedNotice().Match(line.Folded) is { Success: true } unquoted)
        {
            facts.NoticeTitle ??= Cut(line, unquoted.Groups["title"]);
            facts.NoticeIssuer ??= Cut(line, unquoted.Groups["issuer"]);
            return true;
        }

        return false;
    }

    private static string? Cut(Words words, Group group) =>
        group is { Success: true, Length: > 0 } ? words.Text.Substring(group.Index, group.Length) : null;

    private static void ReadSignatures(IReadOnlyList<SourceLine> lines, Facts facts)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (DateLine().Match(line.Folded) is { Success: true } dated && ReadDate(dated) is { } date)
            {
                facts.Lines.Add(line.Number);
                if (facts.SignedOn is null)
                {
                    facts.SignedOn = date;
                    if (index > 0 && AgencyNames.LooksLikeName(Squeeze(lines[index - 1].Folded)))
                    {
                        facts.Signature = Squeeze(lines[index - 1].Text);
                        facts.Lines.Add(lines[index - 1].Number);
                    }
                }
            }
            else if (SignedLine().Match(line.Folded) is { Success: true } signed && ReadDate(signed) is { } day)
            {
                facts.Lines.Add(line.Number);
                facts.PrintedOn ??= day;
                facts.FieldIssuer ??= Cut(new Words(line.Text, line.Folded), signed.Groups["issuer"])?.Trim();
            }
        }
    }

    // Letters of a signature are spread to fill its line: 市 政 府.
    private static string Squeeze(string words) => Spread().Replace(words, string.Empty);

    private static int? YearOf(string? words)
    {
        if (words is null)
        {
            return null;
        }

        foreach (Match match in FourDigits().Matches(Folding.Fold(words)))
        {
            if (ChineseNumber.TryRead(match.ValueSpan, out var year) && year is >= 1949 and <= 2999)
            {
                return year;
            }
        }

        return null;
    }

    private static DateOnly? ReadDate(Match date) =>
        ChineseNumber.TryRead(date.Groups["y"].Value.Replace('O', '〇').Replace('o', '〇'), out var year)
        && ChineseNumber.TryRead(date.Groups["m"].ValueSpan, out var month)
        && ChineseNumber.TryRead(date.Groups["d"].ValueSpan, out var day)
            ? CalendarDate.TryMake(year, month, day)
            : null;

    private const string Number = @"\p{L}{1,16}\s*[\[(]\s*\d{4}\s*[\])]\s*第?\s*\d{1,5}\s*号";
    private const string Kinds = @"(?:要点|计划|安排|方案|分工|分解|清单|任务书|台账|\p{L}{1,4}表|意见|措施|细则)";
    private const string Day =
        @"(?<y>[\d〇零Oo一二三四五六七八九]{4})\s*(?:年\s*(?<m>[\d一二三四五六七八九十]{1,3})\s*月\s*(?<d>[\d一二三四五六七八九十]{1,3})\s*日|[-./](?<m>\d{1,2})[-./](?<d>\d{1,2}))";

    [GeneratedRegex("^" + Number, Patterns.Options, Patterns.Timeout)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"(?:发文字号|发文文号|文件编号|文件字号|文\s*号|字\s*号)\s*[:\]]?\s*(?<number>" + Number + ")", Patterns.Options, Patterns.Timeout)]
    private static partial Regex NumberField();

    [GeneratedRegex(@"(?:发文机关|发文单位|发布机构|发布机关|印发机关|印发单位|制发机关|制定机关|公开主体)\s*[:\]]\s*(?<issuer>\p{L}[^\s:;,。]{3,30})", Patterns.Options, Patterns.Timeout)]
    private static partial Regex IssuerField();

    // The name in red at the top of a print: 某市人民政府办公室文件.
    [GeneratedRegex(@"^(?<issuer>\p{L}{3,28}(?:府|室|厅|委|局|会|组))文件$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex RedHead();

    [GeneratedRegex(@"(?:(?<made>成文日期|成文时间|发文日期|发文时间|印发日期|印发时间|签发日期|生成日期)|发布日期|发布时间|公开日期|公布日期|日期|时间)\s*[:\]]\s*" + Day, Patterns.Options, Patterns.Timeout)]
    private static partial Regex DateField();

    [GeneratedRegex(@"^(?:附\s*件\s*\d{0,2}\s*[:.]?\s*(?:1\s*\.)?|标\s*题\s*:|名\s*称\s*:)\s*", Patterns.Options, Patterns.Timeout)]
    private static partial Regex BeforeTitle();

    [GeneratedRegex("^《?(?<issuer>[^《,。]{0,40}?)(?:关于)?(?:印发|转发|下发|公布|发布)《+(?<title>[^《》]{1,80})》+的?(?:通知|函|公告)?》?$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Notice();

    [GeneratedRegex(
        "^(?<issuer>[^《,。:;]{0,40}?)关于(?:印发|下发|公布|发布|转发|做好|进一步做好)(?<title>[^《》,。;]{2,60}?(?:公开|政务)[^《》,。;]{0,30}?)的?(?:通知|函)$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex UnquotedNotice();

    [GeneratedRegex(
        @"^(?!.*(?:关于|的通知))[^《》,。:;]{0,40}(?:政务公开|信息公开|公开工作|政务服务)[^《》,。:;]{0,30}" + Kinds + @"(?:\([^()]{1,16}\))?$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex BareTitle();

    [GeneratedRegex(@"^\(?\s*" + Day + @"\s*\)?$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^(?<issuer>\p{L}{4,30}?)(?:\s*" + Day + @"\s*印发|\s+" + Day + ")$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex SignedLine();

    [GeneratedRegex(@"\d{4}", Patterns.Options, Patterns.Timeout)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"(?<=\p{L})\s+(?=\p{L}(?:\s|$))|(?<=(?:^|\s)\p{L})\s+(?=\p{L})", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Spread();

    private sealed class Facts
    {
        public string? QuotedTitle { get; set; }

        public string? BareTitle { get; set; }

        public string? NoticeTitle { get; set; }

        public string? Number { get; set; }

        public string? Signature { get; set; }

        public string? NoticeIssuer { get; set; }

        public string? FieldIssuer { get; set; }

        public DateOnly? SignedOn { get; set; }

        public DateOnly? PrintedOn { get; set; }

        public DateOnly? PublishedOn { get; set; }

        public HashSet<int> Lines { get; } = [];
    }
}
