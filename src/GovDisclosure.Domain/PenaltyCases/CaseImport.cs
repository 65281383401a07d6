namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>
/// A file of cases that somebody brought, between its preview and the decision to register them: the cells as they were read. It is
/// emptied once it is closed, since what was not registered is nobody's record.
/// </summary>
public sealed class CaseImport
{
    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The import's identity within the agency.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>When it was brought.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Who brought it: nobody else goes on with it.</summary>
    public required Guid UploadedById { get; init; }

    /// <summary>The rows as JSON; empty once closed.</summary>
    public required string Rows { get; set; }

    /// <summary>When it was registered or given up.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
