using GovDisclosure.Data.Requests;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>Says what a request asks for: until when, how much more, or which days shall not count.</summary>
public sealed class RequestWords(IStringLocalizer<RequestText> text, PortalFormat format)
{
    /// <summary>The content of a request; empty for a release, which its kind says already.</summary>
    public string What(RequestRow request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request switch
        {
            { DueOn: { } day } => text["What.Until", format.Day(day)],
            { ExtendBy: { } count } => text[$"What.{Unit(request.RuleKind)}", PortalFormat.Count(count)],
            { StopFrom: { } from, StopTo: { } to } when from == to => text["What.StopOne", format.Day(from)],
            { StopFrom: { } from, StopTo: { } to } => text["What.Stop", format.Day(from), format.Day(to)],
            _ => "",
        };
    }

    /// <summary>The label of the field for more time, in the unit of the duty's rule.</summary>
    public string ExtendByLabel(DeadlineRuleKind kind) => text[$"Ask.ExtendBy.{Unit(kind)}"];

    private static string Unit(DeadlineRuleKind kind) => kind switch
    {
        DeadlineRuleKind.CalendarDaysAfterEvent => "Days",
        DeadlineRuleKind.HoursAfterEvent => "Hours",
        DeadlineRuleKind.MonthsAfterEvent => "Months",
        DeadlineRuleKind.YearsAfterEvent => "Years",
        _ => "WorkingDays",
    };
}
