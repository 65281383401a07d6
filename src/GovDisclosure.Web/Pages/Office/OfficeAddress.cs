using System.Globalization;
using GovDisclosure.Data;
using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Web.Pages.Work.Obligations;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>What a list of the office is narrowed to by its address.</summary>
/// <param name="Filter">The filters that were understood.</param>
/// <param name="Page">The page; the first where its place was not understood.</param>
/// <param name="Ignored">The names of the filters whose values were not.</param>
/// <param name="Days">The days among the filters, as typed.</param>
public sealed record OfficeAddress(OversightFilter Filter, PageRequest Page, IReadOnlyList<string> Ignored, IReadOnlyList<DayField> Days)
{
    public const string Agency = "agency";
    public const string Class = "class";
    public const string Section = "section";
    public const string Task = "task";
    public const string Role = "role";
    public const string State = "state";
    public const string From = "from";
    public const string To = "to";
    public const string Red = "red";
    public const string After = "after";
    public const string Before = "before";
    public const string Leading = "lead";
    public const string Assisting = "assisting";

    /// <summary>The states that a list shows where its address names none: of cases, those still to be published.</summary>
    public static OversightStates UsualStates(string path) => path == OfficeLinks.Cases ? OversightStates.Unfinished : OversightStates.Owed;

    /// <summary>Reads an address that may have been typed, cut or kept from last year.</summary>
    /// <param name="query">The address.</param>
    /// <param name="moment">From when the office looks.</param>
    /// <param name="choices">What there is to choose from.</param>
    /// <param name="usual">The states where the address names none.</param>
    public static OfficeAddress Read(IQueryCollection query, OfficeMoment moment, OfficeChoices choices, OversightStates usual = OversightStates.Owed)
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

        DayField[] days = [DayField.Read(query, From), DayField.Read(query, To), DayField.Read(query, Red).Before(moment.View.Today)];
        var filter = new OversightFilter
        {
            Agency = Value<Guid?>(Agency, given => Guid.TryParse(given, out var id) && choices.Agencies.Any(row => row.Id == id) ? id : null),
            Class = Value(Class, ParseWord<AgencyClass>),
            Section = Value<int?>(Section, given => ParseSection(given, choices)),
            Task = Value<Guid?>(Task, given => Guid.TryParse(given, out var id) && choices.Tasks.Any(row => row.Id == id) ? id : null),
            Leads = Value<bool?>(Role, given => given switch { Leading => true, Assisting => false, _ => null }),
            States = Value(State, ParseWord<OversightStates>) ?? usual,
            DueFrom = days[0].Day,
            DueTo = days[1].Day,
            RedSince = days[2].Day,
        };
        return new OfficeAddress(
            filter, new PageRequest(DutyAddress.ReadPlace(query[After]), DutyAddress.ReadPlace(query[Before])), ignored, days);
    }

    /// <summary>A section's ordinal, or 0 for the general duties.</summary>
    public static int? ParseSection(string given, OfficeChoices choices) =>
        int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            && (ordinal == 0 || choices.Sections.Any(section => section.Ordinal == ordinal))
            ? ordinal
            : null;

    /// <summary>A word of an enum.</summary>
    public static T? ParseWord<T>(string given)
        where T : struct, Enum =>
        EnumWords.TryFromWord<T>(given, out var value) ? value : null;
}
