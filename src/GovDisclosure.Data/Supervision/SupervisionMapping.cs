using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Supervision;

internal sealed class SupervisionMapping :
    IEntityTypeConfiguration<SupervisionNotice>, IEntityTypeConfiguration<SupervisionItem>, IEntityTypeConfiguration<SupervisionReply>
{
    public void Configure(EntityTypeBuilder<SupervisionNotice> builder)
    {
        builder.ToTable("supervision_notice");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.Message).HasMaxLength(SupervisionNotice.MessageLength);
        builder.Property(row => row.SentByName).HasMaxLength(100);
        builder.HasIndex(row => new { row.Year, row.Number }).IsUnique();
        // The same form sent twice is one batch.
        builder.HasIndex(row => new { row.AgencyId, row.BatchId }).IsUnique();
        builder.HasIndex(row => new { row.SentAt, row.Id });
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SupervisionItem> builder)
    {
        builder.ToTable("supervision_item");
        builder.HasKey(row => new { row.AgencyId, row.NoticeId, row.ObligationId });
        builder.HasIndex(row => new { row.AgencyId, row.ObligationId });
        builder.HasOne<SupervisionNotice>().WithMany().HasForeignKey(row => new { row.AgencyId, row.NoticeId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SupervisionReply> builder)
    {
        builder.ToTable("supervision_reply");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.Text).HasMaxLength(SupervisionReply.TextLength);
        builder.Property(row => row.RepliedByName).HasMaxLength(100);
        builder.HasIndex(row => new { row.AgencyId, row.RequestKey }).IsUnique();
        builder.HasIndex(row => new { row.AgencyId, row.NoticeId, row.RepliedAt });
        builder.HasOne<SupervisionNotice>().WithMany().HasForeignKey(row => new { row.AgencyId, row.NoticeId }).OnDelete(DeleteBehavior.Restrict);
    }
}
