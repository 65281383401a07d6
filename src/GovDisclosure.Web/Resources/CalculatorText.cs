namespace GovDisclosure.Web.Resources;

/// <summary>The texts of the deadline calculator; its sentences are those of every deadline, in <see cref="DeadlineText"/>.</summary>
public sealed class CalculatorText;
