using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>Turns the time phrases of a task into the rules that are kept: those with a number as they are, words by the office's default.</summary>
/// <param name="assumed">The office's defaults, one of them for <see cref="AssumedRule.WholeTask"/>.</param>
/// <param name="bases">The instruments behind numbers.</param>
public sealed class TaskRuleBuilder(IReadOnlyCollection<AssumedRule> assumed, IReadOnlyCollection<LegalBasis> bases)
{
    private static readonly char[] ClauseEnds = ['。', '；', ';', '\n'];
    private static readonly char[] CommaEnds = ['，', ','];

    /// <summary>Returns the rules of a task, at least one.</summary>
    /// <remarks>
    /// A task without any number is owed as a whole by the end of the plan's year. The same default is kept once a task, however often
    /// its word stands there.
    /// </remarks>
    /// <param name="task">The task as parsed.</param>
    /// <param name="planYear">The plan's year.</param>
    public IReadOnlyList<TaskDeadlineRule> Build(ParsedTask task, int planYear)
    {
        ArgumentNullException.ThrowIfNull(task);
        var rules = new List<(DeadlineRule Rule, string Clause)>();
        foreach (var deadline in task.Deadlines.Where(deadline => deadline.Kind != DeadlineRuleKind.Qualitative))
        {
            rules.Add((Explicit(deadline), ClauseAround(task.Text, deadline.TextOffset)));
        }

        if (rules.Count == 0)
        {
            rules.Add((Assume(AssumedRule.WholeTask, planYear), ""));
        }

        foreach (var word in task.Deadlines.Where(deadline => deadline.Kind == DeadlineRuleKind.Qualitative).DistinctBy(deadline => deadline.Phrase, StringComparer.Ordinal))
        {
            var rule = Assume(word.Phrase, planYear);
            if (!rules.Exists(known => known.Rule.Assumed && known.Rule with { Phrase = rule.Phrase, LegalBasis = rule.LegalBasis } == rule))
            {
                rules.Add((rule, ClauseAround(task.Text, word.TextOffset)));
            }
        }

        return [.. rules.Select((rule, index) => new TaskDeadlineRule { Ordinal = index + 1, Rule = rule.Rule, Clause = rule.Clause })];
    }

    private DeadlineRule Explicit(ParsedDeadline deadline)
    {
        var rule = new DeadlineRule
        {
            Kind = deadline.Kind,
            Phrase = deadline.Phrase,
            Value = deadline.Value,
            Period = deadline.Period,
            MinCount = deadline.MinCount,
            Date = deadline.Date,
            WorkingDaysAfterPeriod = deadline.WorkingDaysAfterPeriod,
            DayOfNextMonth = deadline.DayOfNextMonth,
            Starts = EventWords.StartOf(deadline.Event),
        };
        if (!rule.IsTriggered)
        {
            return rule;
        }

        var kind = EventWords.KindOf(deadline.Event);
        var basis = bases.FirstOrDefault(basis => basis.Trigger == kind && basis.Kind == rule.Kind && basis.Value == rule.Value);
        return rule with { Event = kind, LegalBasis = basis?.Basis };
    }

    private DeadlineRule Assume(string word, int planYear)
    {
        var rule = assumed.FirstOrDefault(rule => rule.Word == word) ?? assumed.First(rule => rule.Word == AssumedRule.WholeTask);
        return new DeadlineRule
        {
            Kind = rule.Kind,
            Phrase = word,
            Value = rule.Value,
            Period = rule.Period,
            Event = rule.Trigger,
            Date = rule.Kind == DeadlineRuleKind.FixedDate ? new DateOnly(planYear, 12, 31) : null,
            Assumed = true,
            LegalBasis = rule.Basis,
        };
    }

    /// <summary>The sentence that a phrase stands in; where the sentence is long, from the comma before the phrase to its end.</summary>
    private static string ClauseAround(string text, int offset)
    {
        const int Longest = 60;
        offset = Math.Clamp(offset, 0, Math.Max(0, text.Length - 1));
        var start = text.LastIndexOfAny(ClauseEnds, offset) + 1;
        var end = text.IndexOfAny(ClauseEnds, offset);
        end = end < 0 ? text.Length : end;
        if (end - start > Longest)
        {
            var comma = text.LastIndexOfAny(CommaEnds, offset, offset - start + 1);
            start = comma < start ? start : comma + 1;
        }

        if (end - start > Longest)
        {
            var comma = text.IndexOfAny(CommaEnds, offset, end - offset);
            end = comma < 0 ? end : comma;
        }

        return text[start..end].Trim();
    }
}
