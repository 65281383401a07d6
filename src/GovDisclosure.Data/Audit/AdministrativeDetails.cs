namespace GovDisclosure.Data.Audit;

/// <summary>Old and new values of one act of an administrator.</summary>
public sealed class AdministrativeDetails
{
    /// <summary>The entry of the audit trail.</summary>
    public required Guid Id { get; init; }

    /// <summary>The values as JSON.</summary>
    public required string Details { get; init; }
}
