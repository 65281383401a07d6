namespace GovDisclosure.Data.Audit;

/// <summary>
/// The acts of administrators in the audit trail. Their details are for administrators to read; those of an agency's own acts are not
/// (decision 0014), and <c>gov.administrative_audit</c> tells them apart by <see cref="Prefix"/>.
/// </summary>
public static class AuditActions
{
    /// <summary>How the acts of administrators begin.</summary>
    public const string Prefix = "admin.";

    public const string AgencyCreated = "admin.agency.created";
    public const string AgencyChanged = "admin.agency.changed";
    public const string AliasAdded = "admin.alias.added";
    public const string AliasEnded = "admin.alias.ended";
    public const string SuccessionEntered = "admin.succession.entered";
    public const string SuccessionWithdrawn = "admin.succession.withdrawn";
    public const string SuccessionCarriedOut = "admin.succession.carried_out";
    public const string GroupCreated = "admin.group.created";
    public const string GroupChanged = "admin.group.changed";
    public const string MemberAdded = "admin.member.added";
    public const string MemberEnded = "admin.member.ended";
    public const string ThresholdsChanged = "admin.thresholds.changed";
    public const string AssumedRuleChanged = "admin.assumed_rule.changed";
    public const string AuditExported = "admin.audit.exported";

    /// <summary>A list left the portal as a file: an act of whoever took it.</summary>
    public const string ListExported = "list.exported";

    /// <summary>Every act of an administrator that is kept beside the agencies' own.</summary>
    public static IReadOnlyList<string> Administrative { get; } =
        [AgencyCreated, AgencyChanged, AliasAdded, AliasEnded, SuccessionEntered, SuccessionWithdrawn, SuccessionCarriedOut, GroupCreated, GroupChanged, MemberAdded, MemberEnded, ThresholdsChanged, AssumedRuleChanged, AuditExported];
}
