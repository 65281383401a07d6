using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Dashboards;

/// <summary>A duty whose state on a past day was corrected since, as <c>gov.corrections_at</c> returns it.</summary>
public sealed class CorrectionRow
{
    /// <summary>The agency that owes it.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The duty.</summary>
    public required Guid Id { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The due instant that was in force on the day.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The state as it was recorded when the day ended; <see langword="null"/> where the duty was not recorded then.</summary>
    public ObligationState? StateThen { get; init; }

    /// <summary>The state of the same day by what is recorded now.</summary>
    public required ObligationState StateNow { get; init; }

    /// <summary>When the last of it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

internal sealed class CorrectionMapping : IEntityTypeConfiguration<CorrectionRow>
{
    public void Configure(EntityTypeBuilder<CorrectionRow> builder) =>
        builder.HasNoKey().ToTable("corrections_at", table => table.ExcludeFromMigrations());
}
