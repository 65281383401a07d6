using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Pages.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace GovDisclosure.Web.Pages.Work;

/// <summary>The addresses of an agency's own pages.</summary>
public static class WorkLinks
{
    /// <summary>The list of duties.</summary>
    public const string Duties = PortalPaths.Work;

    /// <summary>The form that logs a disclosure.</summary>
    public const string LogDisclosure = "/work/disclosures/log";

    /// <summary>What asks a list for a file.</summary>
    public const string Export = "export";

    /// <summary>One duty.</summary>
    public static string Duty(Guid id) => $"/work/obligations/{id}";

    /// <summary>The count of a duty's due date as JSON.</summary>
    public static string DutyExplanation(Guid id) => $"{Duty(id)}?{ExplanationResult.Query}";

    /// <summary>A list as files: its own address, with the form asked for.</summary>
    public static ExportLinks Exports(string list) => new(QueryHelpers.AddQueryString(list, Export, "xlsx"), QueryHelpers.AddQueryString(list, Export, "csv"));

    /// <summary>The form that logs a disclosure for a duty, which it then has chosen.</summary>
    public static string LogFor(Guid obligationId) => $"{LogDisclosure}?for={obligationId}";
}
