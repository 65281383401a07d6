using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

public sealed class ChoiceRulesTests
{
    private static readonly Guid[] Districts = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

    [Fact]
    public void Check_SomeMembersOfAnOpenGroup_MayBe() => Assert.Empty(ChoiceRules.Check(Districts[..1], Districts, isToConfirm: true, "会议纪要"));

    [Fact]
    public void Check_NobodyAStrangerOrTooManyWords_EachBesideItsField()
    {
        Assert.Equal(("ChoiceEmpty", "Members"), Only([], true, ""));
        Assert.Equal(("ChoiceNoMember", "Members"), Only([Guid.NewGuid(), Districts[0]], true, ""));
        Assert.Equal(("ChoiceNoteTooLong", "Note"), Only(Districts, true, new string('字', AssignmentChoice.NoteLength + 1)));
    }

    [Fact]
    public void Check_GroupOfEverybody_CannotBeNarrowed() => Assert.Equal(("GroupMeansAll", null), Only(Districts[..1], false, ""));

    private static (string Code, string? Field) Only(Guid[] chosen, bool isToConfirm, string note)
    {
        var violation = Assert.Single(ChoiceRules.Check(chosen, Districts, isToConfirm, note));
        return (violation.Code, violation.Field);
    }
}
