namespace GovDisclosure.Web.Infrastructure.Navigation;

/// <summary>The addresses of what the municipal office and the agencies say to each other.</summary>
public static class ActPaths
{
    public const string OfficeNotices = "/office/notices";
    public const string NewNotice = "/office/notices/new";
    public const string OfficeRequests = "/office/requests";
    public const string OfficeDisclosures = "/office/disclosures";
    public const string WorkNotices = "/work/notices";

    public static string OfficeNotice(Guid id) => $"{OfficeNotices}/{id}";

    public static string OfficeRequest(Guid id) => $"{OfficeRequests}/{id}";

    /// <summary>Takes back more time that was granted.</summary>
    public static string RevokeRequest(Guid id) => $"{OfficeRequests}/{id}/revoke";

    public static string OfficeDisclosure(Guid id) => $"{OfficeDisclosures}/{id}";

    public static string WorkNotice(Guid id) => $"{WorkNotices}/{id}";

    /// <summary>Asks for more time or for release.</summary>
    public static string Request(Guid obligationId) => $"/work/obligations/{obligationId}/request";

    /// <summary>Prepares reminders to these agencies, about the duties named or about all that they have overdue.</summary>
    public static string Chase(IEnumerable<Guid> agencies, IEnumerable<Guid> duties) =>
        NewNotice + QueryString.Create(
        [
            .. agencies.Distinct().Select(id => KeyValuePair.Create("agency", (string?)id.ToString())),
            .. duties.Distinct().Select(id => KeyValuePair.Create("duty", (string?)id.ToString())),
        ]).ToUriComponent();
}
