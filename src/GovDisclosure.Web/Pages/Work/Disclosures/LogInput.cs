using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GovDisclosure.Data.Disclosures;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Disclosures;

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>The form for logging a disclosure. In the order of the page, which is the order of the error summary.</summary>
public sealed class LogInput
{
    /// <summary>Made when the form is shown; the same form sent twice is one record.</summary>
    public Guid? RequestKey { get; set; }

    [Display(Name = "Disclosure.Address", Description = "Disclosure.AddressHint")]
    [Required(ErrorMessage = "Disclosure.AddressMissing")]
    [StringLength(Disclosure.AddressLength)]
    [DataType(DataType.Url)]
    public string? Address { get; set; }

    [Display(Name = "Disclosure.Title", Description = "Disclosure.TitleHint")]
    [Required(ErrorMessage = "Disclosure.TitleMissing")]
    [StringLength(Disclosure.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "Disclosure.PublishedOn", Description = "Disclosure.PublishedOnHint")]
    [Required(ErrorMessage = "Disclosure.PublishedOnMissing")]
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Asked for where a clock runs in hours.</summary>
    [Display(Name = "Disclosure.PublishedTime", Description = "Disclosure.PublishedTimeHint")]
    public TimeOnly? PublishedTime { get; set; }

    [Display(Name = "Disclosure.Channel")]
    public DisclosureChannel? Channel { get; set; }

    [Display(Name = "Disclosure.Summary")]
    [StringLength(Disclosure.SummaryLength)]
    [DataType(DataType.MultilineText)]
    public string? Summary { get; set; }

    /// <summary>The identities of the obligations ticked, as sent.</summary>
    [MinLength(1, ErrorMessage = "Disclosure.NoObligation")]
    public IList<string> Obligations { get; set; } = [];

    /// <summary>The figures reported, as typed, by obligation.</summary>
    public IDictionary<string, string?> Values { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Whether anything of the optional part is filled in.</summary>
    public bool HasOptional => Channel is not null || !string.IsNullOrWhiteSpace(Summary);

    /// <summary>The figure typed for an obligation, as typed.</summary>
    public string? ValueOf(Guid obligation) => Values.TryGetValue(obligation.ToString(), out var value) ? value : null;

    /// <summary>What the form asks for. Call it once its shape is known to be right.</summary>
    public LogDisclosure ToRequest(IReadOnlyCollection<Guid> obligations) => new(
        RequestKey!.Value,
        new DisclosureDraft(
            PlainText.OneLine(Title), PlainText.OneLine(Address), PublishedOn!.Value, PublishedTime, Channel, PlainText.Lines(Summary)),
        obligations,
        obligations.ToDictionary(id => id, id => TryReadFigure(ValueOf(id), out var figure) ? figure : null));

    /// <summary>Reads a figure such as 62.5 or 62.5%; nothing typed is no figure, and false is something that is none.</summary>
    public static bool TryReadFigure(string? typed, out decimal? figure)
    {
        figure = null;
        var words = PlainText.OneLine(typed).TrimEnd('%', '％', ' ');
        if (words.Length == 0)
        {
            return true;
        }

        var read = decimal.TryParse(words, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        figure = read ? value : null;
        return read;
    }
}
