using System.Globalization;

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

    /// <summary>What a revision changed.</summary>
    /// <param name="year">The plan's year.</param>
    /// <param name="ordinal">Which of its revisions.</param>
    /// <param name="of">How many it has.</param>
    public static string Of(int year, int ordinal, int of)
    {
        var key = year.ToString(CultureInfo.InvariantCulture);
        return Of($"{key}-{(ordinal - 1).ToString(CultureInfo.InvariantCulture)}", ordinal == of ? key : $"{key}-{ordinal.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>Two plans, by their keys.</summary>
    public static string Of(string from, string to) => $"{Compare}?{From}={Uri.EscapeDataString(from)}&{To}={Uri.EscapeDataString(to)}";
}
