using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Districts;

/// <summary>'2 of 3': how many parts of a district's duty there are, and how many are fulfilled, as <c>gov.passed_counts</c> returns it.</summary>
public sealed class PassedCount
{
    /// <summary>The district.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Its duty.</summary>
    public required Guid ObligationId { get; init; }

    public required int Total { get; init; }

    public required int Done { get; init; }
}

/// <summary>What a sub-unit may know of the duty that it was passed a part of, as <c>gov.passed_from</c> returns it.</summary>
public sealed class PassedFromRow
{
    /// <summary>The sub-unit's own obligation.</summary>
    public required Guid ObligationId { get; init; }

    public required Guid DistrictId { get; init; }

    /// <summary>The due instant of the whole, in force.</summary>
    public required DateTimeOffset WholeDueAt { get; init; }

    public required DateTimeOffset WholeOriginalDueAt { get; init; }

    public required DateOnly WholeWindowStart { get; init; }

    public required DateOnly WholeWindowEnd { get; init; }

    /// <summary>The title of the event that started the district's clock, where one did.</summary>
    public string? TriggerTitle { get; init; }

    public DateTimeOffset? TriggerOccurredAt { get; init; }
}

/// <summary>'2 of 3' among the parts of a duty.</summary>
public sealed record PartCounts(int Done, int Total);

/// <summary>What a part is a part of: who passed it down, and the city's date.</summary>
/// <param name="ShortName">The district.</param>
/// <param name="EnglishName">Its English name.</param>
/// <param name="DueAt">The whole's due instant in force.</param>
/// <param name="OriginalDueAt">The whole's due instant as first computed.</param>
/// <param name="WindowStart">The whole's first date.</param>
/// <param name="WindowEnd">The whole's last date, as first computed.</param>
/// <param name="TriggerTitle">The event that started the whole's clock.</param>
/// <param name="TriggerOccurredAt">When it happened.</param>
public sealed record PassedFrom(
    string ShortName, string EnglishName, DateTimeOffset DueAt, DateTimeOffset OriginalDueAt, DateOnly WindowStart, DateOnly WindowEnd,
    string? TriggerTitle, DateTimeOffset? TriggerOccurredAt);

/// <summary>A sub-unit of the district that is signed in.</summary>
/// <param name="Id">The sub-unit.</param>
/// <param name="Code">How addresses name it.</param>
/// <param name="ShortName">Its name.</param>
/// <param name="EnglishName">Its English name.</param>
/// <param name="Exists">Whether it exists today, so that something can be passed to it.</param>
public sealed record SubUnit(Guid Id, string Code, string ShortName, string EnglishName, bool Exists);

/// <summary>How a duty of the district was passed down.</summary>
/// <param name="RollUp">Which parts make it fulfilled.</param>
/// <param name="Note">What the sub-units were told last.</param>
/// <param name="Parts">The parts, those that are late first; taken back ones are in the history.</param>
public sealed record PassedDuty(RollUpMode RollUp, string? Note, IReadOnlyList<PartState> Parts)
{
    /// <summary>How many parts are fulfilled.</summary>
    public int Done => Parts.Count(part => part.FulfilledAt is not null);
}

/// <summary>One sub-unit's part of a duty: where it stands and the newest of what was published for it.</summary>
public sealed record PartState(
    Guid UnitId, string ShortName, string EnglishName, bool IsChosen, DateTimeOffset PassedAt, DateTimeOffset DueAt, ObligationState State,
    DateTimeOffset? FulfilledAt, int PublishedCount, int RequiredCount, IReadOnlyList<PartDisclosure> Disclosures, int DisclosureCount);

/// <summary>What a sub-unit published for a part.</summary>
public sealed record PartDisclosure(string Title, string Address, DateTimeOffset PublishedAt, bool HasTime, bool IsSample);

internal sealed class PassedRowsMapping : IEntityTypeConfiguration<PassedCount>, IEntityTypeConfiguration<PassedFromRow>
{
    // Rows of functions: no table, and nothing for a migration to make.
    public void Configure(EntityTypeBuilder<PassedCount> builder) => builder.HasNoKey().ToTable("passed_counts", table => table.ExcludeFromMigrations());

    public void Configure(EntityTypeBuilder<PassedFromRow> builder) => builder.HasNoKey().ToTable("passed_from", table => table.ExcludeFromMigrations());
}
