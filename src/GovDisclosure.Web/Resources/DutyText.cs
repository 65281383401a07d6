namespace GovDisclosure.Web.Resources;

/// <summary>The words for a duty: its period, its rule, its role and how far its due day is.</summary>
public sealed class DutyText;
