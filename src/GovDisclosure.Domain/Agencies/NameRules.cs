namespace GovDisclosure.Domain.Agencies;

/// <summary>When an agency has which name: renaming keeps the old one as a former name, and further names are entered and ended.</summary>
public static class NameRules
{
    /// <summary>The longest name.</summary>
    public const int NameLength = AgencyRules.NameLength;

    /// <summary>The shortest one: a single character would be found in every list.</summary>
    public const int ShortestName = 2;

    /// <summary>The first day of the name that an agency has now; <see langword="null"/> where nobody knows.</summary>
    /// <param name="agencyFrom">The agency's own first day, where known.</param>
    /// <param name="former">The former names of the same kind.</param>
    public static DateOnly? PresentSince(DateOnly? agencyFrom, IEnumerable<OtherName> former)
    {
        ArgumentNullException.ThrowIfNull(former);
        var since = former.Max(name => name.ValidTo)?.AddDays(1);
        return since is null || agencyFrom > since ? agencyFrom : since;
    }

    /// <summary>The rule that stands against a renaming as of a day; <see langword="null"/> where it may be.</summary>
    /// <param name="renamedOn">The first day of the new name.</param>
    /// <param name="today">Today, in Beijing: what the register says is what holds now.</param>
    /// <param name="presentSince">The first day of the name until then, where known.</param>
    public static RuleViolation? CheckRenaming(DateOnly renamedOn, DateOnly today, DateOnly? presentSince) =>
        renamedOn > today ? new RuleViolation("RenamedInFuture", "RenamedOn")
        : renamedOn < presentSince ? new RuleViolation("RenamedBefore", "RenamedOn", presentSince.Value)
        : null;

    /// <summary>The former name that a renaming leaves; <see langword="null"/> where the old name was in use on no whole day.</summary>
    public static OtherName? Leave(Guid agencyId, string oldName, OtherNameKind kind, DateOnly? presentSince, DateOnly renamedOn, string source) =>
        presentSince >= renamedOn
            ? null
            : new OtherName { NamedAgencyId = agencyId, Name = oldName, Kind = kind, ValidFrom = presentSince, ValidTo = renamedOn.AddDays(-1), Source = source };

    /// <summary>The rules that stand against an alias.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="name">The alias.</param>
    /// <param name="from">The first day on which it is in use; <see langword="null"/> where nobody knows.</param>
    /// <param name="others">The agency's other names so far.</param>
    public static IEnumerable<RuleViolation> CheckAlias(Agency agency, string name, DateOnly? from, IEnumerable<OtherName> others)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(others);
        if (name.Length is < ShortestName or > NameLength)
        {
            yield return new RuleViolation("AliasLength", nameof(OtherName.Name), ShortestName, NameLength);
        }

        if (name == agency.ShortName || name == agency.FullName)
        {
            yield return new RuleViolation("AliasIsName", nameof(OtherName.Name));
        }
        else if (others.Any(other => other.Kind == OtherNameKind.Alias && other.Name == name && (other.ValidTo is null || from is null || other.ValidTo >= from)))
        {
            yield return new RuleViolation("AliasOverlaps", nameof(OtherName.Name));
        }

        if (agency.ValidTo is { } end && from > end)
        {
            yield return new RuleViolation("AgencyEnded", nameof(OtherName.ValidFrom), end);
        }
    }

    /// <summary>The rule that stands against ending an alias with a day; <see langword="null"/> where it may end then.</summary>
    public static RuleViolation? CheckEnd(OtherName alias, DateOnly lastDay)
    {
        ArgumentNullException.ThrowIfNull(alias);
        return alias.Kind != OtherNameKind.Alias || alias.ValidTo is not null ? new RuleViolation("AliasEnded", nameof(OtherName.ValidTo))
            : lastDay < alias.ValidFrom ? new RuleViolation("EndBeforeStart", nameof(OtherName.ValidTo), alias.ValidFrom.Value)
            : null;
    }
}
