namespace GovDisclosure.Domain.Obligations;

/// <summary>The one state function. SQL has the same as <c>gov.obligation_state</c>; a property test holds the two equal.</summary>
public static class ObligationStates
{
    /// <summary>Returns the state of an obligation at an instant.</summary>
    /// <remarks>
    /// A decision that it is not owed comes first, then whether it is fulfilled, then lateness against the due instant in force.
    /// An obligation that would be late but for an extension is <see cref="ObligationState.Extended"/> until it is due soon again.
    /// </remarks>
    /// <param name="facts">The facts as known at the instant.</param>
    /// <param name="asOf">The instant asked about.</param>
    /// <param name="dueSoonUntil">The end of the last working day that still counts as soon, seen from that instant.</param>
    public static ObligationState Of(ObligationFacts facts, DateTimeOffset asOf, DateTimeOffset dueSoonUntil) => facts switch
    {
        { Disposition: ObligationDisposition.Exempt } => ObligationState.Exempt,
        { Disposition: ObligationDisposition.Cancelled } => ObligationState.Cancelled,
        { FulfilledAt: { } fulfilledAt } => fulfilledAt <= facts.DueAt ? ObligationState.FulfilledOnTime : ObligationState.FulfilledLate,
        _ when asOf > facts.DueAt => ObligationState.Overdue,
        _ when facts.DueAt <= dueSoonUntil => ObligationState.DueSoon,
        _ when facts.DueAt > facts.OriginalDueAt => ObligationState.Extended,
        _ => ObligationState.Upcoming,
    };
}
