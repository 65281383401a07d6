using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Plans;

internal sealed class PlanMapping :
    IEntityTypeConfiguration<WorkPlan>, IEntityTypeConfiguration<PlanSection>,
    IEntityTypeConfiguration<PlanSubsection>, IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<WorkPlan> builder)
    {
        builder.ToTable("work_plan");
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.DocumentNumber).HasMaxLength(100);
        builder.Property(row => row.Issuer).HasMaxLength(200);
        builder.Property(row => row.Source).HasMaxLength(200);
        builder.HasIndex(row => row.Year).IsUnique();
        builder.HasMany(row => row.Sections).WithOne().HasForeignKey(row => row.PlanId);
        builder.HasMany(row => row.Tasks).WithOne().HasForeignKey(row => row.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanSection> builder)
    {
        builder.ToTable("plan_section");
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.HasIndex(row => new { row.PlanId, row.Ordinal }).IsUnique();
        builder.HasMany(row => row.Subsections).WithOne().HasForeignKey(row => row.SectionId);
    }

    public void Configure(EntityTypeBuilder<PlanSubsection> builder)
    {
        builder.ToTable("plan_subsection");
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.HasIndex(row => new { row.SectionId, row.Ordinal }).IsUnique();
        builder.HasMany(row => row.Items).WithOne().HasForeignKey(row => row.SubsectionId);
    }

    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("plan_item");
        builder.Property(row => row.Title).HasMaxLength(500);
        builder.HasIndex(row => new { row.SubsectionId, row.Ordinal }).IsUnique();
    }
}
