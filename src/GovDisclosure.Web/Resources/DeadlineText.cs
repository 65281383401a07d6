namespace GovDisclosure.Web.Resources;

/// <summary>Why a due date is the day that it is, in sentences.</summary>
public sealed class DeadlineText;
