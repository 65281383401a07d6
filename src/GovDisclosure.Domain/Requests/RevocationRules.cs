using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Requests;

/// <summary>What must be true before the office takes back more time that it granted.</summary>
public static class RevocationRules
{
    /// <summary>Returns the rule that stands against it; <see langword="null"/> where none does.</summary>
    /// <remarks>What is done keeps the time in which it was done, and a release is not undone: the parts that fell away with it would not come back.</remarks>
    /// <param name="kind">What was granted.</param>
    /// <param name="decision">The answer, where there is one.</param>
    /// <param name="facts">The duty's facts.</param>
    /// <param name="reason">Why.</param>
    public static RuleViolation? Check(DutyRequestKind kind, RequestDecision? decision, ObligationFacts facts, string reason) => decision switch
    {
        null or { Granted: false } => new("NothingGranted"),
        { RevokedAt: not null } => new("AlreadyRevoked"),
        _ when kind == DutyRequestKind.Exemption => new("ReleaseStays"),
        _ when facts.Disposition != ObligationDisposition.Open => new("NotOwed"),
        _ when facts.FulfilledAt is not null => new("AlreadyDone"),
        _ when string.IsNullOrWhiteSpace(reason) => new("RevokeReasonMissing", "Reason"),
        _ when reason.Length > RequestDecision.NoteLength => new("NoteTooLong", "Reason", RequestDecision.NoteLength),
        _ => null,
    };
}
