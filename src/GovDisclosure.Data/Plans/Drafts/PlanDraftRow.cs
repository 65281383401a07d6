using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>A plan between its document and its publication, as kept: the source as it came, and what was made of it so far.</summary>
public sealed class PlanDraftRow
{
    /// <summary>The longest file name.</summary>
    public const int FileNameLength = 200;

    /// <summary>Its identity, which becomes the plan's.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The name of the file; empty for pasted text.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of what was uploaded or pasted, in hexadecimal: the same again leads to the same draft.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The document's text, into which the draft's places point.</summary>
    public required string SourceText { get; init; }

    /// <summary>The draft as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it: the name at the time.</summary>
    public required string CreatedByName { get; init; }

    /// <summary>When it was corrected last.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Who corrected it last: the name at the time.</summary>
    public required string ChangedByName { get; set; }

    /// <summary>When it became a plan; <see langword="null"/> before.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When it was put away; <see langword="null"/> while it is open. It stays, but nobody corrects it.</summary>
    public DateTimeOffset? DiscardedAt { get; set; }
}

internal sealed class PlanDraftMapping : IEntityTypeConfiguration<PlanDraftRow>
{
    public void Configure(EntityTypeBuilder<PlanDraftRow> builder)
    {
        builder.ToTable("plan_draft");
        builder.Property(row => row.FileName).HasMaxLength(PlanDraftRow.FileNameLength);
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.Property(row => row.Content).HasColumnType("jsonb");
        builder.Property(row => row.CreatedByName).HasMaxLength(100);
        builder.Property(row => row.ChangedByName).HasMaxLength(100);
        builder.Property<uint>("xmin").IsRowVersion();
        // The same document is one draft until that is put away.
        builder.HasIndex(row => row.ContentHash).IsUnique().HasFilter("discarded_at IS NULL");
        builder.HasIndex(row => new { row.ChangedAt, row.Id });
    }
}
