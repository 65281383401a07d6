namespace GovDisclosure.Domain.Agencies;

/// <summary>One succession as a step from agency to agency. Whom the register does not have yet is known by the name.</summary>
/// <param name="Predecessor">The agency that ends.</param>
/// <param name="Successor">The agency that takes its place.</param>
/// <param name="EffectiveFrom">The first day on which it does.</param>
/// <param name="IsCarriedOut">Whether it was carried out.</param>
public sealed record SuccessionLink(string Predecessor, string Successor, DateOnly EffectiveFrom, bool IsCarriedOut);

/// <summary>A succession that somebody enters.</summary>
/// <param name="Predecessors">The agencies that end; several where they are merged.</param>
/// <param name="Successor">The agency that takes their place.</param>
/// <param name="EffectiveFrom">The first day on which it does.</param>
/// <param name="Note">What was decided, in words.</param>
public sealed record SuccessionDraft(IReadOnlyList<string> Predecessors, string Successor, DateOnly EffectiveFrom, string Note);

/// <summary>What must be known of the agencies before a succession is carried out.</summary>
/// <param name="EffectiveFrom">Its day.</param>
/// <param name="Predecessors">The predecessors that are in the register, as the links name them.</param>
/// <param name="PredecessorsMissing">Whether the register lacks one of them.</param>
/// <param name="Successor">The successor, as the links name it; <see langword="null"/> where the register does not have it.</param>
/// <param name="SuccessorEnds">The successor's last day, where it has one.</param>
/// <param name="HaveSubUnits">Whether a predecessor has sub-units.</param>
public sealed record SuccessionFacts(
    DateOnly EffectiveFrom, IReadOnlyList<string> Predecessors, bool PredecessorsMissing, string? Successor, DateOnly? SuccessorEnds, bool HaveSubUnits);
