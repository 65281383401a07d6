using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Reviews;

internal sealed class ReviewMapping : IEntityTypeConfiguration<DisclosureReview>
{
    public void Configure(EntityTypeBuilder<DisclosureReview> builder)
    {
        builder.ToTable("disclosure_review");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.Reason).HasMaxLength(DisclosureReview.ReasonLength);
        builder.Property(row => row.ReviewedByName).HasMaxLength(100);
        builder.HasIndex(row => new { row.AgencyId, row.DisclosureId, row.Outcome }).IsUnique();
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(row => new { row.AgencyId, row.DisclosureId }).OnDelete(DeleteBehavior.Restrict);
    }
}
