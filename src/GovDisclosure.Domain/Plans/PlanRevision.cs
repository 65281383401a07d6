namespace GovDisclosure.Domain.Plans;

/// <summary>A later version of a plan within its year (修订): what it says holds from a day on.</summary>
public sealed class PlanRevision
{
    /// <summary>Its identity, which was its draft's.</summary>
    public required Guid Id { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Its place from 1 among the plan's revisions.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The first Beijing date on which it holds: what was due before is owed as it was.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The title as printed.</summary>
    public required string Title { get; init; }

    /// <summary>The document number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The body that issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The Beijing date of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The plan as it was until then, as JSON: what any two versions are compared by.</summary>
    public required string Before { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Who published it: the name at the time.</summary>
    public required string PublishedByName { get; init; }
}

/// <summary>How a task read until a revision.</summary>
public sealed class TaskWording
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The revision that changed it.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>Its number until then.</summary>
    public required string Number { get; init; }

    /// <summary>Its place among the tasks of one number.</summary>
    public required int Sequence { get; init; }

    /// <summary>What lists called it.</summary>
    public required string Title { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>The words of its attribution.</summary>
    public string? Attribution { get; init; }
}
