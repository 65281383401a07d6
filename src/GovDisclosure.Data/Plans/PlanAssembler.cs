using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Plans;

/// <summary>The identities behind the names that a plan writes.</summary>
/// <param name="Agencies">Agencies by short name.</param>
/// <param name="Groups">Groups by phrase.</param>
public sealed record AgencyRegister(IReadOnlyDictionary<string, Guid> Agencies, IReadOnlyDictionary<string, Guid> Groups);

/// <summary>Makes the plan that is kept of a plan as parsed.</summary>
public static class PlanAssembler
{
    private const int LongestTitle = 60;

    /// <summary>Makes an active plan with its headings, tasks, assignments and rules.</summary>
    /// <param name="parsed">The plan as parsed.</param>
    /// <param name="register">Who the names are.</param>
    /// <param name="rules">How time phrases become rules.</param>
    /// <param name="source">Where the text comes from.</param>
    /// <param name="id">The plan's identity, where it has one already.</param>
    /// <exception cref="InvalidDataException">The head is incomplete, or a name is nobody's.</exception>
    public static WorkPlan Assemble(ParsedPlan parsed, AgencyRegister register, TaskRuleBuilder rules, string source, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(rules);
        var plan = new WorkPlan
        {
            Id = id ?? Guid.CreateVersion7(),
            Year = parsed.Year ?? throw Missing(source, "year"),
            Title = parsed.Title ?? throw Missing(source, "title"),
            DocumentNumber = parsed.DocumentNumber ?? throw Missing(source, "document number"),
            Issuer = parsed.Issuer ?? throw Missing(source, "issuer"),
            IssuedOn = parsed.IssuedOn ?? throw Missing(source, "date of issue"),
            Status = WorkPlanStatus.Active,
            Source = source,
            Sections = [.. parsed.Sections.Select(Section)],
        };
        var crowded = parsed.Tasks.GroupBy(task => task.Number).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, task) in parsed.Tasks.Index())
        {
            plan.Tasks.Add(Task(plan, task, index + 1, crowded.Contains(task.Number), register, rules));
        }

        return plan;
    }

    private static PlanSection Section(ParsedSection section) => new()
    {
        Ordinal = section.Ordinal,
        Title = section.Title,
        Subsections =
        [
            .. section.Subsections.Select(subsection => new PlanSubsection
            {
                Ordinal = subsection.Ordinal,
                Title = subsection.Title,
                Items = [.. subsection.Items.Select(item => new PlanItem { Ordinal = item.Ordinal, Title = item.Title })],
            }),
        ],
    };

    private static DisclosureTask Task(
        WorkPlan plan, ParsedTask task, int ordinal, bool crowded, AgencyRegister register, TaskRuleBuilder rules)
    {
        var section = plan.Sections.FirstOrDefault(section => section.Ordinal == task.SectionOrdinal);
        var subsection = section?.Subsections.FirstOrDefault(subsection => subsection.Ordinal == task.SubsectionOrdinal);
        var item = subsection?.Items.FirstOrDefault(item => item.Ordinal == task.ItemOrdinal);
        var heading = item?.Title ?? subsection?.Title;
        return new DisclosureTask
        {
            SectionId = section?.Id,
            SubsectionId = subsection?.Id,
            ItemId = item?.Id,
            Number = task.Number,
            Sequence = task.Sequence,
            Ordinal = ordinal,
            // Where a heading holds several tasks, it names none of them but the first.
            Title = heading is null || (crowded && task.Sequence > 1) ? FirstSentence(task.Text) : heading,
            Text = task.Text,
            Attribution = task.Attribution,
            IsGeneral = task.General,
            Assignments = [.. task.Assignments.Select((assignment, index) => Assignment(assignment, index + 1, task.Number, register))],
            Rules = [.. rules.Build(task, plan.Year)],
        };
    }

    private static Assignment Assignment(ParsedAssignment assignment, int ordinal, string number, AgencyRegister register)
    {
        Guid? agency = register.Agencies.TryGetValue(assignment.Name, out var agencyId) ? agencyId : null;
        Guid? group = agency is null && register.Groups.TryGetValue(assignment.Name, out var groupId) ? groupId : null;
        if (agency is null && group is null)
        {
            throw new InvalidDataException($"Task {number} names {assignment.Name}, which is neither an agency nor a group of the register.");
        }

        return new Assignment
        {
            Ordinal = ordinal,
            Role = assignment.Role,
            NameAsWritten = assignment.Name,
            AssigneeAgencyId = agency,
            AssigneeGroupId = group,
        };
    }

    private static string FirstSentence(string text)
    {
        var end = text.IndexOfAny(['。', '；', ';']);
        var sentence = (end < 0 ? text : text[..end]).Trim();
        if (sentence.Length <= LongestTitle)
        {
            return sentence;
        }

        var comma = sentence.LastIndexOfAny(['，', ','], LongestTitle);
        return comma > 0 ? sentence[..comma] : sentence[..LongestTitle] + "…";
    }

    private static InvalidDataException Missing(string source, string what) => new($"{source} has no {what}.");
}
