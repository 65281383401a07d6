using GovDisclosure.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Agencies;

internal sealed class SuccessionMapping : IEntityTypeConfiguration<AgencySuccession>
{
    public void Configure(EntityTypeBuilder<AgencySuccession> builder)
    {
        builder.ToTable("agency_succession", table => table.HasCheckConstraint("ck_agency_succession_not_itself", "predecessor_id <> successor_id"));
        builder.Property(row => row.PredecessorName).HasMaxLength(AgencyRules.ShortNameLength);
        builder.Property(row => row.SuccessorName).HasMaxLength(AgencyRules.ShortNameLength);
        builder.Property(row => row.Note).HasMaxLength(AgencySuccession.NoteLength);
        builder.Property(row => row.Source).HasMaxLength(200);
        builder.Property(row => row.CarriedOutByName).HasMaxLength(100);
        builder.Property(row => row.WithdrawnByName).HasMaxLength(100);
        builder.HasIndex(row => new { row.EffectiveFrom, row.Id });
        // An agency has one successor.
        builder.HasIndex(row => row.PredecessorId).IsUnique().HasFilter("withdrawn_at IS NULL");
        builder.HasIndex(row => row.SuccessorId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}
