namespace GovDisclosure.Data.Plans;

/// <summary>The part of a plan that fits what was asked for.</summary>
/// <param name="Plan">The plan with the tasks that fit, and the headings above them.</param>
/// <param name="Found">How many tasks and general duties fit.</param>
/// <param name="ThroughGroups">How many of them fit only because a group that they name holds the agency asked for.</param>
public sealed record PlanFindings(PlanPage Plan, int Found, int ThroughGroups);

/// <summary>Finds tasks of a plan by an agency's name or by words.</summary>
public static class PlanSearch
{
    /// <summary>Keeps the tasks in which each of the words occurs: in the text, who is named, or what is demanded in time.</summary>
    /// <param name="plan">The whole plan.</param>
    /// <param name="words">Words apart by spaces.</param>
    /// <param name="groups">The groups that hold the agency of that name.</param>
    public static PlanFindings Find(PlanPage plan, string words, IReadOnlySet<string> groups)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(words);
        var terms = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = 0;
        var throughGroups = 0;

        IReadOnlyList<TaskOfPlan> Keep(IReadOnlyList<TaskOfPlan> tasks)
        {
            var direct = tasks.Where(task => Matches(task, words.Trim(), terms)).ToHashSet();
            var kept = tasks.Where(task => direct.Contains(task) || task.Assignments.Any(named => named.IsGroup && groups.Contains(named.Name))).ToList();
            found += kept.Count;
            throughGroups += kept.Count - direct.Count;
            return kept;
        }

        var sections = plan.Sections
            .Select(section => section with
            {
                Subsections = [.. section.Subsections
                    .Select(subsection => subsection with { Tasks = Keep(subsection.Tasks) })
                    .Where(subsection => subsection.Tasks.Count > 0)],
            })
            .Where(section => section.Subsections.Count > 0)
            .ToList();
        return new PlanFindings(plan with { Sections = sections, GeneralDuties = Keep(plan.GeneralDuties) }, found, throughGroups);
    }

    private static bool Matches(TaskOfPlan task, string whole, string[] terms)
    {
        var places = Places(task).ToList();
        // An English name has spaces in it: the whole is tried before its words.
        return places.Exists(place => place.Contains(whole, StringComparison.OrdinalIgnoreCase))
            || Array.TrueForAll(terms, term => places.Exists(place => place.Contains(term, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Places(TaskOfPlan task) =>
        [task.Number, task.Title, task.Text, task.Attribution ?? "", .. task.Assignments.SelectMany(named => new[] { named.Name, named.EnglishName }), .. task.Rules.Select(rule => rule.Rule.Phrase)];
}
