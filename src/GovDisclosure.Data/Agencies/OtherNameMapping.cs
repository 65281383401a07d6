using GovDisclosure.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Agencies;

internal sealed class OtherNameMapping : IEntityTypeConfiguration<OtherName>
{
    public void Configure(EntityTypeBuilder<OtherName> builder)
    {
        builder.ToTable("agency_name", table => table.HasCheckConstraint("ck_agency_name_valid", "valid_to >= valid_from"));
        builder.Property(row => row.Name).HasMaxLength(NameRules.NameLength);
        builder.Property(row => row.Source).HasMaxLength(200);
        builder.HasIndex(row => new { row.NamedAgencyId, row.Name });
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.NamedAgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
