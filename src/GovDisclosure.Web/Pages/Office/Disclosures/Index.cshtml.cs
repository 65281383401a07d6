using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Paging;
using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Reviews;
using GovDisclosure.Domain.Reviews;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Pages.Work.Disclosures;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Disclosures;

/// <summary>What all agencies have logged, the latest first, to accept or to look into.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(
    ReviewQueries reviews, ReviewService service, AgencyQueries agencies, PlanQueries plans, PortalClockInfo clock, PortalFormat format,
    IStringLocalizer<ReviewText> text) : PageModel
{
    private const int LongestSearch = 100;

    /// <summary>The identities of the disclosures ticked, as sent.</summary>
    [BindProperty]
    public string[] Chosen { get; set; } = [];

    public ReviewFilter Filter { get; private set; } = new();

    public IReadOnlyDictionary<ReviewState, int> Counts { get; private set; } = null!;

    public ListPage<ReviewRow> Found { get; private set; } = null!;

    public IReadOnlyList<AgencyOption> Agencies { get; private set; } = [];

    public IReadOnlyList<SectionOption> Sections { get; private set; } = [];

    /// <summary>The list in words: lights, filters, file.</summary>
    public ReviewListWords List => new(this, text, format, clock.Today);

    public async Task<IActionResult> OnGetAsync(
        string? state, string? agency, string? section, string? words, string? after, string? before, string? export, CancellationToken cancellationToken)
    {
        Agencies = await agencies.CityAsync(cancellationToken);
        Sections = await plans.CurrentAsync(cancellationToken) is { } plan ? await plans.SectionsAsync(plan.Id, cancellationToken) : [];
        var trimmed = words?.Trim() ?? "";
        Filter = new(
            EnumWords.TryFromWord<ReviewState>(state, out var known) ? known : state == ReviewListWords.All ? null : ReviewState.NotReviewed,
            Agencies.FirstOrDefault(option => option.Id.ToString() == agency)?.Id,
            section == "0" ? 0 : Sections.FirstOrDefault(option => string.Equals(option.Ordinal.ToString(format.Culture), section, StringComparison.Ordinal))?.Ordinal,
            trimmed.Length <= LongestSearch ? trimmed : trimmed[..LongestSearch]);
        if (ListExport.IsFormat(export))
        {
            return ListExport.File(List.Table(await reviews.AllAsync(Filter, cancellationToken)), export!, "disclosures");
        }

        Counts = await reviews.AllCountsAsync(Filter, cancellationToken);
        Found = await reviews.AllPageAsync(Filter, ListAddress.ReadPage(after, before), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Back to the very page that was shown: its filters stand in the address.
        var here = ActPaths.OfficeDisclosures + Request.QueryString.ToUriComponent();
        if (DisclosureLinks.ReadIds(Chosen) is not { Count: <= ReviewRules.MostAtOnce } ids)
        {
            return NotFound();
        }

        if (ids.Count == 0)
        {
            TempData.Notify(new Notification(NotificationKind.Information, text["Accept.NothingChosen"]));
            return LocalRedirect(here);
        }

        try
        {
            var result = await service.AcceptAsync(ids, cancellationToken);
            TempData.NotifySuccess(text[result.LeftOut == 0 ? "Accept.Done" : "Accept.DoneSome", PortalFormat.Count(result.Accepted), PortalFormat.Count(result.LeftOut)]);
            return LocalRedirect(here);
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }
}
