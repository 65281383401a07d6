using System.Globalization;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>Says what the logging of a disclosure changed.</summary>
internal static class LogOutcome
{
    /// <summary>One sentence or two about the obligations that it was logged for.</summary>
    /// <param name="before">As they stood.</param>
    /// <param name="after">As they stand.</param>
    /// <param name="text">The feature's texts.</param>
    public static string Describe(IReadOnlyList<DutyRow> before, IReadOnlyList<DutyRow> after, IStringLocalizer<DisclosureText> text)
    {
        if (before is [var was] && after is [var now])
        {
            return DescribeOne(was, now, text);
        }

        return text[
            "Logged.Several",
            PortalFormat.Count(after.Count),
            PortalFormat.Count(after.Count(row => row.State == ObligationState.FulfilledOnTime)),
            PortalFormat.Count(after.Count(row => row.State == ObligationState.FulfilledLate)),
            PortalFormat.Count(after.Count(row => !IsDone(row)))];
    }

    private static string DescribeOne(DutyRow was, DutyRow now, IStringLocalizer<DisclosureText> text) => now switch
    {
        _ when IsDone(was) && was.State == now.State => text["Logged.Already"],
        { State: ObligationState.FulfilledOnTime } => text["Logged.OnTime"],
        { State: ObligationState.FulfilledLate } => text["Logged.Late"],
        { Target: { } target, PublishedCount: 0 } => text["Logged.BelowTarget", target.ToString("0.####", CultureInfo.InvariantCulture)],
        _ => text["Logged.More", PortalFormat.Count(now.RequiredCount), PortalFormat.Count(now.PublishedCount)],
    };

    private static bool IsDone(DutyRow row) => row.State is ObligationState.FulfilledOnTime or ObligationState.FulfilledLate;
}
