using System.Globalization;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans.Corpus;

/// <summary>What an example means, written by hand: README.md beside it says how.</summary>
internal sealed class ExpectedPlan
{
    private readonly List<string> known = [];

    public Dictionary<string, string> Head { get; } = new(StringComparer.Ordinal);

    public List<ParseProblemKind> Problems { get; } = [];

    /// <summary>Tasks as number, sequence and the two ends of their text.</summary>
    public List<(string Number, int Sequence, string Begin, string End)> Tasks { get; } = [];

    /// <summary>Mentions as task, role and name.</summary>
    public List<string> Agencies { get; } = [];

    /// <summary>Rules as task, phrase, kind and value, and what starts the clock where that is written down.</summary>
    public List<(string Task, string Phrase, string Rule, string? Event)> Rules { get; } = [];

    public KnownNames Known => new(known);

    public static ExpectedPlan Read(string text)
    {
        var plan = new ExpectedPlan();
        var task = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line[0] == '[')
            {
                var close = line.IndexOf(']', StringComparison.Ordinal);
                var number = line[1..close].Split(' ');
                var words = line[(close + 1)..].Trim().Split('…');
                task = line[1..close];
                plan.Tasks.Add((number[0], int.Parse(number[1], CultureInfo.InvariantCulture), words[0], words.Length > 1 ? words[^1] : words[0]));
                continue;
            }

            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            plan.ReadFact(task, line[..colon], line[(colon + 2)..]);
        }

        return plan;
    }

    /// <summary>Writes a rule of a task as the examples do.</summary>
    public static string Describe(ParsedDeadline deadline) => string.Join(' ', new[]
    {
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(deadline.Kind.ToString()),
        deadline.Period is { } period ? System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(period.ToString()) : null,
        deadline.Kind == DeadlineRuleKind.Quota ? deadline.MinCount?.ToString(CultureInfo.InvariantCulture) : null,
        deadline.Value?.ToString(CultureInfo.InvariantCulture),
        deadline.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }.Where(word => word is not null));

    private void ReadFact(string task, string key, string value)
    {
        switch (key)
        {
            case "known":
                known.AddRange(value.Split(" | "));
                break;
            case "problem":
                Problems.Add(Enum.Parse<ParseProblemKind>(value));
                break;
            case "lead" or "joint" or "responsible" or "cooperating":
                Agencies.AddRange(value.Split(" | ").Select(name => $"{task} {key} {name}"));
                break;
            case "rule":
                var parts = value.Split(" = ");
                var rule = parts[1].Split(" @ ");
                Rules.Add((task, parts[0], rule[0], rule.Length > 1 ? rule[1] : null));
                break;
            default:
                Head[key] = value;
                break;
        }
    }
}
