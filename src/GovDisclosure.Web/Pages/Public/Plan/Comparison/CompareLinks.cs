namespace GovDisclosure.Web.Pages.Public.Plan.Comparison;

/// <summary>Addresses of comparisons.</summary>
public static class CompareLinks
{
    /// <summary>The page that compares two plans.</summary>
    public const string Compare = "/plan/compare";

    /// <summary>The name of the older plan in the address.</summary>
    public const string From = "from";

    /// <summary>The name of the newer plan in the address.</summary>
    public const string To = "to";

    /// <summary>Two plans, by their keys.</summary>
    public static string Of(string from, string to) => $"{Compare}?{From}={Uri.EscapeDataString(from)}&{To}={Uri.EscapeDataString(to)}";
}
