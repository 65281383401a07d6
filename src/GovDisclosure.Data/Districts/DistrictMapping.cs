using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Districts;

internal sealed class DistrictMapping :
    IEntityTypeConfiguration<DutyPass>, IEntityTypeConfiguration<DutyPart>, IEntityTypeConfiguration<RolledUpFulfilment>
{
    public void Configure(EntityTypeBuilder<DutyPass> builder)
    {
        builder.ToTable("duty_pass");
        builder.HasKey(row => new { row.AgencyId, row.ObligationId });
        builder.Property(row => row.Note).HasMaxLength(DutyPass.NoteLength);
        builder.Property(row => row.PassedByName).HasMaxLength(100);
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DutyPart> builder)
    {
        builder.ToTable("duty_part");
        builder.HasKey(row => new { row.AgencyId, row.ObligationId, row.SubUnitId, row.PassedAt });
        builder.Property(row => row.PassedByName).HasMaxLength(100);
        builder.Property(row => row.TakenBackByName).HasMaxLength(100);
        builder.Property(row => row.TakenBackReason).HasMaxLength(DutyPass.NoteLength);
        builder.HasIndex(row => new { row.AgencyId, row.ObligationId, row.SubUnitId }).IsUnique().HasFilter("taken_back_at IS NULL");
        builder.HasIndex(row => row.ObligationId);
        // The sub-unit's obligation is another tenant's row, so no key can bind the two; only the engine's function writes both.
        builder.HasIndex(row => new { row.SubUnitId, row.PartObligationId }).IsUnique();
        builder.HasOne<DutyPass>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.SubUnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RolledUpFulfilment> builder)
    {
        builder.ToTable("rolled_up_fulfilment", table => table.HasCheckConstraint("ck_rolled_up_fulfilment_valid", "valid_to > valid_from"));
        builder.HasKey(row => new { row.AgencyId, row.ObligationId, row.ValidFrom });
        builder.HasOne<DutyPass>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
    }
}
