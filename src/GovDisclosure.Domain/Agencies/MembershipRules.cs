namespace GovDisclosure.Domain.Agencies;

/// <summary>When an agency can join and leave a group.</summary>
public static class MembershipRules
{
    /// <summary>The rule that stands against joining; <see langword="null"/> where the agency may join.</summary>
    /// <param name="past">The agency's memberships of the group so far.</param>
    /// <param name="from">The first day.</param>
    /// <param name="agencyEnds">The agency's last day, where it has one.</param>
    public static RuleViolation? CheckJoin(IEnumerable<AgencyGroupMember> past, DateOnly from, DateOnly? agencyEnds)
    {
        ArgumentNullException.ThrowIfNull(past);
        if (agencyEnds is { } end && from > end)
        {
            return new RuleViolation("AgencyEnded", nameof(AgencyGroupMember.ValidFrom), end);
        }

        return past.Any(member => member.ValidTo is null || member.ValidTo >= from)
            ? new RuleViolation("MembershipOverlaps", nameof(AgencyGroupMember.ValidFrom))
            : null;
    }

    /// <summary>The rule that stands against leaving; <see langword="null"/> where the membership may end then.</summary>
    /// <param name="member">The membership.</param>
    /// <param name="lastDay">The last day of it.</param>
    public static RuleViolation? CheckLeave(AgencyGroupMember member, DateOnly lastDay)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.ValidTo is not null)
        {
            return new RuleViolation("MembershipEnded", nameof(AgencyGroupMember.ValidTo));
        }

        return lastDay < member.ValidFrom ? new RuleViolation("EndBeforeStart", nameof(AgencyGroupMember.ValidTo), member.ValidFrom) : null;
    }

    /// <summary>The last day of a membership when its agency ends: not one day where it had not begun.</summary>
    /// <param name="member">The membership.</param>
    /// <param name="agencyEnds">The agency's last day.</param>
    public static DateOnly LastDayWhenAgencyEnds(AgencyGroupMember member, DateOnly agencyEnds)
    {
        ArgumentNullException.ThrowIfNull(member);
        return agencyEnds < member.ValidFrom ? member.ValidFrom.AddDays(-1) : agencyEnds;
    }
}
