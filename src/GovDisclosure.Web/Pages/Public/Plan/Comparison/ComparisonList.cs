using System.Globalization;
using GovDisclosure.Data;
using GovDisclosure.Domain.Plans.Comparison;
using GovDisclosure.Web.Infrastructure.Navigation;

namespace GovDisclosure.Web.Pages.Public.Plan.Comparison;

/// <summary>A comparison of two plans as a list: what is shown of it, and its addresses.</summary>
public sealed class ComparisonList
{
    /// <summary>The name of the filter in the address.</summary>
    public const string Filter = "show";

    /// <summary>How many tasks stand on a page.</summary>
    public const int PageSize = 25;

    private const string PartName = "part";

    private readonly string _path;
    private readonly Dictionary<string, string?> _versions;

    /// <summary>Makes the list that an address asks for; what it does not know shows every change.</summary>
    public ComparisonList(PlanComparison comparison, string path, IReadOnlyDictionary<string, string?> versions, string? show, int? part)
    {
        (Comparison, _path, _versions) = (comparison, path, new Dictionary<string, string?>(versions, StringComparer.Ordinal));
        Show = EnumWords.TryFromWord<PlanChangeKind>(show, out var kind) ? kind : null;
        Rows = [.. comparison.Tasks.Where(task => Show is { } wanted ? task.Kinds.Contains(wanted) : task.Kinds is not [PlanChangeKind.Unchanged])];
        Part = Math.Clamp(part ?? 1, 1, Parts);
    }

    /// <summary>The comparison.</summary>
    public PlanComparison Comparison { get; }

    /// <summary>What alone is shown; <see langword="null"/> for all that changed.</summary>
    public PlanChangeKind? Show { get; }

    /// <summary>The tasks of the list, on all its pages.</summary>
    public IReadOnlyList<ComparedTask> Rows { get; }

    /// <summary>The page, from 1.</summary>
    public int Part { get; }

    /// <summary>How many pages there are.</summary>
    public int Parts => Math.Max(1, (Rows.Count + PageSize - 1) / PageSize);

    /// <summary>The tasks of the page.</summary>
    public IEnumerable<ComparedTask> Shown => Rows.Skip((Part - 1) * PageSize).Take(PageSize);

    /// <summary>How many tasks a filter shows.</summary>
    public int Count(PlanChangeKind? kind) =>
        kind is { } wanted ? Comparison.Count(wanted) : Comparison.Tasks.Count - Comparison.Count(PlanChangeKind.Unchanged);

    /// <summary>The list under another filter.</summary>
    public string Href(PlanChangeKind? kind) => Address(kind).Href();

    /// <summary>The list as a file.</summary>
    public string Export(string format) => Address(Show).Export(format);

    /// <summary>Another page of it; <see langword="null"/> where there is none.</summary>
    public string? HrefOfPart(int part) =>
        part < 1 || part > Parts ? null : Address(Show).With(PartName, part == 1 ? null : part.ToString(CultureInfo.InvariantCulture));

    private ListAddress Address(PlanChangeKind? kind) => new(
        _path, new Dictionary<string, string?>(_versions, StringComparer.Ordinal) { [Filter] = kind is { } wanted ? EnumWords.ToWord(wanted) : null });
}
