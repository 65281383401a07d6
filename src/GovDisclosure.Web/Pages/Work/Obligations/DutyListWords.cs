using GovDisclosure.Data;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Pages.Shared;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>One row, with the words of its list.</summary>
public sealed record DutyLine(DutyRow Row, DutyListWords List);

/// <summary>Lights, chips and choices of the list of duties, in the reader's language.</summary>
public sealed class DutyListWords(IndexModel model, IStringLocalizer<WorkText> text, DutyWords words, PortalFormat format)
{
    /// <summary>The page that is put into words.</summary>
    public IndexModel Page => model;

    private ObligationFilter Filter => model.Address.Filter;

    /// <summary>总体要求; 1.2.3 推进市场监管公开透明.</summary>
    public string TaskName(string number, string title) => DutyWords.IsGeneral(number) ? words.TaskNumber(number) : $"{number} {DutyWords.Shorten(title)}";

    public string StateName(StateFilter state) => text[$"State.{state}"];

    public string RoleName(RoleFilter role) => text[$"Role.{role}"];

    /// <summary>市工商局; Administration for Industry and Commerce; without a lead.</summary>
    public string LeadName(string code) => code == ObligationFilter.NoLead
        ? text["Lead.None"]
        : model.Leads.Select(lead => lead.Agency).FirstOrDefault(agency => agency?.Code == code) is { } found ? format.Name(found.ShortName, found.EnglishName) : "";

    public string FilterName(string name) => text[$"Filter.{name}"];

    /// <summary>1 duty; 12 duties.</summary>
    public string Counted(string key, int count) => text[count == 1 ? $"{key}.One" : $"{key}.Other", PortalFormat.Count(count)];

    /// <summary>3/18 个机关已完成; 3 of 18 agencies done.</summary>
    public string Progress((int Done, int Total) of) => text["Row.Progress", PortalFormat.Count(of.Done), PortalFormat.Count(of.Total)];

    public Lights Lights()
    {
        var lights = new List<Light>
        {
            One(Tone.Late, StateFilter.Overdue, Oldest()),
            One(Tone.Soon, StateFilter.DueSoon, text["Light.Within", format.WorkingDays(model.View.DueSoonWorkingDays)]),
            One(Tone.Neutral, StateFilter.Upcoming, model.Counts.NextUpcoming is { } next ? text["Light.Next", format.ShortDay(DueOn(next))].Value : null),
            One(Tone.Done, StateFilter.Done, Split()),
        };
        if (model.Counts.Of(StateFilter.Released) > 0)
        {
            lights.Add(One(Tone.Neutral, StateFilter.Released, null));
        }

        return new Lights(text["Light.Label"], lights);
    }

    public FilterChips Chips()
    {
        var chips = new List<FilterChip>();
        if (Filter.Section is { } section)
        {
            Add(DutyAddress.Section, SectionName(section), Filter with { Section = null });
        }

        if (Filter.Task is { } task)
        {
            Add(DutyAddress.Task, words.TaskNumber(task), Filter with { Task = null });
        }

        if (Filter.State != StateFilter.Unfinished)
        {
            Add(DutyAddress.State, StateName(Filter.State), Filter with { State = StateFilter.Unfinished });
        }

        if (Filter.Kind is { } kind)
        {
            Add(DutyAddress.Kind, words.Kind(kind), Filter with { Kind = null });
        }

        if (Filter.Role is { } role)
        {
            Add(DutyAddress.Role, RoleName(role), Filter with { Role = null });
        }

        if (Filter.Lead is { } lead)
        {
            Add(DutyAddress.Lead, LeadName(lead), Filter with { Lead = null });
        }

        if (Filter.Words is { } typed)
        {
            Add(DutyAddress.Words, typed, Filter with { Words = null });
        }

        return new FilterChips(chips, DutyAddress.Href(new ObligationFilter { District = Filter.District }));

        void Add(string name, string value, ObligationFilter without) => chips.Add(new FilterChip(FilterName(name), value, DutyAddress.Href(without)));
    }

    public string SectionName(int ordinal) =>
        ordinal == 0 ? words.General : model.Sections.FirstOrDefault(section => section.Ordinal == ordinal)?.Title ?? "";

    /// <summary>The kinds of rule that a duty can have: a word without a number is kept as what the office put in its place.</summary>
    public static IEnumerable<DeadlineRuleKind> Kinds => Enum.GetValues<DeadlineRuleKind>().Where(kind => kind != DeadlineRuleKind.Qualitative);

    public static string Word<T>(T value)
        where T : struct, Enum => EnumWords.ToWord(value);

    private static DateOnly DueOn(DateTimeOffset dueAt) => new Due(dueAt, IsProvisional: false).DueOn;

    private Light One(Tone tone, StateFilter state, string? detail) => new(
        tone, PortalFormat.Count(model.Counts.Of(state)), StateName(state), detail, DutyAddress.Href(Filter with { State = state }), Filter.State == state);

    private string? Oldest()
    {
        if (model.Counts.OldestOverdue is not { } oldest)
        {
            return null;
        }

        var days = model.View.Calendar.WorkingDaysBetween(DueOn(oldest), model.View.Today);
        return days > 0 ? text["Light.Oldest", format.WorkingDays(days)] : text["Light.OldestBarely"];
    }

    private string? Split() => model.Counts.Of(StateFilter.Done) == 0 ? null : text[
        "Light.Split", PortalFormat.Count(model.Counts.Of(StateFilter.OnTime)), PortalFormat.Count(model.Counts.Of(StateFilter.Late))].Value;
}
