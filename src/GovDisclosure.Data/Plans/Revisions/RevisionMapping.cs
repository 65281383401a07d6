using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Plans.Revisions;

internal sealed class RevisionMapping :
    IEntityTypeConfiguration<PlanRevision>, IEntityTypeConfiguration<TaskWording>, IEntityTypeConfiguration<ObligationRole>
{
    public void Configure(EntityTypeBuilder<PlanRevision> builder)
    {
        builder.ToTable("plan_revision");
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.DocumentNumber).HasMaxLength(100);
        builder.Property(row => row.Issuer).HasMaxLength(200);
        builder.Property(row => row.Before).HasColumnType("jsonb");
        builder.Property(row => row.PublishedByName).HasMaxLength(100);
        builder.HasIndex(row => new { row.PlanId, row.Ordinal }).IsUnique();
        builder.HasOne<WorkPlan>().WithMany().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskWording> builder)
    {
        builder.ToTable("task_wording");
        builder.HasKey(row => new { row.TaskId, row.RevisionId });
        builder.Property(row => row.Number).HasMaxLength(20);
        builder.Property(row => row.Title).HasMaxLength(500);
        builder.HasOne<DisclosureTask>().WithMany().HasForeignKey(row => row.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanRevision>().WithMany().HasForeignKey(row => row.RevisionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ObligationRole> builder)
    {
        builder.ToTable("obligation_role", table => table.HasCheckConstraint("ck_obligation_role_valid", "valid_to > valid_from"));
        builder.HasKey(row => new { row.AgencyId, row.ObligationId, row.ValidFrom });
        builder.HasOne<Obligation>().WithMany().HasForeignKey(row => new { row.AgencyId, row.ObligationId }).OnDelete(DeleteBehavior.Restrict);
    }
}
