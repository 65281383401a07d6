using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GovDisclosure.Web.Infrastructure.Notifications;

/// <summary>What a banner reports: that something was done, or that something needs to be known.</summary>
public enum NotificationKind
{
    /// <summary>The last act succeeded.</summary>
    Success,

    /// <summary>Worth knowing; nothing failed.</summary>
    Information,
}

/// <summary>The banner on the page after a redirect. All texts arrive in the reader's language.</summary>
/// <param name="Kind">Colour, shape and heading go together.</param>
/// <param name="Text">What changed, in one sentence.</param>
/// <param name="LinkText">The way on, if there is one.</param>
/// <param name="LinkHref">Where it leads: an address of this portal.</param>
public sealed record Notification(NotificationKind Kind, string Text, string? LinkText = null, string? LinkHref = null);

/// <summary>Carries the banner over the redirect in TempData: one a page, gone once shown.</summary>
public static class NotificationTempData
{
    private const string Key = "notification";

    public static void Notify(this ITempDataDictionary tempData, Notification notification) =>
        tempData[Key] = JsonSerializer.Serialize(notification);

    /// <summary>Tells the reader on the next page that the act succeeded.</summary>
    public static void NotifySuccess(this ITempDataDictionary tempData, string text, string? linkText = null, string? linkHref = null) =>
        tempData.Notify(new Notification(NotificationKind.Success, text, linkText, linkHref));

    public static Notification? TakeNotification(this ITempDataDictionary tempData) =>
        tempData[Key] is string json ? JsonSerializer.Deserialize<Notification>(json) : null;
}
