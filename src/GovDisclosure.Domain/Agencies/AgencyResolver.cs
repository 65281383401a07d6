using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Agencies;

/// <summary>What kind of name of an agency a name is.</summary>
public enum AgencyNameKind
{
    /// <summary>市工商局: the name as plans write it.</summary>
    ShortName,

    /// <summary>北京市工商行政管理局: the official one.</summary>
    FullName,

    /// <summary>Another name of the same agency at the same time.</summary>
    Alias,

    /// <summary>A name that the agency had before, from the first until the last day of its being so.</summary>
    FormerName,

    /// <summary>各区政府: a group phrase.</summary>
    Group,
}

/// <summary>One name that the register knows, and when it was in use.</summary>
/// <param name="Holder">The agency or the group.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="From">The first Beijing date on which it was in use; null for always.</param>
/// <param name="To">The last one; null while it is.</param>
public sealed record RegisteredName(Guid Holder, string Name, AgencyNameKind Kind, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether the name was in use on a date.</summary>
    public bool IsInUse(DateOnly date) => (From is not { } from || date >= from) && (To is not { } to || date <= to);
}

/// <summary>How a name of a plan was found in the register.</summary>
public enum ResolutionKind
{
    /// <summary>Exactly one holder had the name on the plan's date.</summary>
    Known,

    /// <summary>Several had it: a person must choose.</summary>
    Ambiguous,

    /// <summary>The register has the name, but not for the plan's date: a person must confirm.</summary>
    OutOfDate,

    /// <summary>The register does not have it: proposed as new, with the nearest names.</summary>
    New,
}

/// <summary>A known name near an unknown one, and how many characters are different once both are shortened alike.</summary>
/// <param name="Name">The known name.</param>
/// <param name="Distance">0 where only the usual shortening differs: 委 for 委员会.</param>
public sealed record NearName(RegisteredName Name, int Distance);

/// <summary>What a name of a plan stands for.</summary>
/// <param name="Name">The name as the plan writes it.</param>
/// <param name="Kind">How it was found.</param>
/// <param name="Matches">The names that are the same; one for <see cref="ResolutionKind.Known"/>.</param>
/// <param name="Nearest">For a new name, the nearest known ones, the nearest first.</param>
public sealed record AgencyResolution(
    string Name, ResolutionKind Kind, IReadOnlyList<RegisteredName> Matches, IReadOnlyList<NearName> Nearest)
{
    /// <summary>The one agency or group meant; null where a person has to say.</summary>
    public Guid? Holder => Kind == ResolutionKind.Known ? Matches[0].Holder : null;
}

/// <summary>Finds the agencies of a register behind the names of a plan: by short, full and former name and alias, at the plan's date.</summary>
/// <remarks>
/// Only the same name is the same agency, whatever its width and whether its characters are traditional. What is merely alike is
/// proposed and never taken: 市教委 and 市科委 are one character apart.
/// </remarks>
public sealed class AgencyResolver
{
    private const int MostNear = 3;

    private readonly Dictionary<string, List<RegisteredName>> byName;
    private readonly List<(string Short, RegisteredName Name)> shortened;

    /// <summary>Takes every name of the register.</summary>
    public AgencyResolver(IEnumerable<RegisteredName> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var all = names.ToList();
        byName = all.GroupBy(name => Key(name.Name), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        shortened = all.ConvertAll(name => (Shorten(Key(name.Name)), name));
        Known = new KnownNames(all.Select(name => name.Name));
    }

    /// <summary>The names, for <see cref="WorkPlanParser.Parse(PlanDocument, KnownNames?)"/> to cut lists by.</summary>
    public KnownNames Known { get; }

    /// <summary>Says what a name stands for.</summary>
    /// <param name="name">The name as the plan writes it.</param>
    /// <param name="date">The plan's date.</param>
    public AgencyResolution Resolve(string name, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (byName.GetValueOrDefault(Key(name)) is not { } same)
        {
            return new AgencyResolution(name, ResolutionKind.New, [], Nearest(name));
        }

        // Whoever had the name on that date, by whatever kind of name: two of them are for a person to tell apart.
        var inUse = same.Where(known => known.IsInUse(date)).OrderBy(known => known.Kind).DistinctBy(known => known.Holder).ToList();
        return inUse.Count switch
        {
            0 => new AgencyResolution(name, ResolutionKind.OutOfDate, same, []),
            1 => new AgencyResolution(name, ResolutionKind.Known, inUse, []),
            _ => new AgencyResolution(name, ResolutionKind.Ambiguous, inUse, []),
        };
    }

    private static string Key(string name) => string.Concat(Folding.Fold(name).Where(c => !char.IsWhiteSpace(c)));

    // The usual ways of shortening, applied to both sides alike.
    private static string Shorten(string key) =>
        key.Replace("人民政府", "政府", StringComparison.Ordinal)
            .Replace("委员会", "委", StringComparison.Ordinal)
            .Replace("办公室", "办", StringComparison.Ordinal)
            .Replace("管理局", "局", StringComparison.Ordinal)
            .Replace("和", "", StringComparison.Ordinal);

    private List<NearName> Nearest(string name)
    {
        var key = Key(name);
        // Of 市委宣传部(市政府新闻办), both names are looked for.
        string[] forms = key.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
            ? [Shorten(key), Shorten(key[..open]), Shorten(key[(open + 1)..].TrimEnd(')'))]
            : [Shorten(key)];
        var farthest = Math.Max(1, forms[0].Length / 2);
        return
        [
            .. shortened.Select(known => new NearName(known.Name, forms.Min(form => EditDistance.Between(form, known.Short))))
                .Where(near => near.Distance <= farthest)
                .OrderBy(near => near.Distance).ThenBy(near => near.Name.Name, StringComparer.Ordinal)
                .DistinctBy(near => near.Name.Holder)
                .Take(MostNear),
        ];
    }
}
