namespace GovDisclosure.Domain;

/// <summary>A rule that a user's input would break. It is returned, never thrown: only bugs throw.</summary>
/// <param name="Code">Names the sentence that a page shows, such as <c>PublishedInFuture</c>.</param>
/// <param name="Field">The input that it stands beside; <see langword="null"/> where it concerns the whole form.</param>
/// <param name="Arguments">Values for the sentence, such as the date that was too early.</param>
public sealed record RuleViolation(string Code, string? Field = null, params object[] Arguments);
