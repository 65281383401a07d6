using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Domain.Tests.Agencies;

/// <summary>What a group of agencies must be like.</summary>
public sealed class GroupRulesTests
{
    [Fact]
    public void Check_GoodGroup_NothingStandsAgainstIt() => Assert.Empty(GroupRules.Check("各区政府", "All district governments"));

    [Fact]
    public void Check_MissingAndTooLong_EachBesideItsField()
    {
        var found = GroupRules.Check(" ", new string('x', GroupRules.EnglishNameLength + 1)).ToList();

        Assert.Equal([("NameMissing", "Phrase"), ("NameTooLong", "EnglishName")], found.Select(violation => (violation.Code, violation.Field!)));
    }

    [Fact]
    public void Check_LongestAllowed_Taken() =>
        Assert.Empty(GroupRules.Check(new string('区', GroupRules.PhraseLength), new string('x', GroupRules.EnglishNameLength)));
}
