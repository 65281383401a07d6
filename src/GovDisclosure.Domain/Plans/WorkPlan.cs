namespace GovDisclosure.Domain.Plans;

/// <summary>Where a plan is in its life.</summary>
public enum WorkPlanStatus
{
    /// <summary>Being prepared; nobody owes anything under it.</summary>
    Draft,

    /// <summary>In force: its duties are owed.</summary>
    Active,

    /// <summary>Its year is over and judged.</summary>
    Closed,
}

/// <summary>One year's plan for openness in government (政务公开工作要点), in its own words and order.</summary>
public sealed class WorkPlan
{
    /// <summary>The plan's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The year whose work it lays out; unique.</summary>
    public required int Year { get; init; }

    /// <summary>The title as printed.</summary>
    public required string Title { get; init; }

    /// <summary>The document number (发文字号), such as 京政办发〔2016〕26号.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The body that issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The Beijing date of issue; the plan binds from it.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Where the plan is in its life.</summary>
    public required WorkPlanStatus Status { get; init; }

    /// <summary>Where the text comes from: the data file.</summary>
    public required string Source { get; init; }

    /// <summary>The sections, in order.</summary>
    public IList<PlanSection> Sections { get; init; } = [];

    /// <summary>Every task, in the order of the text.</summary>
    public IList<DisclosureTask> Tasks { get; init; } = [];

    /// <summary>The tasks that no revision has ended, in the order of the text.</summary>
    public IEnumerable<DisclosureTask> InForce() => Tasks.Where(task => task.EndedAt is null).OrderBy(task => task.Ordinal);

    /// <summary>Leaves out, of a plan that is not kept so, the tasks that revisions ended, and the headings that have none but those.</summary>
    public void KeepInForce()
    {
        var emptied = HeadingsOf(ended: true).Except(HeadingsOf(ended: false)).ToHashSet();
        Leave(Tasks, task => task.EndedAt is not null);
        foreach (var section in Sections)
        {
            foreach (var subsection in section.Subsections)
            {
                Leave(subsection.Items, item => emptied.Contains(item.Id));
            }

            Leave(section.Subsections, subsection => emptied.Contains(subsection.Id));
        }

        Leave(Sections, section => emptied.Contains(section.Id));
    }

    private IEnumerable<Guid?> HeadingsOf(bool ended) =>
        Tasks.Where(task => task.EndedAt is not null == ended).SelectMany(task => new[] { task.SectionId, task.SubsectionId, task.ItemId }).Where(id => id is not null);

    private static void Leave<T>(IList<T> rows, Func<T, bool> isGone)
    {
        foreach (var gone in rows.Where(isGone).ToList())
        {
            rows.Remove(gone);
        }
    }
}

/// <summary>A heading of the first level (一、).</summary>
public sealed class PlanSection
{
    /// <summary>The section's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public Guid PlanId { get; init; }

    /// <summary>Its place from 1, as printed.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The heading's words.</summary>
    public required string Title { get; init; }

    /// <summary>The sub-sections, in order.</summary>
    public IList<PlanSubsection> Subsections { get; init; } = [];
}

/// <summary>A heading of the second level (（一）).</summary>
public sealed class PlanSubsection
{
    /// <summary>The sub-section's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The section.</summary>
    public Guid SectionId { get; init; }

    /// <summary>Its place from 1 within the section, as printed.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The heading's words.</summary>
    public required string Title { get; init; }

    /// <summary>The items, in order; none where the sub-section holds its tasks itself.</summary>
    public IList<PlanItem> Items { get; init; } = [];
}

/// <summary>A numbered item (1.) of a sub-section.</summary>
public sealed class PlanItem
{
    /// <summary>The item's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The sub-section.</summary>
    public Guid SubsectionId { get; init; }

    /// <summary>Its place from 1 within the sub-section, as printed.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The item's first sentence, which is its title.</summary>
    public required string Title { get; init; }
}
