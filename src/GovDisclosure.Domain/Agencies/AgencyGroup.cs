namespace GovDisclosure.Domain.Agencies;

/// <summary>A named set of agencies as plans write it (各区政府, 市政府各部门); an assignment to it reaches each member.</summary>
public sealed class AgencyGroup
{
    /// <summary>The group's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The phrase as the plan writes it; unique.</summary>
    public required string Phrase { get; set; }

    /// <summary>What the phrase means, in English.</summary>
    public required string EnglishName { get; set; }

    /// <summary>Whether the municipal office has still to narrow or confirm the members.</summary>
    public bool ToConfirm { get; set; }

    /// <summary>Where the row comes from: the data file and its line.</summary>
    public required string Source { get; init; }

    /// <summary>The members, each with its dates.</summary>
    public IList<AgencyGroupMember> Members { get; init; } = [];
}

/// <summary>One agency's membership of a group, from a Beijing date to a Beijing date.</summary>
public sealed class AgencyGroupMember
{
    /// <summary>The group.</summary>
    public Guid GroupId { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberAgencyId { get; init; }

    /// <summary>The first day of membership.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day of membership; <see langword="null"/> while it lasts.</summary>
    public DateOnly? ValidTo { get; set; }
}
