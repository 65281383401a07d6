using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Calendars;

internal sealed class CalendarMapping : IEntityTypeConfiguration<CalendarYear>, IEntityTypeConfiguration<CalendarEntryRow>
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
}
