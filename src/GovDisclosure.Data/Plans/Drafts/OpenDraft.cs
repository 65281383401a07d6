using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Plans.Drafts;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>A draft with all that its pages show.</summary>
public sealed record OpenDraft
{
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public required string SourceText { get; init; }

    public required PlanDraft Draft { get; init; }

    /// <summary>Changes with each correction: a form that was shown with another one is stale.</summary>
    public required uint Version { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string ChangedByName { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>What each name that the plan uses is in the register, on the plan's date.</summary>
    public required IReadOnlyDictionary<string, AgencyResolution> Names { get; init; }

    /// <summary>What stands between it and its publication.</summary>
    public IReadOnlyList<DraftObstacle> Obstacles => PlanDraftRules.Obstacles(Draft, Names);

    /// <summary>Who of the register a name is; <see langword="null"/> where that is open, or the register is to get a new one.</summary>
    public Guid? HolderOf(string name) => Draft.Names.TryGetValue(name, out var choice) ? choice.Holder : Names.GetValueOrDefault(name)?.Holder;

    /// <summary>Whether it may still be corrected.</summary>
    public bool IsOpen => PublishedAt is null;
}

/// <summary>A draft in the list of drafts.</summary>
public sealed record DraftLine(Guid Id, string FileName, string? Title, int? Year, int Tasks, DateTimeOffset ChangedAt, string ChangedByName, DateTimeOffset? PublishedAt);
