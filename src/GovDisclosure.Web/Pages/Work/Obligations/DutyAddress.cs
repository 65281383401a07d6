using System.Globalization;
using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Deadlines;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>The list's address: which filters and which page it asks for. The address is all the state that the list has.</summary>
/// <param name="Filter">The filters that were understood.</param>
/// <param name="Page">The page; the first where its place was not understood.</param>
/// <param name="By">By what the list is summed up; <see langword="null"/> for the list itself.</param>
/// <param name="Ignored">The names of the filters whose values were not.</param>
public sealed record DutyAddress(ObligationFilter Filter, PageRequest Page, DutyGrouping? By, IReadOnlyList<string> Ignored)
{
    public const string Section = "section";
    public const string Task = "task";
    public const string Kind = "kind";
    public const string State = "state";
    public const string Role = "role";
    public const string Lead = "lead";
    public const string District = "district";
    public const string Grouping = "by";
    public const string Words = "words";
    private const string After = "after";
    private const string Before = "before";

    /// <summary>The longest run of words that is searched for.</summary>
    public const int WordsLength = 100;

    /// <summary>Reads an address that may have been typed, cut or kept from last year.</summary>
    /// <param name="query">The address's query.</param>
    /// <param name="sections">The plan's sections.</param>
    /// <param name="tasks">The tasks under which the agency owes anything.</param>
    /// <param name="leads">Who leads them.</param>
    /// <param name="own">The reader's agency: the only district whose duties can be asked for.</param>
    public static DutyAddress Read(
        IQueryCollection query, IReadOnlyCollection<SectionOption> sections, IReadOnlyCollection<TaskOption> tasks, IReadOnlyCollection<LeadOption> leads,
        AgencyPlace? own)
    {
        var ignored = new List<string>();

        // An empty field of the form narrows nothing; anything else that does not parse is told to the reader.
        T? Value<T>(string name, Func<string, T?> parse)
        {
            var values = query[name];
            var given = values.ToString().Trim();
            if (given.Length == 0)
            {
                return default;
            }

            var value = values.Count == 1 ? parse(given) : default;
            if (value is null)
            {
                ignored.Add(name);
            }

            return value;
        }

        var filter = new ObligationFilter
        {
            Section = Value<int?>(Section, given => ParseSection(given, sections)),
            Task = Value(Task, given => tasks.FirstOrDefault(task => task.Number == given)?.Number),
            Kind = Value(Kind, ParseWord<DeadlineRuleKind>),
            State = Value(State, ParseWord<StateFilter>) ?? StateFilter.Unfinished,
            Role = Value(Role, ParseWord<RoleFilter>),
            Lead = Value(Lead, given => leads.Any(lead => CodeOf(lead) == given) ? given : null),
            District = Value(District, given => own is { IsDistrict: true } && own.Code == given ? given : null) ?? (own is { IsDistrict: true } ? own.Code : null),
            Words = Value(Words, given => given.Length <= WordsLength && !given.Any(char.IsControl) ? given : null),
        };
        var by = Value(Grouping, ParseWord<DutyGrouping>);
        return new DutyAddress(filter, new PageRequest(ReadPlace(query[After]), ReadPlace(query[Before])), by, ignored);
    }

    /// <summary>The word by which the filter names a lead.</summary>
    public static string CodeOf(LeadOption lead) => lead.Agency?.Code ?? ObligationFilter.NoLead;

    /// <summary>The address of the first page under a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="by">By what it is summed up, where it is.</param>
    public static string Href(ObligationFilter filter, DutyGrouping? by = null) => Build(filter, null, null, by);

    /// <summary>The address of the page after a place; null without one.</summary>
    public static string? HrefAfter(ObligationFilter filter, ObligationCursor? place) => place is { } after ? Build(filter, After, after) : null;

    /// <summary>The address of the page before a place; null without one.</summary>
    public static string? HrefBefore(ObligationFilter filter, ObligationCursor? place) => place is { } before ? Build(filter, Before, before) : null;

    private static int? ParseSection(string given, IReadOnlyCollection<SectionOption> sections) =>
        int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) && (ordinal == 0 || sections.Any(section => section.Ordinal == ordinal))
            ? ordinal
            : null;

    private static T? ParseWord<T>(string given)
        where T : struct, Enum =>
        EnumWords.TryFromWord<T>(given, out var value) ? value : null;

    /// <summary>A place as a word of an address.</summary>
    /// <remarks>Microseconds are what the database orders by; nothing shorter names a place exactly.</remarks>
    public static string WritePlace(ObligationCursor place) => string.Create(
        CultureInfo.InvariantCulture, $"{(place.DueAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}-{place.Id:N}");

    /// <summary>Reads a place; null where the word is none, which shows the first page.</summary>
    public static ObligationCursor? ReadPlace(string? given)
    {
        const long EndOfTime = 253_402_300_799_999_999;
        if (given?.Split('-', 2) is not [var instant, var id]
            || !long.TryParse(instant, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            || microseconds > EndOfTime
            || !Guid.TryParseExact(id, "N", out var identity))
        {
            return null;
        }

        return new ObligationCursor(DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond), identity);
    }

    private static string Build(ObligationFilter filter, string? direction, ObligationCursor? place, DutyGrouping? by = null)
    {
        var query = new QueryBuilder();
        Add(District, filter.District);
        Add(Section, filter.Section?.ToString(CultureInfo.InvariantCulture));
        Add(Task, filter.Task);
        Add(Kind, filter.Kind is { } kind ? EnumWords.ToWord(kind) : null);
        Add(State, filter.State == StateFilter.Unfinished ? null : EnumWords.ToWord(filter.State));
        Add(Role, filter.Role is { } role ? EnumWords.ToWord(role) : null);
        Add(Lead, filter.Lead);
        Add(Words, filter.Words);
        Add(Grouping, by is { } grouping ? EnumWords.ToWord(grouping) : null);
        if (direction is not null && place is { } at)
        {
            query.Add(direction, WritePlace(at));
        }

        return $"{WorkLinks.Duties}{query}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }
}
