using GovDisclosure.Data;
using GovDisclosure.Domain;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Pages.Shared;

namespace GovDisclosure.Web.Pages.Admin;

/// <summary>The addresses of the pages for administrators, and how a list's address is read and written.</summary>
public static class AdminLinks
{
    public const string Agencies = PortalPaths.Admin + "/agencies";
    public const string NewAgency = Agencies + "/new";
    public const string Successions = Agencies + "/successions";
    public const string NewSuccession = Successions + "/new";
    public const string Groups = PortalPaths.Admin + "/groups";
    public const string NewGroup = Groups + "/new";
    public const string People = PortalPaths.Admin + "/people";
    public const string NewPerson = People + "/new";
    public const string Thresholds = PortalPaths.Admin + "/settings";
    public const string Rules = PortalPaths.Admin + "/rules";
    public const string Audit = PortalPaths.Admin + "/audit";

    /// <summary>The longest run of words that is searched for.</summary>
    public const int WordsLength = 100;

    private const int PlaceLength = 200;

    public static string Agency(Guid id) => $"{Agencies}/{id}";

    public static string EditAgency(Guid id) => $"{Agencies}/{id}/edit";

    public static string Succession(Guid id) => $"{Successions}/{id}";

    /// <summary>The form that enters the successor that a succession names.</summary>
    public static string NewAgencyOf(Guid succession) => List(NewAgency, [new("succession", succession.ToString())]);

    public static string Group(Guid id) => $"{Groups}/{id}";

    public static string EditGroup(Guid id) => $"{Groups}/{id}/edit";

    public static string Person(Guid id) => $"{People}/{id}";

    /// <summary>The people of an agency.</summary>
    public static string PeopleOf(string code) => List(People, [new("agency", code)]);

    /// <summary>The audit trail of an agency.</summary>
    public static string AuditOf(string code) => List(Audit, [new("agency", code)]);

    /// <summary>The form that changes the default of a word.</summary>
    public static string ChangeRule(string word) => List(Rules + "/change", [new("word", word)]);

    /// <summary>A list's address: its filters without those that are empty.</summary>
    public static string List(string path, IEnumerable<KeyValuePair<string, string?>> filters) =>
        path + QueryString.Create(filters.Where(filter => !string.IsNullOrEmpty(filter.Value))).ToUriComponent();

    /// <summary>Previous and next of a page.</summary>
    public static Pager Pager<T>(Page<T> page, string path, IReadOnlyCollection<KeyValuePair<string, string?>> filters, string summary) => new(
        page.Previous is { } before ? List(path, [.. filters, new("before", before)]) : null,
        page.Next is { } after ? List(path, [.. filters, new("after", after)]) : null,
        summary);

    /// <summary>What was typed to search for; <see langword="null"/> where nothing was.</summary>
    public static string? Words(string? typed)
    {
        var words = PlainText.OneLine(typed);
        return words.Length == 0 ? null : words.Length <= WordsLength ? words : words[..WordsLength];
    }

    /// <summary>The place that an address names; the first page where it names none.</summary>
    public static PagePlace Place(string? after, string? before) => new(Place(after), Place(before));

    private static string? Place(string? word)
    {
        var place = PlainText.OneLine(word);
        return place.Length is 0 or > PlaceLength ? null : place;
    }
}
