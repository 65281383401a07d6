using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>What the words of one attribution say.</summary>
/// <param name="Assignments">Leads first, then responsible, then cooperating.</param>
/// <param name="Doubts">What a person should look at: the kind and the words.</param>
public sealed record AttributionReading(
    IReadOnlyList<ParsedAssignment> Assignments,
    IReadOnlyList<(ParseProblemKind Kind, string Words)> Doubts);

/// <summary>Reads the bracketed sentence that names who does a task (责任分工).</summary>
/// <remarks>
/// <para>How mentions are counted (this gives 80 leads and 91 responsible for 京政办发〔2016〕26号):</para>
/// <list type="bullet">
/// <item>Each name of a list is one mention, and so is each group phrase; a tail such as 等公共资源交易监管部门 is none.</item>
/// <item>X牵头,Y负责落实: X leads, Y is responsible.</item>
/// <item>X牵头落实 or X牵头: X is lead and nothing else, although it also carries the task out.</item>
/// <item>X、Y按职责分工分别牵头落实: X and Y are joint leads, counted as leads.</item>
/// <item>X负责落实, X分别负责落实, X落实, X负责: X is responsible; there is no lead.</item>
/// <item>Z配合, Z参与, Z协助: Z cooperates and counts in neither number.</item>
/// </list>
/// </remarks>
public static partial class AttributionReader
{
    // The longest of the Beijing plan has 54 characters; words longer than this are prose in brackets.
    private const int LongestAttribution = 600;

    /// <summary>Reads the words inside the brackets; null where they are no attribution.</summary>
    public static AttributionReading? TryRead(string words)
    {
        if (words.Length > LongestAttribution || !RoleWord().IsMatch(words))
        {
            return null;
        }

        var mentions = new List<(string Name, AssignmentRole Role)>();
        var doubts = new List<(ParseProblemKind, string)>();
        var withoutRole = new List<string>();
        foreach (var clause in words.Split([',', FullWidth.Comma, ';', FullWidth.Semicolon, '。'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var role = Role().Match(clause);
            var list = AgencyListReader.Read(Preposition().Replace(role.Success ? clause[..role.Index] : clause, string.Empty));
            if (list.Open)
            {
                doubts.Add((ParseProblemKind.OpenEnumeration, clause));
            }

            withoutRole.AddRange(list.Names);
            if (role.Success)
            {
                // A comma in place of 、 leaves names without a role: they take that of the clause after them.
                mentions.AddRange(withoutRole.Select(name => (name, RoleOf(role))));
                withoutRole.Clear();
            }
        }

        if (!mentions.Exists(mention => AgencyListReader.LooksLikeName(mention.Name)))
        {
            return null;
        }

        doubts.AddRange(withoutRole.Select(name => (ParseProblemKind.RoleMissing, name)));
        return new AttributionReading(Assign(mentions, doubts), doubts);
    }

    private static List<ParsedAssignment> Assign(
        List<(string Name, AssignmentRole Role)> mentions, List<(ParseProblemKind, string)> doubts)
    {
        // One division of duties makes every lead of the task a joint lead: the plan's JSON has one flag for it.
        var joint = mentions.Exists(mention => mention.Role == AssignmentRole.JointLead);
        var assignments = new List<ParsedAssignment>(mentions.Count);
        foreach (var role in mentions
            .GroupBy(mention => mention.Role == AssignmentRole.Lead && joint ? AssignmentRole.JointLead : mention.Role)
            .OrderBy(role => role.Key))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (name, _) in role)
            {
                if (!seen.Add(name))
                {
                    doubts.Add((ParseProblemKind.RepeatedAgency, name));
                    continue;
                }

                if (!AgencyListReader.LooksLikeName(name))
                {
                    doubts.Add((ParseProblemKind.OddAgencyName, name));
                }

                assignments.Add(new ParsedAssignment(name, role.Key, seen.Count));
            }
        }

        return assignments;
    }

    private static AssignmentRole RoleOf(Match role) =>
        role.Groups["cooperate"].Success ? AssignmentRole.Cooperating
        : !role.Groups["lead"].Success ? AssignmentRole.Responsible
        : role.Groups["divided"].Success ? AssignmentRole.JointLead
        : AssignmentRole.Lead;

    // The words for a role close a clause.
    [GeneratedRegex(
        """
        (?<divided>按照?(?:各自)?职责(?:分工)?|分别)*(?:共同|具体|组织)?
        (?: (?<lead>牵头)(?:负责|组织)?(?:落实|实施|推进|办理)?
          | (?<cooperate>配合|协助|参与|参加)(?:落实|实施|推进|做好)?
          | 负责(?:组织)?(?:落实|实施|推进|办理)? | 落实 )[。\s]*$
        """,
        Patterns.Options | RegexOptions.IgnorePatternWhitespace,
        Patterns.Timeout)]
    private static partial Regex Role();

    // Most brackets of a plan are none, and say so by having no word for a role at all.
    [GeneratedRegex("牵头|负责|落实|配合|协助|参与|参加", Patterns.Options, Patterns.Timeout)]
    private static partial Regex RoleWord();

    [GeneratedRegex("^(?:由|请)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Preposition();
}
