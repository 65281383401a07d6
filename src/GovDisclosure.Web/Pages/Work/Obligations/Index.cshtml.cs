using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>我的任务: what the agency owes, by due date, with the counts that are its filters.</summary>
[Authorize(Policies.Work)]
public sealed class IndexModel(
    ObligationQueries obligations, DistrictQueries districts, AgencyQueries agencies, PlanQueries plans, PresentView present,
    IAuthorizationService authorization, SiteMap siteMap, DutyExport file) : PageModel
{
    /// <summary>The filters and the page that the address asks for.</summary>
    public DutyAddress Address { get; private set; } = null!;

    /// <summary>The instant of all figures on the page.</summary>
    public DutyView View { get; private set; } = null!;

    /// <summary>The rows.</summary>
    public DutyPage Duties { get; private set; } = null!;

    /// <summary>How many duties stand in each state, under the filters but for the state.</summary>
    public DutyCounts Counts { get; private set; } = null!;

    /// <summary>The plan's sections, to choose from.</summary>
    public IReadOnlyList<SectionOption> Sections { get; private set; } = [];

    /// <summary>The tasks under which the agency owes anything, to choose from.</summary>
    public IReadOnlyList<TaskOption> Tasks { get; private set; } = [];

    /// <summary>Who leads the district's tasks for the city, to choose from; none for other agencies.</summary>
    public IReadOnlyList<LeadOption> Leads { get; private set; } = [];

    /// <summary>The list summed up, where the address asks for that.</summary>
    public IReadOnlyList<DutyGroupLine> Lines { get; private set; } = [];

    /// <summary>Whether it is a district's list, which can be read by who leads for the city.</summary>
    public bool IsDistrict { get; private set; }

    /// <summary>Whether this person may log what was disclosed.</summary>
    public bool MayLog { get; private set; }

    /// <summary>How many duties the filters show, on all pages together.</summary>
    public int Found => Counts.Of(Address.Filter.State);

    /// <summary>How many there are in any state.</summary>
    public int Total => Counts.Of(StateFilter.All);

    /// <summary>Whether more than the state narrows the list, so that the counts are not those of all duties.</summary>
    public bool IsNarrowed => Address.Filter.IsNarrowed;

    public async Task<IActionResult> OnGetAsync(string? export, CancellationToken cancellationToken)
    {
        var own = await agencies.OwnPlaceAsync(cancellationToken);
        IsDistrict = own is { IsDistrict: true };
        if (IsDistrict && !Request.Query.ContainsKey(DutyAddress.District))
        {
            // The district is part of the address from the first page on, so that an address that is sent on says whose list it is.
            return LocalRedirect(WorkLinks.Duties + new QueryBuilder(Request.Query) { { DutyAddress.District, own!.Code } });
        }

        View = await present.LoadAsync(cancellationToken);
        Sections = await plans.CurrentAsync(cancellationToken) is { } plan ? await plans.SectionsAsync(plan.Id, cancellationToken) : [];
        Tasks = await obligations.TasksAsync(cancellationToken);
        Leads = IsDistrict ? await districts.LeadsAsync(cancellationToken) : [];
        Address = DutyAddress.Read(Request.Query, Sections, Tasks, Leads, own);
        Counts = await obligations.CountAsync(Address.Filter, View.Instant, cancellationToken);
        if (ListExport.IsFormat(export))
        {
            return ListExport.File(file.Table(this, await AllAsync(cancellationToken)), export!, "duties");
        }

        if (IsDistrict && Address.By is { } by)
        {
            Lines = await obligations.SumUpAsync(by, Address.Filter, View.Instant, cancellationToken);
            return Page();
        }

        Duties = await obligations.ListAsync(Address.Filter, Address.Page, View.Instant, cancellationToken);
        if (IsDistrict)
        {
            Duties = Duties with { Rows = await districts.DescribeAsync(Duties.Rows, View.Instant, cancellationToken) };
        }

        MayLog = siteMap.Has(WorkLinks.LogDisclosure)
            && (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;
        return Page();
    }

    private async Task<IReadOnlyList<DutyRow>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await obligations.AllAsync(Address.Filter, View.Instant, cancellationToken);
        return IsDistrict ? await districts.DescribeAsync(rows, View.Instant, cancellationToken) : rows;
    }

    /// <summary>Whether a row offers to log a disclosure: still owed, and its time has begun.</summary>
    public bool Offers(DutyRow row) => MayLog && IsUnfinished(row) && row.WindowStart <= View.Today;

    /// <summary>Whether the duty is still to be done.</summary>
    public static bool IsUnfinished(DutyRow row) => StateFilters.StatesOf(StateFilter.Unfinished).Contains(row.State);
}
