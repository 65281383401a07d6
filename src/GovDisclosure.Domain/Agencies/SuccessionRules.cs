namespace GovDisclosure.Domain.Agencies;

/// <summary>When an agency can take another's place. An agency has one successor at most, successions go forward in time and never in a circle.</summary>
public static class SuccessionRules
{
    /// <summary>How a succession stands on a day.</summary>
    public static SuccessionState StateOf(bool isCarriedOut, bool isWithdrawn, DateOnly effectiveFrom, DateOnly today) =>
        isCarriedOut ? SuccessionState.CarriedOut
        : isWithdrawn ? SuccessionState.Withdrawn
        : effectiveFrom <= today ? SuccessionState.Due
        : SuccessionState.Announced;

    /// <summary>The rules that stand against entering a succession.</summary>
    /// <param name="draft">What is entered.</param>
    /// <param name="standing">The successions that stand, carried out or not.</param>
    public static IEnumerable<RuleViolation> Check(SuccessionDraft draft, IReadOnlyCollection<SuccessionLink> standing)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(standing);
        if (draft.Note.Length > AgencySuccession.NoteLength)
        {
            yield return new RuleViolation("SuccessionNoteTooLong", nameof(draft.Note), AgencySuccession.NoteLength);
        }

        if (draft.Predecessors.Contains(draft.Successor, StringComparer.Ordinal))
        {
            yield return new RuleViolation("SucceedsItself", nameof(draft.Successor));
            yield break;
        }

        if (draft.Predecessors.Any(old => standing.Any(link => link.Predecessor == old)))
        {
            yield return new RuleViolation("AlreadySucceeded", nameof(draft.Predecessors));
            yield break;
        }

        if (After(draft.Successor, standing).Intersect(draft.Predecessors, StringComparer.Ordinal).Any())
        {
            yield return new RuleViolation("SuccessionCircle", nameof(draft.Successor));
            yield break;
        }

        if (standing.Where(link => draft.Predecessors.Contains(link.Successor, StringComparer.Ordinal)).Max(link => (DateOnly?)link.EffectiveFrom) is { } earlier
            && earlier >= draft.EffectiveFrom)
        {
            yield return new RuleViolation("BeforeItsOwnBeginning", nameof(draft.EffectiveFrom), earlier);
        }

        if (standing.FirstOrDefault(link => link.Predecessor == draft.Successor) is { } next && next.EffectiveFrom <= draft.EffectiveFrom)
        {
            yield return new RuleViolation("SuccessorSucceeded", nameof(draft.EffectiveFrom), next.EffectiveFrom);
        }
    }

    /// <summary>The rules that stand against carrying a succession out.</summary>
    /// <param name="facts">The agencies.</param>
    /// <param name="standing">The successions that stand.</param>
    /// <param name="today">Today, in Beijing: a succession is carried out from its day on.</param>
    /// <remarks>Sub-units would need a district above them that nobody has named, so a predecessor that has some is refused.</remarks>
    public static IEnumerable<RuleViolation> CheckCarryOut(SuccessionFacts facts, IReadOnlyCollection<SuccessionLink> standing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(standing);
        if (facts.EffectiveFrom > today)
        {
            yield return new RuleViolation("SuccessionNotDue", null, facts.EffectiveFrom);
        }

        if (facts.PredecessorsMissing)
        {
            yield return new RuleViolation("PredecessorNotInRegister");
        }

        if (facts.Successor is null)
        {
            yield return new RuleViolation("SuccessorNotInRegister");
        }

        if (facts.SuccessorEnds is { } end && end < facts.EffectiveFrom)
        {
            yield return new RuleViolation("SuccessorEnded", null, end);
        }

        if (facts.HaveSubUnits)
        {
            yield return new RuleViolation("PredecessorHasSubUnits");
        }

        // What an agency still gets from another must be there before it passes on what it has.
        if (standing.Any(link => !link.IsCarriedOut && facts.Predecessors.Contains(link.Successor, StringComparer.Ordinal)))
        {
            yield return new RuleViolation("EarlierSuccessionFirst");
        }

        if (standing.Any(link => link.IsCarriedOut && link.Predecessor == facts.Successor))
        {
            yield return new RuleViolation("SuccessorAlreadySucceeded");
        }
    }

    /// <summary>Everybody who comes after an agency, the nearest first.</summary>
    public static IReadOnlyList<string> After(string agency, IReadOnlyCollection<SuccessionLink> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        var found = new List<string>();
        while (links.FirstOrDefault(link => link.Predecessor == agency) is { } link && !found.Contains(link.Successor, StringComparer.Ordinal))
        {
            found.Add(agency = link.Successor);
        }

        return found;
    }
}
