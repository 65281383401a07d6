namespace GovDisclosure.Domain.Deadlines;

/// <summary>A due instant beside the one that it came from.</summary>
/// <param name="Original">What the rule alone gives; it is kept for good.</param>
/// <param name="Current">What holds after the extensions and stops.</param>
public sealed record AdjustedDue(Due Original, Due Current);
