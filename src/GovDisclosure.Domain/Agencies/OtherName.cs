namespace GovDisclosure.Domain.Agencies;

/// <summary>A name of an agency besides the short and the full one that it has now, with the Beijing dates on which it was in use.</summary>
public sealed class OtherName
{
    /// <summary>The entry's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The agency.</summary>
    public required Guid NamedAgencyId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of name it is.</summary>
    public required OtherNameKind Kind { get; init; }

    /// <summary>The first day on which it was in use; <see langword="null"/> where nobody knows.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last one; <see langword="null"/> while it is in use.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Who entered it, or whose renaming made it.</summary>
    public required string Source { get; init; }
}

/// <summary>What kind of further name of an agency there is.</summary>
public enum OtherNameKind
{
    /// <summary>别名: another name at the same time.</summary>
    Alias,

    /// <summary>原简称: the short name until it was renamed.</summary>
    FormerShortName,

    /// <summary>原全称: the full name until it was renamed.</summary>
    FormerFullName,
}
