using GovDisclosure.Data.Dashboards;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Settings;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Pages.Shared;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>What the office's pages say, in the reader's language.</summary>
public sealed class OfficeWords(IStringLocalizer<OfficeText> text, DutyWords words, PortalFormat format)
{
    public string StateName(OversightStates states) => text[$"State.{states}"];

    public string ClassName(AgencyClass agencyClass) => text[$"Class.{agencyClass}"];

    public string AgencyName(BoardAgency agency) => format.Name(agency.ShortName, agency.EnglishName);

    public string AgencyName(OversightRow row) => format.Name(row.AgencyName, row.AgencyEnglishName);

    /// <summary>1.2.3 推进市场监管公开透明; 总体要求 with the task's words for a general duty.</summary>
    public string TaskName(string number, string title) => $"{words.TaskNumber(number)} {DutyWords.Shorten(title)}";

    public string SectionName(int ordinal, OfficeChoices choices) =>
        ordinal == 0 ? words.General : choices.Sections.First(section => section.Ordinal == ordinal).Title;

    /// <summary>95%; 尚无到期 or 无任务 where there is no rate.</summary>
    public string Rate(DutyTally tally) => tally.Percent is { } percent ? $"{percent}%" : text[tally.Owed == 0 ? "Rate.NoDuties" : "Rate.NothingDue"];

    /// <summary>The class name and the word of a grade, so that colour never speaks alone.</summary>
    public static string GradeClass(DutyTally tally, Thresholds thresholds) => thresholds.GradeOf(tally.Percent) switch
    {
        RateGrade.Good => "rate-good",
        RateGrade.Middling => "rate-middling",
        RateGrade.Poor => "rate-poor",
        _ => "rate-none",
    };

    /// <summary>+6; −3; — where one of the two has no rate.</summary>
    public string Change(DutyTally now, DutyTally before) => (now.Percent, before.Percent) is ({ } current, { } earlier)
        ? (current - earlier) switch { > 0 and var up => $"+{up}", < 0 and var down => $"−{-down}", _ => "±0" }
        : "—";

    public string Problem(DayField field, OfficeMoment moment) => field.Problem switch
    {
        DayProblem.NotADay => text["Day.NotADay"],
        DayProblem.Future => text["Day.Future", format.DayWithYear(moment.Today)],
        DayProblem.BeforePlan => text["Day.BeforePlan", format.DayWithYear(moment.Plan.IssuedOn)],
        DayProblem.NotBefore => text["Day.NotBefore", format.DayWithYear(moment.View.Today)],
        _ => "",
    };

    /// <summary>截至 2016年10月20日.</summary>
    public string AsOf(OfficeMoment moment) => text["AsOf", format.DayWithYear(moment.View.Today)];

    /// <summary>The counts at the head of a list, each the filter for what it counts.</summary>
    public Lights Lights(OversightList list)
    {
        Light Of(Tone tone, OversightStates states) => new(
            tone, PortalFormat.Count(list.Counts.Of(states)), StateName(states), null, list.Href(list.Filter with { States = states }), list.Filter.States == states);

        return new Lights(
            text["Lights.Label"],
            [
                Of(Tone.Late, OversightStates.Overdue), Of(Tone.Soon, OversightStates.DueSoon), Of(Tone.Neutral, OversightStates.Open),
                Of(Tone.Done, OversightStates.OnTime), Of(Tone.Done, OversightStates.Late), Of(Tone.Neutral, OversightStates.Exempt),
            ]);
    }

    /// <summary>The filters in force, each with a way to remove it.</summary>
    public FilterChips Chips(OversightList list)
    {
        var usual = OfficeAddress.UsualStates(list.Path);
        return new FilterChips(
            [.. Filters(list.Filter, list.Choices, usual).Select(filter => new FilterChip(filter.Label, filter.Value, list.Href(filter.Without)))],
            OfficeLinks.WithDay(list.Path, list.Moment.Day));
    }

    /// <summary>What a list is filtered by, in words: for chips and for the head of a file.</summary>
    public IEnumerable<(string Label, string Value, OversightFilter Without)> Filters(OversightFilter filter, OfficeChoices choices, OversightStates usual)
    {
        if (filter.Agency is { } agency)
        {
            yield return (text["Filter.agency"], AgencyName(choices.Agencies.First(row => row.Id == agency)), filter with { Agency = null });
        }

        if (filter.Class is { } agencyClass)
        {
            yield return (text["Filter.class"], ClassName(agencyClass), filter with { Class = null });
        }

        if (filter.Section is { } section)
        {
            yield return (text["Filter.section"], SectionName(section, choices), filter with { Section = null });
        }

        if (filter.Task is { } taskId)
        {
            var task = choices.Tasks.First(row => row.Id == taskId);
            yield return (text["Filter.task"], TaskName(task.Number, task.Title), filter with { Task = null });
        }

        if (filter.Leads is { } leads)
        {
            yield return (text["Filter.role"], text[leads ? "Role.Lead" : "Role.Assisting"], filter with { Leads = null });
        }

        if (filter.States != usual)
        {
            yield return (text["Filter.state"], StateName(filter.States), filter with { States = usual });
        }

        if (filter.DueFrom is { } from)
        {
            yield return (text["Filter.from"], format.DayWithYear(from), filter with { DueFrom = null });
        }

        if (filter.DueTo is { } to)
        {
            yield return (text["Filter.to"], format.DayWithYear(to), filter with { DueTo = null });
        }

        if (filter.RedSince is { } red)
        {
            yield return (text["Filter.red"], format.DayWithYear(red), filter with { RedSince = null });
        }
    }

    /// <summary>不满 1 个工作日; 6—10 个工作日; 60 个工作日以上.</summary>
    public string Age(OverdueAge age) => age switch
    {
        { MostDays: 0 } => text["Age.None"],
        { MostDays: null } => text["Age.Over", age.LeastDays - 1],
        _ => text["Age.Between", age.LeastDays, age.MostDays!.Value],
    };
}
