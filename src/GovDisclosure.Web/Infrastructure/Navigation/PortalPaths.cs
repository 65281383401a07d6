namespace GovDisclosure.Web.Infrastructure.Navigation;

/// <summary>Addresses that the shell itself links to. A feature keeps its own links beside its pages.</summary>
public static class PortalPaths
{
    public const string Home = "/";
    public const string Work = "/work";
    public const string Disclosures = "/work/disclosures";
    public const string Units = "/work/units";
    public const string WorkCases = "/work/cases";
    public const string WorkEvents = "/work/events";
    public const string Cases = "/cases";
    public const string Office = "/office";

    /// <summary>Plans and drafts, for the municipal office.</summary>
    public const string OfficePlans = "/office/plans";
    public const string OfficeCalendar = "/office/calendar";
    public const string Admin = "/admin";
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string SetPassword = "/account/set-password";
    public const string Language = "/language";
    public const string Help = "/help";
    public const string Calculator = "/calculator";
    public const string HelpDeadlines = "/help/deadlines";
    public const string Accessibility = "/accessibility";

    public static string Plan(int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/plan/{year}");
}
