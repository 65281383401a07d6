namespace GovDisclosure.Web.Resources;

/// <summary>The audit trail in words.</summary>
public sealed class AuditText;
