using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Disclosures;

internal sealed class DisclosureMapping : IEntityTypeConfiguration<Disclosure>, IEntityTypeConfiguration<Fulfilment>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.ToTable("disclosure");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.Title).HasMaxLength(Disclosure.TitleLength);
        builder.Property(row => row.Address).HasMaxLength(Disclosure.AddressLength);
        builder.Property(row => row.Summary).HasMaxLength(Disclosure.SummaryLength);
        builder.Property(row => row.LoggedByName).HasMaxLength(100);
        builder.Property(row => row.WithdrawnByName).HasMaxLength(100);
        builder.Property(row => row.WithdrawnReason).HasMaxLength(Disclosure.ReasonLength);
        builder.HasIndex(row => new { row.AgencyId, row.RequestKey }).IsUnique();
        builder.HasIndex(row => new { row.AgencyId, row.PublishedAt, row.Id });
        // All agencies' records as they come in, for the municipal office.
        builder.HasIndex(row => new { row.LoggedAt, row.Id });
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Fulfilment> builder)
    {
        builder.ToTable("fulfilment", table => table.HasCheckConstraint("ck_fulfilment_valid", "valid_to > valid_from"));
        builder.HasKey(row => new { row.AgencyId, row.ObligationId, row.DisclosureId, row.ValidFrom });
        // The publications of one obligation, oldest first, without a look into the table: the state of every row of every list asks for
        // them. Without it the planner takes the exclusion constraint's index, which is ten times as slow.
        builder.HasIndex(row => new { row.AgencyId, row.ObligationId, row.PublishedAt })
            .IncludeProperties(row => new { row.ValidFrom, row.ValidTo, row.ReportedValue });
        builder.Property(row => row.ReportedValue).HasPrecision(12, 4);
        builder.HasIndex(row => new { row.AgencyId, row.DisclosureId });
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(row => new { row.AgencyId, row.DisclosureId }).OnDelete(DeleteBehavior.Restrict);
    }
}
