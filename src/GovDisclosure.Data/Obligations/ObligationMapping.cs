using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Obligations;

internal sealed class ObligationMapping :
    IEntityTypeConfiguration<Obligation>, IEntityTypeConfiguration<ObligationStanding>, IEntityTypeConfiguration<TriggerEvent>,
    IEntityTypeConfiguration<ObligationBasis>
{
    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.ToTable("obligation", table => table.HasCheckConstraint("ck_obligation_required_count", "required_count >= 1"));
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.OccurrenceKey).HasMaxLength(60);
        builder.Property(row => row.Target).HasPrecision(12, 4);
        // What the plan lays on an agency is there once; a part may be passed to a sub-unit again after it was taken back.
        builder.HasIndex(row => new { row.AgencyId, row.RuleId, row.OccurrenceKey }).IsUnique().HasFilter("passed_obligation_id IS NULL");
        builder.HasIndex(row => new { row.RuleId, row.OccurrenceKey });
        builder.HasIndex(row => new { row.AgencyId, row.TriggerId });
        builder.HasIndex(row => new { row.PassedByAgencyId, row.PassedObligationId }).HasFilter("passed_obligation_id IS NOT NULL");
        builder.HasIndex(row => new { row.AgencyId, row.ContinuesId }).HasFilter("continues_id IS NOT NULL");
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ContinuesId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<WorkPlan>().WithMany().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DisclosureTask>().WithMany().HasForeignKey(row => row.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TaskDeadlineRule>().WithMany().HasForeignKey(row => row.RuleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TriggerEvent>().WithMany().HasForeignKey(row => new { row.AgencyId, row.TriggerId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ObligationStanding> builder)
    {
        builder.ToTable("obligation_standing", table => table.HasCheckConstraint("ck_obligation_standing_valid", "valid_to > valid_from"));
        builder.HasKey(row => new { row.AgencyId, row.ObligationId, row.ValidFrom });
        builder.Property(row => row.Note).HasMaxLength(1000);
        builder.Property(row => row.ActorName).HasMaxLength(100);
        builder.HasIndex(row => new { row.AgencyId, row.DueAt, row.ObligationId }).HasFilter("valid_to IS NULL");
        // One truth now. That none of the past overlaps another is the database's to refuse (0013_standings.sql).
        builder.HasIndex(row => new { row.AgencyId, row.ObligationId }).IsUnique().HasFilter("valid_to IS NULL");
        builder.HasIndex(row => row.RevisionId).HasFilter("revision_id IS NOT NULL");
        builder.HasOne<PlanRevision>().WithMany().HasForeignKey(row => row.RevisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TriggerEvent> builder)
    {
        builder.ToTable("trigger_event");
        builder.HasKey(row => new { row.AgencyId, row.Id });
        builder.Property(row => row.RecordedByName).HasMaxLength(100);
        builder.Property(row => row.CancelledByName).HasMaxLength(100);
        builder.Property(row => row.CancelledReason).HasMaxLength(TriggerEvent.ReasonLength);
        builder.Property(row => row.Reference).HasMaxLength(TriggerEvent.ReferenceLength);
        builder.Property(row => row.Title).HasMaxLength(TriggerEvent.TitleLength);
        // A number or a date that was wrong is corrected by cancelling and entering anew, so a cancelled one frees its number.
        builder.HasIndex(row => new { row.AgencyId, row.Kind, row.Reference }).IsUnique().HasFilter("cancelled_at IS NULL");
        builder.HasIndex(row => new { row.AgencyId, row.OccurredAt, row.Id });
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DisclosureTask>().WithMany().HasForeignKey(row => row.TaskId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ObligationBasis> builder)
    {
        builder.ToTable("obligation_basis");
        builder.HasKey(row => new { row.AgencyId, row.ObligationId, row.Ordinal });
        builder.Property(row => row.Ordinal).ValueGeneratedNever();
        builder.ComplexProperty(row => row.Rule, rule => rule.HasRuleColumns());
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
    }
}
