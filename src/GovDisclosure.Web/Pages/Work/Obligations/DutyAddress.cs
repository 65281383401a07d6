using System.Globalization;
using GovDisclosure.Data;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Deadlines;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>The list's address: which filters and which page it asks for. The address is all the state that the list has.</summary>
/// <param name="Filter">The filters that were understood.</param>
/// <param name="Page">The page; the first where its place was not understood.</param>
/// <param name="Ignored">The names of the filters whose values were not.</param>
public sealed record DutyAddress(ObligationFilter Filter, PageRequest Page, IReadOnlyList<string> Ignored)
{
    public const string Section = "section";
    public const string Task = "task";
    public const string Kind = "kind";
    public const string State = "state";
    public const string Role = "role";
    public const string Words = "words";
    private const string After = "after";
    private const string Before = "before";

    /// <summary>The longest run of words that is searched for.</summary>
    public const int WordsLength = 100;

    /// <summary>Reads an address that may have been typed, cut or kept from last year.</summary>
    public static DutyAddress Read(IQueryCollection query, IReadOnlyCollection<SectionOption> sections, IReadOnlyCollection<TaskOption> tasks)
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
            Words = Value(Words, given => given.Length <= WordsLength && !given.Any(char.IsControl) ? given : null),
        };
        return new DutyAddress(filter, new PageRequest(ParseCursor(query[After]), ParseCursor(query[Before])), ignored);
    }

    /// <summary>The address of the first page under a filter.</summary>
    public static string Href(ObligationFilter filter) => Build(filter, null, null);

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

    // Microseconds are what the database orders by; nothing shorter names a place exactly.
    internal static string Write(ObligationCursor place) => string.Create(
        CultureInfo.InvariantCulture, $"{(place.DueAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}-{place.Id:N}");

    internal static ObligationCursor? ParseCursor(string? given)
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

    private static string Build(ObligationFilter filter, string? direction, ObligationCursor? place)
    {
        var query = new QueryBuilder();
        Add(Section, filter.Section?.ToString(CultureInfo.InvariantCulture));
        Add(Task, filter.Task);
        Add(Kind, filter.Kind is { } kind ? EnumWords.ToWord(kind) : null);
        Add(State, filter.State == StateFilter.Unfinished ? null : EnumWords.ToWord(filter.State));
        Add(Role, filter.Role is { } role ? EnumWords.ToWord(role) : null);
        Add(Words, filter.Words);
        if (direction is not null && place is { } at)
        {
            query.Add(direction, Write(at));
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
