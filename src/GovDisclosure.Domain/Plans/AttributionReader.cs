namespace GovDisclosure.Domain.Plans;

/// <summary>What the words of one attribution say.</summary>
/// <param name="Assignments">Leads first, then responsible, then cooperating.</param>
/// <param name="Doubts">What a person should look at: the kind and the words.</param>
public sealed record AttributionReading(
    IReadOnlyList<ParsedAssignment> Assignments,
    IReadOnlyList<(ParseProblemKind Kind, string Words)> Doubts)
{
    /// <summary>How far back it reaches, where it says so.</summary>
    internal AttributionScope? Scope { get; init; }

    /// <summary>Whether it is a list of names and nothing else: neither a label nor a word for a role says what it is.</summary>
    internal bool IsBare { get; init; }

    /// <summary>Whether a word for a role, and not a label alone, says what names do.</summary>
    internal bool HasRoleWords { get; init; }

    /// <summary>Whether every name is plainly one, so that the words need no brackets to be an attribution.</summary>
    internal bool IsPlain { get; init; }

    /// <summary>Whether it says that the first of each list leads, here and below: 排第一的为牵头单位,下同.</summary>
    internal bool SaysOrderBelow { get; init; }

    /// <summary>The same names, the first as lead where there is none.</summary>
    internal AttributionReading WithFirstLeading() =>
        Assignments.Count < 2 || Assignments.Any(assignment => assignment.Role != AssignmentRole.Responsible)
            ? this
            : this with
            {
                Assignments =
                [
                    new ParsedAssignment(Assignments[0].Name, AssignmentRole.Lead, 1),
                    .. Assignments.Skip(1).Select((assignment, index) => assignment with { Ordinal = index + 1 }),
                ],
            };

    /// <summary>The same names in another role.</summary>
    internal AttributionReading As(AssignmentRole role) => this with
    {
        Assignments = [.. Assignments.Select((assignment, index) => new ParsedAssignment(assignment.Name, role, index + 1))],
    };

    /// <summary>The stretches that speak of time, and whether a label says so.</summary>
    internal IReadOnlyList<(int Start, int End, bool Labelled)> Times { get; init; } = [];
}

/// <summary>Reads the words that name who does a task (责任分工), in brackets or not.</summary>
/// <remarks>
/// <para>How mentions are counted (this gives 80 leads and 91 responsible for 京政办发〔2016〕26号):</para>
/// <list type="bullet">
/// <item>Each name of a list is one mention, and so is each group phrase; a tail such as 等公共资源交易监管部门 is none.</item>
/// <item>X牵头,Y负责落实: X leads, Y is responsible. So do 牵头单位:X;责任单位:Y, and 责任单位:X(牵头)、Y.</item>
/// <item>X牵头落实 or X牵头: X is lead and nothing else, although it also carries the task out.</item>
/// <item>X、Y按职责分工分别牵头落实: X and Y are joint leads, counted as leads.</item>
/// <item>X会同Y, with or without 负责: X leads, Y cooperates.</item>
/// <item>X负责落实, X按职责分工负责, X落实, X负责, or X alone: X is responsible; there is no lead.</item>
/// <item>Z配合, Z参与, Z协助: Z cooperates and counts in neither number.</item>
/// <item>X牵头,Y with no word for Y: Y is taken as responsible, with a doubt.</item>
/// </list>
/// </remarks>
public static class AttributionReader
{
    /// <summary>The longest of the Beijing plan has 54 characters; words much longer than this are prose in brackets.</summary>
    internal const int LongestAttribution = 600;

    /// <summary>Reads the words inside the brackets; null where they are no attribution.</summary>
    public static AttributionReading? TryRead(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length > LongestAttribution ? null : TryRead(Words.Of(words), KnownNames.None);
    }

    /// <summary>Reads words without brackets, which must be an attribution beyond doubt.</summary>
    internal static AttributionReading? TryReadLine(Words words, KnownNames? known = null) =>
        words.Length <= LongestAttribution && TryRead(words, known ?? KnownNames.None) is { IsPlain: true } reading ? reading : null;

    /// <summary>Reads a cell of a table, whose column says what its names are.</summary>
    internal static AttributionReading? ReadCell(Words words, AttributionLabelKind column, KnownNames known)
    {
        var clauses = new ClauseReader(words, known, column);
        clauses.Read(0);
        return clauses.IsAttribution(out _, out _) ? new AttributionReading(Assign(clauses.Mentions, clauses.Doubts), clauses.Doubts) { Times = clauses.Times } : null;
    }

    internal static AttributionReading? TryRead(Words words, KnownNames known)
    {
        if (words.Length is < 2 or > LongestAttribution)
        {
            return null;
        }

        var scope = AttributionScope.TryRead(words.Folded);
        var clauses = new ClauseReader(words, known);
        clauses.Read(scope?.Length ?? 0);
        if (!clauses.IsAttribution(out var bare, out var plain))
        {
            return null;
        }

        var doubts = clauses.Doubts;
        var reading = new AttributionReading(Assign(clauses.Mentions, doubts), doubts)
        {
            SaysOrderBelow = clauses.FirstLeads && clauses.AndBelow,
            Scope = scope,
            IsBare = bare,
            IsPlain = plain,
            HasRoleWords = clauses.HasRoleWords,
            Times = clauses.Times,
        };
        return clauses.FirstLeads ? reading.WithFirstLeading() : reading;
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
}
