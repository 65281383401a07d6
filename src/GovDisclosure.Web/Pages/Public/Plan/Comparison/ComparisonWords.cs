using GovDisclosure.Data.Exports;
using GovDisclosure.Data.Plans.Comparison;
using GovDisclosure.Domain.Plans.Comparison;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Public.Plan.Comparison;

/// <summary>A comparison in words: on the page and in the file alike.</summary>
public sealed class ComparisonWords(IStringLocalizer<CompareText> text, IStringLocalizer<SharedText> shared, DutyWords words, PortalFormat format)
{
    /// <summary>What a version is called.</summary>
    public string Name(PlanVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version switch
        {
            { Ordinal: null } => text["Version.Plan", version.Plan.Year],
            { Revision: { } revision, BeforeId: null } => text["Version.InForce", version.Plan.Year, PortalFormat.Count(revision.Ordinal)],
            { Revision: { } revision } => text["Version.Revision", version.Plan.Year, PortalFormat.Count(revision.Ordinal)],
            _ => text["Version.Issued", version.Plan.Year],
        };
    }

    /// <summary>1.2.3, with its place where several tasks have one number.</summary>
    public string Number(ComparableTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return DutyWords.IsGeneral(task.Number) ? words.General : task.Sequence > 1 ? $"{task.Number}-{PortalFormat.Count(task.Sequence)}" : task.Number;
    }

    /// <summary>1.2.3 → 1.2.4 where it stands elsewhere.</summary>
    public string Number(ComparedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsRenumbered && Number(task.Old!) != Number(task.New!) ? text["FromTo", Number(task.Old!), Number(task.New!)] : Number(task.Shown);
    }

    /// <summary>What a filter shows.</summary>
    public string Kind(PlanChangeKind? kind) => kind is { } known ? text[$"Kind.{known}"] : text["Kind.Any"];

    /// <summary>现为牵头; now leads: what became of somebody's part.</summary>
    public string Role(AssignmentChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return (change.OldRole, change.NewRole) switch
        {
            (null, { } role) => text["Who.Added", words.Role(role)],
            ({ } role, null) => text["Who.Gone", words.Role(role)],
            ({ } before, { } after) => text["FromTo", words.Role(before), words.Role(after)],
            _ => "",
        };
    }

    /// <summary>A rule, with the word that says where the office's default stands in.</summary>
    public string Rule(ComparableDemand demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return demand.Rule.Assumed ? words.Rule(demand.Rule) + format.Bracketed(words.Assumed) : words.Rule(demand.Rule);
    }

    /// <summary>What became of a demand in time, in one line.</summary>
    public string Time(DemandChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return (change.Old, change.New) switch
        {
            (null, { } added) => text["Time.Added", Rule(added)],
            ({ } gone, null) => text["Time.Gone", Rule(gone)],
            ({ } before, { } after) => text["FromTo", Rule(before), Rule(after)],
            _ => "",
        };
    }

    /// <summary>The list as a file.</summary>
    /// <param name="list">The list.</param>
    /// <param name="from">What the older plan is called.</param>
    /// <param name="to">What the newer one is called.</param>
    public ExportTable Table(ComparisonList list, string from, string to)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new ExportTable(
            text["Title"],
            [new(text["From"], from), new(text["To"], to), new(text["Show"], Kind(list.Show)), new(shared["Export.Rows"], PortalFormat.Count(list.Rows.Count))],
            [text["Column.What"], text["Column.OldNumber"], text["Column.NewNumber"], text["Column.OldText"], text["Column.NewText"], text["Column.Who"], text["Column.When"]],
            [.. list.Rows.Select(task => (IReadOnlyList<object?>)
            [
                format.List(task.Kinds.Select(kind => Kind(kind))),
                task.Old is { } old ? Number(old) : null,
                task.New is { } next ? Number(next) : null,
                task.Old?.Text,
                task.New?.Text,
                format.List(task.Reassigned.Select(change => change.Name + format.Bracketed(Role(change)))),
                string.Join('\n', task.Retimed.Select(Time)),
            ])]);
    }
}
