namespace GovDisclosure.Domain.Agencies;

/// <summary>What an entry in the register of agencies must be like.</summary>
public static class AgencyRules
{
    /// <summary>The longest code.</summary>
    public const int CodeLength = 40;

    /// <summary>The longest short name.</summary>
    public const int ShortNameLength = 100;

    /// <summary>The longest full or English name.</summary>
    public const int NameLength = 200;

    /// <summary>The rules that stand against a new agency.</summary>
    /// <remarks>Only the units of a district (委办局, 街道, 乡镇) have an agency above them, and that is a district government.</remarks>
    public static IEnumerable<RuleViolation> Check(AgencyDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!IsCode(draft.Code))
        {
            yield return new RuleViolation("CodeForm", nameof(draft.Code), CodeLength);
        }

        foreach (var violation in CheckNames(draft.ShortName, draft.FullName, draft.EnglishName))
        {
            yield return violation;
        }

        if (draft.Kind != AgencyKind.DistrictSubUnit && draft.NamesParent)
        {
            yield return new RuleViolation("ParentNotAllowed", "ParentId");
        }
        else if (draft.Kind == AgencyKind.DistrictSubUnit && draft.ParentKind != AgencyKind.District)
        {
            yield return new RuleViolation("ParentNotDistrict", "ParentId");
        }
    }

    /// <summary>The rules that stand against names.</summary>
    public static IEnumerable<RuleViolation> CheckNames(string shortName, string fullName, string englishName)
    {
        foreach (var (field, value, longest) in new[]
        {
            (nameof(Agency.ShortName), shortName, ShortNameLength),
            (nameof(Agency.FullName), fullName, NameLength),
            (nameof(Agency.EnglishName), englishName, NameLength),
        })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                yield return new RuleViolation("NameMissing", field);
            }
            else if (value.Length > longest)
            {
                yield return new RuleViolation("NameTooLong", field, longest);
            }
        }
    }

    /// <summary>The rule that stands against an agency's last day; <see langword="null"/> where it may end then.</summary>
    /// <param name="validFrom">Its first day, where known.</param>
    /// <param name="validTo">Its last day; <see langword="null"/> while it exists.</param>
    public static RuleViolation? CheckEnd(DateOnly? validFrom, DateOnly? validTo) =>
        validTo is { } last && validFrom is { } first && last < first ? new RuleViolation("EndBeforeStart", nameof(Agency.ValidTo), first) : null;

    private static bool IsCode(string code) =>
        code.Length is >= 2 and <= CodeLength && char.IsAsciiLetterLower(code[0])
        && code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
