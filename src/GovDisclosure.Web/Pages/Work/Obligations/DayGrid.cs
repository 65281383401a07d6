using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>The explained days as a grid of weeks.</summary>
/// <param name="Explanation">The explanation.</param>
/// <param name="Today">Today, which is marked.</param>
public sealed record DayGrid(DeadlineExplanation Explanation, DateOnly Today)
{
    /// <summary>The class names of a day's cell; what they show in colour and line, the cell says in words.</summary>
    public string CssClass(ExplainedDay day)
    {
        var names = new List<string>();
        switch (day.Role)
        {
            case CountRole.Start:
                names.Add("start");
                break;
            case CountRole.Skipped or CountRole.RolledOver or CountRole.Stopped:
                names.Add("off");
                break;
            case CountRole.Due:
                names.Add("due");
                break;
        }

        if (day.Day.Kind == CalendarDayKind.MakeUpWorkday && day.Number is not null)
        {
            names.Add("makeup");
        }

        if (day.Day.Date == Today)
        {
            names.Add("today");
        }

        return string.Join(' ', names);
    }

    /// <summary>Whether the cell names its month: the first of the grid and each first of a month.</summary>
    public bool NamesMonth(ExplainedDay day) => day.Day.Date.Day == 1 || day.Day.Date == Explanation.Days[0].Day.Date;
}

/// <summary>Some weeks of a grid: all of a short one, or one end of a long one.</summary>
public sealed record DayGridPart(DayGrid Grid, IReadOnlyList<ExplainedWeek> Weeks);
