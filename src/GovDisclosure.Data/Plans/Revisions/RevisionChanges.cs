using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovDisclosure.Data.Plans.Revisions;

/// <summary>What the database's own function changes of a plan in force: <c>gov.revise_tasks</c> reads it as JSON.</summary>
internal sealed record RevisionChanges
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Every task that stays, as it reads from now on.</summary>
    public required IReadOnlyList<ToldTask> Tasks { get; init; }

    public required IReadOnlyList<Guid> EndedTasks { get; init; }

    /// <summary>Every section, those that stand empty from now on behind the others.</summary>
    public required IReadOnlyList<ToldHeading> Sections { get; init; }

    public required IReadOnlyList<ToldHeading> Subsections { get; init; }

    public required IReadOnlyList<ToldHeading> Items { get; init; }

    /// <summary>Every assignment that stays.</summary>
    public required IReadOnlyList<ToldAssignment> Assignments { get; init; }

    public required IReadOnlyList<Guid> EndedAssignments { get; init; }

    /// <summary>Every rule that stays.</summary>
    public required IReadOnlyList<ToldRule> Rules { get; init; }

    public required IReadOnlyList<Guid> EndedRules { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

internal sealed record ToldTask(
    Guid Id, string Number, int Sequence, int Ordinal, string Title, string Text, string? Attribution, Guid? SubsectionId, Guid? ItemId);

internal sealed record ToldHeading(Guid Id, int Ordinal, string Title);

internal sealed record ToldAssignment(Guid Id, int Ordinal, string Name);

internal sealed record ToldRule(Guid Id, int Ordinal, string Clause, string Phrase);
