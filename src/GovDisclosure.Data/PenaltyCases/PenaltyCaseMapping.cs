using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.PenaltyCases;

internal sealed class PenaltyCaseMapping :
    IEntityTypeConfiguration<PenaltyCase>, IEntityTypeConfiguration<CaseExemption>, IEntityTypeConfiguration<PublishedCase>,
    IEntityTypeConfiguration<CaseImport>
{
    public void Configure(EntityTypeBuilder<PenaltyCase> builder)
    {
        builder.ToTable("penalty_case");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.PartyName).HasMaxLength(PenaltyCase.NameLength);
        builder.Property(row => row.RepresentativeName).HasMaxLength(PenaltyCase.NameLength);
        builder.Property(row => row.DecidingBody).HasMaxLength(PenaltyCase.NameLength);
        builder.Property(row => row.Facts).HasMaxLength(PenaltyCase.TextLength);
        builder.Property(row => row.Basis).HasMaxLength(PenaltyCase.TextLength);
        builder.Property(row => row.Result).HasMaxLength(PenaltyCase.TextLength);
        builder.Property(row => row.Performance).HasMaxLength(PenaltyCase.TextLength);
        builder.Property(row => row.PlatformNumber).HasMaxLength(CaseRules.PlatformNumberLength);
        builder.PrimitiveCollection(row => row.Kinds).ElementType().HasConversion<EnumWordConverter<PenaltyKind>>();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasIndex(row => new { row.AgencyId, row.TriggerId }).IsUnique();
        builder.HasIndex(row => new { row.AgencyId, row.RequestKey }).IsUnique();
        builder.HasIndex(row => new { row.AgencyId, row.CorrectsCaseId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TriggerEvent>().WithMany().HasForeignKey(row => new { row.AgencyId, row.TriggerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PenaltyCase>().WithMany().HasForeignKey(row => new { row.AgencyId, row.CorrectsCaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseExemption> builder)
    {
        builder.ToTable("case_exemption", table => table.HasCheckConstraint("ck_case_exemption_two_people", "decided_by_id <> asked_by_id"));
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.Reason).HasMaxLength(CaseExemption.ReasonLength);
        builder.Property(row => row.DecisionNote).HasMaxLength(CaseExemption.ReasonLength);
        builder.Property(row => row.AskedByName).HasMaxLength(100);
        builder.Property(row => row.DecidedByName).HasMaxLength(100);
        builder.Property<uint>("xmin").IsRowVersion();
        // One at a time: another may be asked for once the last is decided.
        builder.HasIndex(row => new { row.AgencyId, row.CaseId }).IsUnique().HasFilter("decided_at IS NULL").HasDatabaseName("ix_case_exemption_waiting");
        builder.HasOne<PenaltyCase>().WithMany().HasForeignKey(row => new { row.AgencyId, row.CaseId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PublishedCase> builder)
    {
        builder.ToTable("published_case");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.Title).HasMaxLength(CaseRules.TitleLength);
        builder.Property(row => row.Reference).HasMaxLength(CaseRules.ReferenceLength);
        builder.Property(row => row.PartyName).HasMaxLength(PenaltyCase.NameLength);
        builder.Property(row => row.RepresentativeName).HasMaxLength(PenaltyCase.NameLength);
        builder.Property(row => row.DecidingBody).HasMaxLength(PenaltyCase.NameLength);
        builder.Property(row => row.ExternalAddress).HasMaxLength(Disclosure.AddressLength);
        builder.Property(row => row.TakenDownByName).HasMaxLength(100);
        builder.Property(row => row.TakenDownReason).HasMaxLength(Disclosure.ReasonLength);
        builder.PrimitiveCollection(row => row.Kinds).ElementType().HasConversion<EnumWordConverter<PenaltyKind>>();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasIndex(row => row.Id).IsUnique();
        builder.HasIndex(row => new { row.PublishedAt, row.Id }).HasFilter("taken_down_at IS NULL").HasDatabaseName("ix_published_case_public");
        builder.HasIndex(row => new { row.AgencyId, row.CorrectsCaseId }).HasFilter("corrects_case_id IS NOT NULL");
        // A case is public once; after it was taken down it may be published anew.
        builder.HasIndex(row => new { row.AgencyId, row.CaseId }).IsUnique().HasFilter("taken_down_at IS NULL").HasDatabaseName("ix_published_case_standing");
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PenaltyCase>().WithMany().HasForeignKey(row => new { row.AgencyId, row.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(row => new { row.AgencyId, row.DisclosureId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseImport> builder)
    {
        builder.ToTable("case_import");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.FileName).HasMaxLength(200);
        builder.Property(row => row.Rows).HasColumnType("jsonb");
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
