using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Plans.Exports;

/// <summary>Finds the demands in time behind a kept task's rules.</summary>
/// <remarks>
/// Rules keep less than was read: a word once however often it stands there, none where another has the same default, and the kind of an
/// event instead of its words. So the words are read again. Where that does not give the kept rules, a person has corrected them: what is
/// kept counts then.
/// </remarks>
internal static class KeptDeadlines
{
    private static readonly (TriggerKind Kind, string Words)[] Events =
    [
        (TriggerKind.PenaltyDecision, "作出行政处罚决定"),
        (TriggerKind.MeetingDecision, "会议议定"),
        (TriggerKind.PolicyDocument, "文件公开"),
        (TriggerKind.Emergency, "突发事件发生"),
    ];

    /// <summary>The demands of a task, given as it was parsed but for them.</summary>
    public static IReadOnlyList<ParsedDeadline> Of(ParsedTask task, IReadOnlyList<DeadlineRule> kept, TaskRuleBuilder rules, int year)
    {
        var read = TaskDeadlines.Read(task.Text, task.Attribution, year);
        var built = rules.Build(task with { Deadlines = read }, year);
        return built.Select(rule => Key(rule.Rule)).SequenceEqual(kept.Select(Key)) ? read : Corrected(task, kept, read);
    }

    // An assumed rule is known by its word: the office may have changed the default since.
    private static DeadlineRule Key(DeadlineRule rule) => rule.Assumed
        ? new DeadlineRule { Kind = DeadlineRuleKind.Qualitative, Phrase = rule.Phrase, Assumed = true }
        : new DeadlineRule
        {
            Kind = rule.Kind,
            Phrase = rule.Phrase,
            Value = rule.Value,
            Period = rule.Period,
            MinCount = rule.MinCount,
            Date = rule.Date,
            WorkingDaysAfterPeriod = rule.WorkingDaysAfterPeriod,
            DayOfNextMonth = rule.DayOfNextMonth,
            Event = rule.Event,
            Starts = rule.Starts,
        };

    private static List<ParsedDeadline> Corrected(ParsedTask task, IReadOnlyList<DeadlineRule> kept, IReadOnlyList<ParsedDeadline> read)
    {
        var left = read.ToList();
        var deadlines = new List<ParsedDeadline>();
        foreach (var rule in kept.Where(rule => !rule.Assumed || rule.Phrase != AssumedRule.WholeTask))
        {
            var kind = rule.Assumed ? DeadlineRuleKind.Qualitative : rule.Kind;
            var known = left.FindAll(deadline => deadline.Kind == kind && deadline.Phrase == rule.Phrase);
            if (rule.Assumed)
            {
                deadlines.AddRange(known.Count > 0 ? known : [Word(task, rule.Phrase)]);
                left.RemoveAll(known.Contains);
                continue;
            }

            var match = known.FirstOrDefault();
            left.Remove(match!);
            deadlines.Add(new ParsedDeadline(
                rule.Phrase, kind, rule.Value, rule.Period, rule.MinCount, rule.Date, EventOf(rule, match?.Event),
                match?.TextOffset ?? task.Text.IndexOf(rule.Phrase, StringComparison.Ordinal), Place: null)
            {
                WorkingDaysAfterPeriod = rule.WorkingDaysAfterPeriod,
                DayOfNextMonth = rule.DayOfNextMonth,
            });
        }

        return [.. deadlines.OrderBy(deadline => deadline.TextOffset < 0 ? int.MaxValue : deadline.TextOffset)];
    }

    private static ParsedDeadline Word(ParsedTask task, string phrase) => new(
        phrase, DeadlineRuleKind.Qualitative, null, null, null, null, null, task.Text.IndexOf(phrase, StringComparison.Ordinal), Place: null);

    // Words that mean the event that is kept: those of the text, else some of its kind.
    private static string? EventOf(DeadlineRule rule, string? words) =>
        !rule.IsTriggered || (EventWords.KindOf(words) == rule.Event && EventWords.StartOf(words) == rule.Starts) ? words
        : rule.Starts == ClockStart.OwnLastPublication ? "上次更新"
        : Array.Find(Events, known => known.Kind == rule.Event).Words;
}
