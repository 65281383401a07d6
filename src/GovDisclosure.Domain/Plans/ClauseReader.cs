using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>Goes through the clauses of an attribution, each with its label or its words for a role, and collects the names.</summary>
internal sealed partial class ClauseReader(Words words, KnownNames known, AttributionLabelKind? column = null)
{
    private readonly List<string> waiting = [];
    private AttributionLabelKind? label = column;
    private bool anyLabel = column is not null;
    private bool anyRole;
    private bool allPlain = true;

    public List<(string Name, AssignmentRole Role)> Mentions { get; } = [];

    public List<(ParseProblemKind Kind, string Words)> Doubts { get; } = [];

    public List<(int Start, int End, bool Labelled)> Times { get; } = [];

    /// <summary>Whether a word for a role, and not a label alone, says what names do.</summary>
    public bool HasRoleWords => anyRole;

    /// <summary>Whether the words say that the first of the list leads: 排第一的为牵头单位.</summary>
    public bool FirstLeads { get; private set; }

    /// <summary>Whether they say it of the attributions below too: 下同.</summary>
    public bool AndBelow { get; private set; }

    /// <summary>Reads the clauses from a place on; a comma within brackets parts nothing.</summary>
    public void Read(int start)
    {
        var depth = 0;
        var labels = AttributionLabels.Inside(words.Folded);
        for (var at = start; at <= words.Length; at++)
        {
            var c = at < words.Length ? words.Folded[at] : ';';
            // 【责任单位】市教委【配合单位】市科委: a label in brackets begins a clause wherever it stands.
            if (at > start && (labels.Contains(at) || (c is '[' or '(' && AttributionLabels.TryRead(words.Folded, at, out _, out _))))
            {
                ReadClause(start, at);
                (start, depth) = (at, 0);
            }

            depth += c is '(' or '[' ? 1 : c is ')' or ']' && depth > 0 ? -1 : 0;
            var parted = at == words.Length
                || (depth == 0 && (c is ',' or ';' or '。' or '\n' or '!' || (LineReader.IsLayout(c) && AttributionLabels.TryRead(words.Folded, at, out _, out _))));
            if (!parted)
            {
                continue;
            }

            ReadClause(start, at);
            start = at + (at < words.Length && LineReader.IsLayout(c) ? 0 : 1);
            if (start == at)
            {
                start++;
            }
        }

        if (waiting.Count > 0)
        {
            Settle();
        }
    }

    /// <summary>Says whether all that was read makes an attribution, or only a line of time for one beside it.</summary>
    public bool IsAttribution(out bool bare, out bool plain)
    {
        bare = !anyLabel && !anyRole;
        plain = allPlain && (Mentions.Count > 0 || (anyLabel && Times.Count > 0));
        if (anyLabel)
        {
            return Mentions.Exists(mention => !Elsewhere().IsMatch(mention.Name)) || Times.Exists(time => time.Labelled);
        }

        var names = Mentions.ConvertAll(mention => Folding.Fold(mention.Name));
        return names.Count > 0 && (anyRole ? names.Exists(AgencyNames.LooksLikeName) : allPlain);
    }

    private void Settle()
    {
        // Names that no word follows: after a lead they are those who carry it out, and alone they are the whole attribution.
        if (anyRole)
        {
            Doubts.AddRange(waiting.Select(name => (ParseProblemKind.RoleMissing, name)));
        }

        Mentions.AddRange(waiting.Select(name => (name, AssignmentRole.Responsible)));
        waiting.Clear();
    }

    private void ReadClause(int start, int end)
    {
        (start, end) = LineReader.Trim(words.Text, start, end);
        if (Order().Match(words.Folded[start..end]) is { Success: true } order)
        {
            FirstLeads |= order.Groups["first"].Success;
            AndBelow |= order.Groups["below"].Success;
            return;
        }

        if (AttributionLabels.TryRead(words.Folded[..end], start, out var kind, out var length))
        {
            label = kind;
            anyLabel = true;
            start += length;
        }

        if (start >= end || label == AttributionLabelKind.Other)
        {
            return;
        }

        if (label == AttributionLabelKind.Time)
        {
            Times.Add((start, end, true));
            return;
        }

        end = CutTime(start, end);
        (start, end) = LineReader.Trim(words.Text, start, end);
        for (var inner = RoleWords.Within(words.Folded[..end], start); inner.Success; inner = RoleWords.Within(words.Folded[..end], start))
        {
            ReadRole(start, inner.Index, RoleWords.RoleOf(inner), words.Text[start..(inner.Index + inner.Length)]);
            start = inner.Index + inner.Length;
        }

        if (start < end)
        {
            var role = RoleWords.AtEnd(words.Folded[start..end]);
            var reading = role.Success ? RoleWords.RoleOf(role) : (AssignmentRole?)null;
            ReadRole(start, role.Success ? start + role.Index : end, reading, words.Text[start..end]);
        }
    }

    // 市教委6月底前完成: the names stand before the time; 6月底前完成 alone is time and nothing else.
    private int CutTime(int start, int end)
    {
        if (DeadlinePhraseReader.IsField(words.Folded[start..end]))
        {
            Times.Add((start, end, true));
            return start;
        }

        var first = DeadlinePhraseReader.FirstPlainTime(words.Folded[start..end]);
        if (first < 0)
        {
            return end;
        }

        Times.Add((start + first, end, false));
        var cut = start + first;
        var rest = RoleWords.AtEnd(words.Folded[cut..end]);
        // 市教委6月底前负责落实: the words for the role stand behind the time.
        if (rest.Success && cut > start)
        {
            ReadRole(start, cut, RoleWords.RoleOf(rest), words.Text[start..end]);
            return start;
        }

        return cut;
    }

    private void ReadRole(int start, int end, AssignmentRole? role, string clause)
    {
        anyRole |= role is not null;
        var together = RoleWords.Together(words.Folded[start..end]);
        if (together.Success && !known.Holds(words.Folded[start..end]))
        {
            anyRole = true;
            Add(start, start + together.Index, AssignmentRole.Lead, clause);
            Add(start + together.Index + together.Length, end, AssignmentRole.Cooperating, clause);
            return;
        }

        Add(start, end, role ?? RoleOfLabel(), clause);
    }

    private AssignmentRole? RoleOfLabel() => label switch
    {
        AttributionLabelKind.Lead => AssignmentRole.Lead,
        AttributionLabelKind.Cooperating => AssignmentRole.Cooperating,
        AttributionLabelKind.Responsible => AssignmentRole.Responsible,
        _ => null,
    };

    private void Add(int start, int end, AssignmentRole? role, string clause)
    {
        var slice = words.Slice(start, end);
        var by = Fields().Match(slice.Folded) is { Success: true } fields ? fields : Preposition().Match(slice.Folded);
        var list = AgencyListReader.Read(slice.Slice(by.Length, slice.Length), known);
        if (list.Open)
        {
            Doubts.Add((ParseProblemKind.OpenEnumeration, clause));
        }

        foreach (var name in list.Names)
        {
            var folded = Folding.Fold(name);
            var mark = RoleWords.Mark(folded);
            var bare = mark.Success ? name[..mark.Index] : name;
            allPlain &= AgencyNames.IsPlainlyName(mark.Success ? folded[..mark.Index] : folded) || known.Holds(folded);
            if (mark.Success && bare.Length > 0)
            {
                anyRole = true;
                Mentions.Add((bare, RoleWords.RoleOf(mark)));
            }
            else
            {
                waiting.Add(name);
            }
        }

        if (role is { } told)
        {
            // A comma in place of 、 leaves names without a role: they take that of the clause after them.
            Mentions.AddRange(waiting.Select(name => (name, told)));
            waiting.Clear();
        }
    }

    [GeneratedRegex("^(?:(?:此|该|本)项?(?:工作|任务|事项))?(?:具体)?(?:并?由|请|以及|并|同时|以)?", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Preposition();

    // 教育、卫生健康等领域分别由市教委、市卫生健康委负责: the fields are no names.
    [GeneratedRegex("^[^由]{1,80}(?:领域|方面|行业|事项|部分|内容|信息|工作)(?:分别|具体|主要|统一)?由", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Fields();

    [GeneratedRegex(
        "^(?<first>(?:其中)?(?:排名?|列|位)(?:在|于)?(?:第一|首)(?:位|个)?的?(?:单位|部门)?(?:为|是)牵头(?:责任)?(?:单位|部门))?(?<below>(?<=^|门|位)(?:以?下同))?$(?<!^)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Order();

    [GeneratedRegex("^(?:见|详见|附件|同上|如上|无|待定|略)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Elsewhere();
}
