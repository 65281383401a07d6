namespace GovDisclosure.Web.Pages.Office;

/// <summary>The form that chooses the day to look at, and where a page has one, a second day.</summary>
/// <param name="Action">The page's address.</param>
/// <param name="Moment">From when the page looks.</param>
/// <param name="Second">The second day.</param>
/// <param name="SecondLabel">What it is called.</param>
/// <param name="Kept">What else the address says, and keeps.</param>
public sealed record DayForm(
    string Action, OfficeMoment Moment, DayField? Second = null, string? SecondLabel = null, IReadOnlyList<KeyValuePair<string, string>>? Kept = null);
