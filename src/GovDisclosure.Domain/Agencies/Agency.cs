namespace GovDisclosure.Domain.Agencies;

/// <summary>An agency (机关): the tenant. Everything that an agency owes or logs is its own.</summary>
public sealed class Agency
{
    /// <summary>The tenant's identity, first in every tenant-owned key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>A short name in Latin letters, unique; used in sign-in names of sample people and in file names.</summary>
    public required string Code { get; init; }

    /// <summary>The name as plans write it, such as 市工商局; unique.</summary>
    public required string ShortName { get; set; }

    /// <summary>The official full name.</summary>
    public required string FullName { get; set; }

    /// <summary>The name on English pages.</summary>
    public required string EnglishName { get; set; }

    /// <summary>What kind of body it is.</summary>
    public required AgencyKind Kind { get; init; }

    /// <summary>The district above a sub-unit; <see langword="null"/> otherwise.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Whether somebody must still confirm that the plan reaches this agency: the plan does not name it.</summary>
    public bool ToConfirm { get; set; }

    /// <summary>The first Beijing date on which it existed, where known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last Beijing date on which it existed; <see langword="null"/> while it exists.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Where the row comes from: the data file and its line, or who entered it.</summary>
    public required string Source { get; init; }
}
