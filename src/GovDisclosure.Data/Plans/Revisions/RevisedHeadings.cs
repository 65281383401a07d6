using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Plans.Revisions;

/// <summary>Which heading of a revised plan is which of the plan, with those that are new.</summary>
/// <remarks>
/// A section stays where its words do, wherever it stands now; else where its number does. Below it the number decides. What tasks stand in is all
/// that depends on it: figures by section stay those of the same section.
/// </remarks>
internal sealed class RevisedHeadings
{
    // A place that no heading of either version has; the database's own function puts each where it belongs.
    private const int Aside = 100_000;

    private readonly Dictionary<Guid, Guid> _known = [];

    public RevisedHeadings(WorkPlan old, WorkPlan next)
    {
        var free = old.Sections.ToList();
        var sections = new List<ToldHeading>();
        foreach (var pick in (Func<PlanSection, PlanSection, bool>[])[(one, other) => one.Title == other.Title, (one, other) => one.Ordinal == other.Ordinal])
        {
            foreach (var section in next.Sections.Where(section => !_known.ContainsKey(section.Id)))
            {
                if (free.Find(candidate => pick(candidate, section)) is { } same)
                {
                    free.Remove(same);
                    _known.Add(section.Id, same.Id);
                    sections.Add(new ToldHeading(same.Id, section.Ordinal, section.Title));
                    TakeSubsections(same, section);
                }
            }
        }

        foreach (var section in next.Sections.Where(section => !_known.ContainsKey(section.Id)))
        {
            var added = new PlanSection { PlanId = old.Id, Ordinal = Aside + section.Ordinal, Title = section.Title };
            NewSections.Add(added);
            _known.Add(section.Id, added.Id);
            sections.Add(new ToldHeading(added.Id, section.Ordinal, section.Title));
            TakeSubsections(added, section);
        }

        // What holds no task any more stays behind the others, for the duties of the past.
        var last = sections.Select(section => section.Ordinal).Append(0).Max();
        sections.AddRange(free.OrderBy(section => section.Ordinal).Select((section, index) => new ToldHeading(section.Id, last + 1 + index, section.Title)));
        Sections = sections;
    }

    public IReadOnlyList<ToldHeading> Sections { get; }

    public List<ToldHeading> Subsections { get; } = [];

    public List<ToldHeading> Items { get; } = [];

    public List<PlanSection> NewSections { get; } = [];

    public List<PlanSubsection> NewSubsections { get; } = [];

    public List<PlanItem> NewItems { get; } = [];

    /// <summary>The plan's heading for one of the revised plan.</summary>
    public Guid? Of(Guid? id) => id is { } known ? _known[known] : null;

    private void TakeSubsections(PlanSection section, PlanSection next)
    {
        foreach (var subsection in next.Subsections)
        {
            if (section.Subsections.FirstOrDefault(candidate => candidate.Ordinal == subsection.Ordinal) is { } same)
            {
                Subsections.Add(new ToldHeading(same.Id, subsection.Ordinal, subsection.Title));
                Take(same, subsection);
                continue;
            }

            var added = new PlanSubsection { SectionId = section.Id, Ordinal = subsection.Ordinal, Title = subsection.Title };
            NewSubsections.Add(added);
            Take(added, subsection);
        }
    }

    private void Take(PlanSubsection subsection, PlanSubsection next)
    {
        _known.Add(next.Id, subsection.Id);
        foreach (var item in next.Items)
        {
            if (subsection.Items.FirstOrDefault(candidate => candidate.Ordinal == item.Ordinal) is { } same)
            {
                Items.Add(new ToldHeading(same.Id, item.Ordinal, item.Title));
                _known.Add(item.Id, same.Id);
                continue;
            }

            var added = new PlanItem { SubsectionId = subsection.Id, Ordinal = item.Ordinal, Title = item.Title };
            NewItems.Add(added);
            _known.Add(item.Id, added.Id);
        }
    }
}
