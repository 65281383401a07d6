namespace GovDisclosure.Domain.Deadlines;

/// <summary>More time that was granted (延期). It adds to the period, in the rule's own unit: 20 and 20 working days are 40 from the start.</summary>
/// <param name="Count">How many working days, days, hours, months or years it adds, at least 1.</param>
/// <param name="Note">Who granted it and why, as an explanation shall name it; null where nothing is said.</param>
public sealed record PeriodExtension(int Count, string? Note = null);
