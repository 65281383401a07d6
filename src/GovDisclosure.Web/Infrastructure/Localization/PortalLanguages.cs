using System.Globalization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>The languages of the portal. zh-CN is the original; English is complete.</summary>
public static class PortalLanguages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = [Chinese, English];

    /// <summary>The language of the request in hand.</summary>
    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
}
