using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>What stands above a plan's first heading.</summary>
internal sealed record DocumentHead(
    string? Title,
    string? DocumentNumber,
    string? Issuer,
    DateOnly? IssuedOn,
    int? Year,
    IReadOnlySet<int> Lines);

/// <summary>
/// Reads the head of a plan: the document number, the notice's title with the plan's in its brackets (or the plan's title alone), and the
/// signature with the date, in the order of GB/T 9704-2012.
/// </summary>
internal static partial class DocumentHeadReader
{
    public static DocumentHead Read(IReadOnlyList<SourceLine> lines, ICollection<ParseProblem> problems)
    {
        var used = new HashSet<int>();
        string? number = null, title = null, issuer = null;
        DateOnly? issuedOn = null;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var words = line.Text;
            if (DocumentNumber().Match(words) is { Success: true } numbered)
            {
                number ??= numbered.Value;
                used.Add(line.Number);
                words = words[numbered.Length..].TrimStart();
            }

            if (Notice().Match(words) is { Success: true } notice)
            {
                title ??= notice.Groups["title"].Value;
                issuer ??= notice.Groups["issuer"].Value is { Length: > 0 } named ? named : null;
                used.Add(line.Number);
            }
            else if (BareTitle().IsMatch(words))
            {
                title ??= words;
                used.Add(line.Number);
            }
            else if (issuedOn is null && DateLine().Match(words) is { Success: true } dated && ReadDate(dated) is { } date)
            {
                issuedOn = date;
                used.Add(line.Number);
                if (index > 0 && AgencyListReader.LooksLikeName(lines[index - 1].Text))
                {
                    issuer = lines[index - 1].Text;
                    used.Add(lines[index - 1].Number);
                }
            }
        }

        void Report(bool missing, ParseProblemKind kind)
        {
            if (missing)
            {
                problems.Add(new ParseProblem(1, kind, string.Empty));
            }
        }

        Report(title is null, ParseProblemKind.MissingTitle);
        Report(number is null, ParseProblemKind.MissingDocumentNumber);
        Report(issuer is null, ParseProblemKind.MissingIssuer);
        Report(issuedOn is null, ParseProblemKind.MissingIssueDate);
        return new DocumentHead(title, number, issuer, issuedOn, YearOf(title) ?? YearOf(number) ?? issuedOn?.Year, used);
    }

    private static int? YearOf(string? words) =>
        words is not null && FourDigits().Match(words) is { Success: true } match
        && ChineseNumber.TryRead(match.ValueSpan, out var year) && year is >= 1949 and <= 2999
            ? year
            : null;

    private static DateOnly? ReadDate(Match date) =>
        ChineseNumber.TryRead(date.Groups["y"].ValueSpan, out var year)
        && ChineseNumber.TryRead(date.Groups["m"].ValueSpan, out var month)
        && ChineseNumber.TryRead(date.Groups["d"].ValueSpan, out var day)
            ? CalendarDate.TryMake(year, month, day)
            : null;

    [GeneratedRegex(
        @"^\p{L}{1,12}\s*[〔\[(\uFF08\uFF3B【]\s*\d{4}\s*[〕\])\uFF09\uFF3D】]\s*第?\s*\d{1,5}\s*号",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(
        "^《?(?<issuer>[^《〈,\uFF0C。]{0,40}?)(?:关于)?印发[《〈](?<title>[^《〈》〉]{1,80})[》〉]的通知》?$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Notice();

    [GeneratedRegex(
        @"^[^《〈,\uFF0C。:\uFF1A;\uFF1B]{0,40}政务公开[^《〈,\uFF0C。:\uFF1A;\uFF1B]{0,20}(?:要点|计划|安排|方案)$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex BareTitle();

    [GeneratedRegex(
        @"^(?<y>[\d〇零一二三四五六七八九]{4})\s*年\s*(?<m>[\d一二三四五六七八九十]{1,3})\s*月\s*(?<d>[\d一二三四五六七八九十]{1,3})\s*日$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"\d{4}", Patterns.Options, Patterns.Timeout)]
    private static partial Regex FourDigits();
}
