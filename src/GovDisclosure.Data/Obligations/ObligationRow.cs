using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Obligations;

/// <summary>An obligation with its facts and state at an instant, as <c>gov.obligations_at</c> returns it.</summary>
public sealed class ObligationRow
{
    public required Guid AgencyId { get; init; }

    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid RuleId { get; init; }

    public required string OccurrenceKey { get; init; }

    public required AssignmentRole Role { get; init; }

    public required DateOnly WindowStart { get; init; }

    public required DateOnly WindowEnd { get; init; }

    public required DateTimeOffset OriginalDueAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required ObligationDisposition Disposition { get; init; }

    public required int RequiredCount { get; init; }

    public decimal? Target { get; init; }

    public Guid? TriggerId { get; init; }

    /// <summary>How many publications count so far.</summary>
    public required int PublishedCount { get; init; }

    /// <summary>The publication that completed it.</summary>
    public DateTimeOffset? FulfilledAt { get; init; }

    /// <summary>The state at the instant asked about.</summary>
    public required ObligationState State { get; init; }
}

/// <summary>'3 of 5': how many agencies owe one occurrence of a rule, and how many have fulfilled it.</summary>
public sealed class OccurrenceProgress
{
    public required Guid RuleId { get; init; }

    public required string OccurrenceKey { get; init; }

    public required int Total { get; init; }

    public required int Done { get; init; }
}

/// <summary>Another agency's standing in the same occurrence: its facts, and nothing of what it published.</summary>
public sealed class ObligationPeerRow
{
    public required Guid PeerId { get; init; }

    public required AssignmentRole Role { get; init; }

    public required DateTimeOffset OriginalDueAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required ObligationDisposition Disposition { get; init; }

    public DateTimeOffset? FulfilledAt { get; init; }
}

internal sealed class ObligationRowMapping :
    IEntityTypeConfiguration<ObligationRow>, IEntityTypeConfiguration<OccurrenceProgress>, IEntityTypeConfiguration<ObligationPeerRow>
{
    // Rows of functions: no table, and nothing for a migration to make.
    public void Configure(EntityTypeBuilder<ObligationRow> builder) => builder.HasNoKey().ToTable("obligations_at", table => table.ExcludeFromMigrations());

    public void Configure(EntityTypeBuilder<OccurrenceProgress> builder) => builder.HasNoKey().ToTable("occurrence_progress", table => table.ExcludeFromMigrations());

    public void Configure(EntityTypeBuilder<ObligationPeerRow> builder) => builder.HasNoKey().ToTable("obligation_peers", table => table.ExcludeFromMigrations());
}
