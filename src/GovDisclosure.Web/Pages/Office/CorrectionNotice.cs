namespace GovDisclosure.Web.Pages.Office;

/// <summary>The notice, on a page of a past day, that some of it was corrected since; nothing is shown where none was.</summary>
/// <param name="Moment">From when the page looks.</param>
/// <param name="Agency">The one agency that the page is about; <see langword="null"/> for all.</param>
public sealed record CorrectionNotice(OfficeMoment Moment, Guid? Agency = null)
{
    /// <summary>How many duties were corrected.</summary>
    public int Count => Agency is { } id ? Moment.Corrected.GetValueOrDefault(id) : Moment.Corrected.Values.Sum();
}
