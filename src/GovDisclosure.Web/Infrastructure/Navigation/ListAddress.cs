using System.Globalization;
using GovDisclosure.Data.Paging;

namespace GovDisclosure.Web.Infrastructure.Navigation;

/// <summary>The address of a list: a path and the filters in force. The address is all the state that the list has.</summary>
/// <param name="Path">The list without any filter.</param>
/// <param name="Filters">Names and values; an empty value is left out.</param>
public sealed record ListAddress(string Path, IReadOnlyDictionary<string, string?> Filters)
{
    private const string AfterName = "after";
    private const string BeforeName = "before";

    /// <summary>The first page, with one filter set to another value: an empty one removes it.</summary>
    public string With(string name, string? value) => Build(new Dictionary<string, string?>(Filters, StringComparer.Ordinal) { [name] = value });

    /// <summary>The first page.</summary>
    public string Href() => Build(Filters);

    /// <summary>The page after a place; null without one.</summary>
    public string? After(InstantCursor? place) => place is { } at ? With(AfterName, Word(at)) : null;

    /// <summary>The page before a place; null without one.</summary>
    public string? Before(InstantCursor? place) => place is { } at ? With(BeforeName, Word(at)) : null;

    /// <summary>The list as a file.</summary>
    public string Export(string format) => With("export", format);

    /// <summary>Reads which page an address asks for; what is no place shows the first.</summary>
    public static InstantPage ReadPage(string? after, string? before) => new(Read(after), Read(before));

    private string Build(IReadOnlyDictionary<string, string?> values) =>
        Path + QueryString.Create(values.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).ToUriComponent();

    private static string Word(InstantCursor place) => string.Create(CultureInfo.InvariantCulture, $"{place.At.UtcTicks}-{place.Id:N}");

    private static InstantCursor? Read(string? word) =>
        word?.Split('-') is [var instant, var identity]
        && long.TryParse(instant, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(identity, "N", out var id)
            ? new InstantCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
}
