using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>Weeks, months, quarters, half-years and years as people name them.</summary>
internal sealed class PeriodWords(IStringLocalizer<DutyText> text, PortalFormat format, int currentYear)
{
    /// <summary>第42周; week 42. With the year where it is not the portal's current one.</summary>
    public string Short(DatePeriod period)
    {
        var year = YearOf(period);
        return Write(period, year, ofYear: year != currentYear);
    }

    /// <summary>2016年第42周（10月17日—10月23日）; week 42 of 2016 (17–23 Oct).</summary>
    public string Long(DatePeriod period)
    {
        var name = Write(period, YearOf(period), ofYear: true);
        return period.Unit is PeriodUnit.Month or PeriodUnit.Year ? name : $"{name}{format.Bracketed(Range(period))}";
    }

    /// <summary>10月17日—10月23日; 17–23 Oct: the first and the last day.</summary>
    public string Range(DatePeriod period)
    {
        if (format.IsChinese)
        {
            return $"{format.ShortDay(period.Start)}—{format.ShortDay(period.End)}";
        }

        var oneMonth = period.Start.Month == period.End.Month && period.Start.Year == period.End.Year;
        return oneMonth
            ? $"{period.Start.Day.ToString(format.Culture)}–{format.ShortDay(period.End)}"
            : $"{format.ShortDay(period.Start)} – {format.ShortDay(period.End)}";
    }

    // A week is numbered within the year that most of its days lie in; the key says which.
    private static int YearOf(DatePeriod period) => period.Unit == PeriodUnit.Week ? period.Start.AddDays(3).Year : period.Start.Year;

    private string Write(DatePeriod period, int year, bool ofYear)
    {
        var (unit, number) = period.Unit switch
        {
            PeriodUnit.Week => ("Week", ((period.Start.AddDays(3).DayOfYear - 1) / 7) + 1),
            PeriodUnit.Month => ("Month", period.Start.Month),
            PeriodUnit.Quarter => ("Quarter", ((period.Start.Month - 1) / 3) + 1),
            PeriodUnit.HalfYear => ("HalfYear", ((period.Start.Month - 1) / 6) + 1),
            PeriodUnit.Year => ("Year", 1),
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Not a period."),
        };
        var suffix = unit == "HalfYear" ? $".{number.ToString(format.Culture)}" : "";
        var key = ofYear && unit != "Year" ? $"Period.{unit}OfYear{suffix}" : $"Period.{unit}{suffix}";
        return text[key, year, number, period.Start.ToString("MMMM", format.Culture)];
    }
}
