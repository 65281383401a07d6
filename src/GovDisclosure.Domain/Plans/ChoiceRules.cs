namespace GovDisclosure.Domain.Plans;

/// <summary>When the municipal office can choose which members of a group a task means.</summary>
public static class ChoiceRules
{
    /// <summary>The rules that stand against a choice.</summary>
    /// <param name="chosen">The agencies chosen.</param>
    /// <param name="members">The members of the group on the plan's day of issue.</param>
    /// <param name="isToConfirm">Whether the group's words leave open who is meant (相关); 各区政府 means every one of them.</param>
    /// <param name="note">Why, in words.</param>
    public static IEnumerable<RuleViolation> Check(IReadOnlyCollection<Guid> chosen, IReadOnlyCollection<Guid> members, bool isToConfirm, string note)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(note);
        if (!isToConfirm)
        {
            yield return new RuleViolation("GroupMeansAll");
        }

        if (chosen.Count == 0)
        {
            yield return new RuleViolation("ChoiceEmpty", "Members");
        }
        else if (chosen.Except(members).Any())
        {
            yield return new RuleViolation("ChoiceNoMember", "Members");
        }

        if (note.Length > AssignmentChoice.NoteLength)
        {
            yield return new RuleViolation("ChoiceNoteTooLong", "Note", AssignmentChoice.NoteLength);
        }
    }
}
