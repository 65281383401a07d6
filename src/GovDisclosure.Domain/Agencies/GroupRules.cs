namespace GovDisclosure.Domain.Agencies;

/// <summary>What a group of agencies must be like.</summary>
public static class GroupRules
{
    /// <summary>The longest phrase.</summary>
    public const int PhraseLength = 200;

    /// <summary>The longest English name.</summary>
    public const int EnglishNameLength = 300;

    /// <summary>The rules that stand against a group's names.</summary>
    /// <param name="phrase">The words by which plans name it.</param>
    /// <param name="englishName">What they mean, in English.</param>
    public static IEnumerable<RuleViolation> Check(string phrase, string englishName)
    {
        foreach (var (field, value, longest) in new[]
        {
            (nameof(AgencyGroup.Phrase), phrase, PhraseLength),
            (nameof(AgencyGroup.EnglishName), englishName, EnglishNameLength),
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
}
