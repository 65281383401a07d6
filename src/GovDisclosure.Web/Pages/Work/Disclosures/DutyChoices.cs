using GovDisclosure.Data.Obligations;

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>A group of duties to tick.</summary>
/// <param name="Legend">What ticking them means.</param>
/// <param name="Hint">A hint beneath, if any.</param>
/// <param name="Rows">The duties.</param>
/// <param name="Page">The form that they belong to.</param>
/// <param name="IsFirst">Whether messages about all the duties stand here: in the first group of the page.</param>
public sealed record DutyChoices(string Legend, string? Hint, IReadOnlyList<DutyRow> Rows, LogModel Page, bool IsFirst);
