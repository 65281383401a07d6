using System.Globalization;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Public.Calculator;

/// <summary>Addresses of the calculator with a question in them.</summary>
public static class CalculatorLinks
{
    /// <summary>The question that a deadline answers; <see langword="null"/> where it follows no event, or counts more than the calculator does.</summary>
    public static string? Of(DeadlineExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        if (CalculatorUnits.Of(explanation.Rule.Kind) is not { } unit || explanation.TriggeredOn is not { } start
            || explanation.Rule.Value is not (>= 1 and <= CalculatorInput.MostCounted) || !decimal.IsInteger(explanation.Rule.Value.Value)
            || explanation.Rule.Value + explanation.Changes.ExtendedBy > CalculatorUnits.MostOf(unit) || explanation.Changes.Stops.Count > 1)
        {
            return null;
        }

        var query = new QueryBuilder
        {
            { nameof(CalculatorInput.Start), PortalFormat.Machine(start) },
            { nameof(CalculatorInput.Count), explanation.Rule.Value.Value.ToString("0", CultureInfo.InvariantCulture) },
            { nameof(CalculatorInput.Unit), unit.ToString() },
        };
        if (unit == CalculatorUnit.Hours && explanation.TriggeredAt is { } instant)
        {
            query.Add(nameof(CalculatorInput.Time), BeijingTime.TimeOf(instant).ToString("HH':'mm", CultureInfo.InvariantCulture));
        }

        if (explanation.Changes.ExtendedBy is > 0 and var added)
        {
            query.Add(nameof(CalculatorInput.ExtendBy), added.ToString(CultureInfo.InvariantCulture));
        }

        if (explanation.Changes.Stops is [var stop])
        {
            query.Add(nameof(CalculatorInput.StopFrom), PortalFormat.Machine(stop.From));
            query.Add(nameof(CalculatorInput.StopTo), PortalFormat.Machine(stop.To));
        }

        return PortalPaths.Calculator + query;
    }
}
