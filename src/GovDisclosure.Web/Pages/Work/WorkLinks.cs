using GovDisclosure.Web.Infrastructure.Navigation;

namespace GovDisclosure.Web.Pages.Work;

/// <summary>The addresses of an agency's own pages.</summary>
public static class WorkLinks
{
    /// <summary>The list of duties.</summary>
    public const string Duties = PortalPaths.Work;

    /// <summary>The form that logs a disclosure.</summary>
    public const string LogDisclosure = "/work/disclosures/log";

    /// <summary>One duty.</summary>
    public static string Duty(Guid id) => $"/work/obligations/{id}";

    /// <summary>The form that logs a disclosure for a duty, which it then has chosen.</summary>
    public static string LogFor(Guid obligationId) => $"{LogDisclosure}?for={obligationId}";
}
