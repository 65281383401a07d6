using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Plans;

internal sealed class TaskMapping :
    IEntityTypeConfiguration<DisclosureTask>, IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<TaskDeadlineRule>
{
    public void Configure(EntityTypeBuilder<DisclosureTask> builder)
    {
        builder.ToTable("disclosure_task");
        builder.Property(row => row.Number).HasMaxLength(20);
        builder.Property(row => row.Title).HasMaxLength(500);
        builder.HasIndex(row => new { row.PlanId, row.Number, row.Sequence }).IsUnique().HasFilter("ended_at IS NULL");
        builder.HasIndex(row => new { row.PlanId, row.Ordinal }).IsUnique();
        builder.HasOne<PlanSection>().WithMany().HasForeignKey(row => row.SectionId);
        builder.HasOne<PlanSubsection>().WithMany().HasForeignKey(row => row.SubsectionId);
        builder.HasOne<PlanItem>().WithMany().HasForeignKey(row => row.ItemId);
        builder.HasOne<PlanRevision>().WithMany().HasForeignKey(row => row.EndedByRevisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Assignments).WithOne().HasForeignKey(row => row.TaskId);
        builder.HasMany(row => row.Rules).WithOne().HasForeignKey(row => row.TaskId);
    }

    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignment", table => table.HasCheckConstraint(
            "ck_assignment_assignee", "(assignee_agency_id IS NULL) <> (assignee_group_id IS NULL)"));
        builder.Property(row => row.NameAsWritten).HasMaxLength(200);
        builder.HasIndex(row => new { row.TaskId, row.Ordinal }).IsUnique().HasFilter("ended_at IS NULL");
        builder.HasIndex(row => row.AssigneeAgencyId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AssigneeAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgencyGroup>().WithMany().HasForeignKey(row => row.AssigneeGroupId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskDeadlineRule> builder)
    {
        builder.ToTable("task_rule");
        builder.HasIndex(row => new { row.TaskId, row.Ordinal }).IsUnique().HasFilter("superseded_at IS NULL");
        builder.HasOne<TaskDeadlineRule>().WithMany().HasForeignKey(row => row.ContinuesRuleId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(row => row.Rule, rule => rule.HasRuleColumns());
    }
}
