using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Plans;

internal sealed class AssignmentChoiceMapping : IEntityTypeConfiguration<AssignmentChoice>, IEntityTypeConfiguration<AssignmentChoiceMember>
{
    public void Configure(EntityTypeBuilder<AssignmentChoice> builder)
    {
        builder.ToTable("assignment_choice", table => table.HasCheckConstraint("ck_assignment_choice_valid", "valid_to > valid_from"));
        builder.Property(row => row.Note).HasMaxLength(AssignmentChoice.NoteLength);
        builder.Property(row => row.ChosenByName).HasMaxLength(100);
        builder.HasIndex(row => row.AssignmentId).IsUnique().HasFilter("valid_to IS NULL").HasDatabaseName("ix_assignment_choice_standing");
        builder.HasOne<Assignment>().WithMany().HasForeignKey(row => row.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Members).WithOne().HasForeignKey(row => row.ChoiceId);
    }

    public void Configure(EntityTypeBuilder<AssignmentChoiceMember> builder)
    {
        builder.ToTable("assignment_choice_member");
        builder.HasKey(row => new { row.ChoiceId, row.MemberAgencyId });
        builder.HasIndex(row => row.MemberAgencyId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.MemberAgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
