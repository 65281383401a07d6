using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AdministrativeDetails>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entry");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.Action).HasMaxLength(60);
        builder.Property(row => row.ActorName).HasMaxLength(100);
        builder.Property(row => row.RemoteAddress).HasMaxLength(60);
        builder.Property(row => row.Details).HasColumnType("jsonb");
        builder.HasIndex(row => new { row.AgencyId, row.SubjectId });
        builder.HasIndex(row => new { row.At, row.Id });
    }

    // The rows of a function, not of a table.
    public void Configure(EntityTypeBuilder<AdministrativeDetails> builder) => builder.HasNoKey().ToTable((string?)null);
}
