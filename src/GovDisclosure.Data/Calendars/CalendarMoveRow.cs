using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Calendars;

/// <summary>An open duty whose due date another calendar puts elsewhere, as <c>gov.calendar_moves</c> returns it.</summary>
public sealed class CalendarMoveRow
{
    /// <summary>The agency that owes it.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The duty.</summary>
    public required Guid Id { get; init; }

    /// <summary>The due instant in force.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The one that would take its place.</summary>
    public required DateTimeOffset NewDueAt { get; init; }
}

internal sealed class CalendarMoveMapping : IEntityTypeConfiguration<CalendarMoveRow>
{
    public void Configure(EntityTypeBuilder<CalendarMoveRow> builder) =>
        builder.HasNoKey().ToTable("calendar_moves", table => table.ExcludeFromMigrations());
}
