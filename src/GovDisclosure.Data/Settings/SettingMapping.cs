using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Settings;

internal sealed class SettingMapping : IEntityTypeConfiguration<PortalSetting>, IEntityTypeConfiguration<AssumedRuleDefault>
{
    public void Configure(EntityTypeBuilder<PortalSetting> builder)
    {
        builder.ToTable("portal_setting", table => table.HasCheckConstraint("ck_portal_setting_valid", "valid_to > valid_from"));
        builder.HasKey(row => new { row.Name, row.ValidFrom });
        builder.Property(row => row.Name).HasMaxLength(60);
        builder.Property(row => row.Value).HasColumnType("jsonb");
        builder.Property(row => row.ActorName).HasMaxLength(100);
        builder.HasIndex(row => row.Name).IsUnique().HasFilter("valid_to IS NULL").HasDatabaseName("ix_portal_setting_present");
    }

    public void Configure(EntityTypeBuilder<AssumedRuleDefault> builder)
    {
        builder.ToTable("assumed_rule_default", table => table.HasCheckConstraint("ck_assumed_rule_default_valid", "valid_to > valid_from"));
        builder.HasKey(row => new { row.Word, row.ValidFrom });
        builder.Property(row => row.Word).HasMaxLength(40);
        builder.Property(row => row.Value).HasPrecision(12, 4);
        builder.Property(row => row.Event).HasColumnName("trigger_kind");
        builder.Property(row => row.Basis).HasMaxLength(300);
        builder.Property(row => row.ActorName).HasMaxLength(100);
        builder.HasIndex(row => row.Word).IsUnique().HasFilter("valid_to IS NULL").HasDatabaseName("ix_assumed_rule_default_present");
    }
}
