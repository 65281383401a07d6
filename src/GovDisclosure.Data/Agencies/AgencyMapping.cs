using GovDisclosure.Domain.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Agencies;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<AgencyGroup>, IEntityTypeConfiguration<AgencyGroupMember>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agency");
        builder.Property(row => row.Code).HasMaxLength(40);
        builder.Property(row => row.ShortName).HasMaxLength(100);
        builder.Property(row => row.FullName).HasMaxLength(200);
        builder.Property(row => row.EnglishName).HasMaxLength(200);
        builder.Property(row => row.Source).HasMaxLength(200);
        builder.HasIndex(row => row.Code).IsUnique();
        builder.HasIndex(row => row.ShortName).IsUnique();
        builder.HasIndex(row => row.ParentId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgencyGroup> builder)
    {
        builder.ToTable("agency_group");
        builder.Property(row => row.Phrase).HasMaxLength(200);
        builder.Property(row => row.EnglishName).HasMaxLength(300);
        builder.Property(row => row.Source).HasMaxLength(200);
        builder.HasIndex(row => row.Phrase).IsUnique();
        builder.HasMany(row => row.Members).WithOne().HasForeignKey(row => row.GroupId);
    }

    public void Configure(EntityTypeBuilder<AgencyGroupMember> builder)
    {
        builder.ToTable("agency_group_member");
        builder.HasKey(row => new { row.GroupId, row.MemberAgencyId, row.ValidFrom });
        builder.HasIndex(row => row.MemberAgencyId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.MemberAgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
