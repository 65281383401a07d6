using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Calendars;

internal sealed class CalendarMapping :
    IEntityTypeConfiguration<CalendarYear>, IEntityTypeConfiguration<CalendarEntryRow>, IEntityTypeConfiguration<CalendarNoticeRow>,
    IEntityTypeConfiguration<CalendarNoticeDayRow>, IEntityTypeConfiguration<CalendarDraftRow>
{
    public void Configure(EntityTypeBuilder<CalendarYear> builder)
    {
        builder.ToTable("calendar_year");
        builder.HasKey(row => row.Year);
        builder.Property(row => row.Year).ValueGeneratedNever();
        builder.Property(row => row.Notices).HasMaxLength(200);
        builder.Property(row => row.Source).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<CalendarEntryRow> builder)
    {
        builder.ToTable("calendar_entry");
        builder.HasKey(row => row.Date);
        builder.Property(row => row.Name).HasMaxLength(40);
        builder.Property(row => row.Notice).HasMaxLength(100);
        builder.Property(row => row.Source).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<CalendarNoticeRow> builder)
    {
        builder.ToTable("calendar_notice", table => table.HasCheckConstraint("ck_calendar_notice_moved", "moved >= 0"));
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(CalendarNoticeDraft.NumberLength);
        builder.Property(row => row.Source).HasMaxLength(CalendarNoticeDraft.SourceLength);
        builder.Property(row => row.LoadedByName).HasMaxLength(100);
        // One after another: the order in which they were loaded is the order in which they hold.
        builder.HasIndex(row => row.LoadedAt).IsUnique();
        builder.HasIndex(row => row.UndoesId).IsUnique();
        builder.HasOne<CalendarNoticeRow>().WithMany().HasForeignKey(row => row.UndoesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Days).WithOne().HasForeignKey(row => row.NoticeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CalendarNoticeDayRow> builder)
    {
        builder.ToTable("calendar_notice_day");
        builder.HasKey(row => new { row.NoticeId, row.Date });
        builder.Property(row => row.Name).HasMaxLength(CalendarNoticeDraft.NameLength);
    }

    public void Configure(EntityTypeBuilder<CalendarDraftRow> builder)
    {
        builder.ToTable("calendar_draft");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Content).HasColumnType("jsonb");
        builder.Property(row => row.PreparedByName).HasMaxLength(100);
    }
}
