using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Paging;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Corrections;

/// <summary>事后更正: what was recorded after a past day about that day, while the day itself stays as it was recorded.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(OfficeMoments moments, CorrectionQueries corrections, BoardQueries board, CorrectionExport exports) : PageModel
{
    /// <summary>From when.</summary>
    public OfficeMoment Moment { get; private set; } = null!;

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<BoardAgency> Agencies { get; private set; } = [];

    /// <summary>The one agency that is asked about.</summary>
    public BoardAgency? Agency { get; private set; }

    /// <summary>The duties that were corrected.</summary>
    public ListPage<CorrectedDuty> Found { get; private set; } = new([], null, null);

    /// <summary>How many they are on all pages together.</summary>
    public int Total => new CorrectionNotice(Moment, Agency?.Id).Count;

    /// <summary>The page's own address.</summary>
    public ListAddress Address => new(OfficeLinks.Corrections, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [OfficeMoments.AsOf] = Moment.Day is { } day ? PortalFormat.Machine(day) : null,
        [OfficeAddress.Agency] = Agency?.Id.ToString(),
    });

    public async Task<IActionResult> OnGetAsync(string? agency, string? after, string? before, string? export, CancellationToken cancellationToken)
    {
        if (await moments.LoadAsync(Request.Query, cancellationToken) is not { } moment)
        {
            return NotFound();
        }

        Moment = moment;
        Agencies = await board.AgenciesAsync(cancellationToken);
        Agency = Agencies.FirstOrDefault(row => row.Id.ToString() == agency);
        if (moment.AsOf.Problem is not null)
        {
            return this.Refused();
        }

        if (ListExport.IsFormat(export))
        {
            var rows = moment.IsPresent ? [] : await corrections.AllAsync(moment.At, Agency?.Id, cancellationToken);
            return ListExport.File(exports.Table(rows, moment, Agency), export!, $"corrections-{moment.View.Today:yyyy-MM-dd}");
        }

        if (!moment.IsPresent)
        {
            Found = await corrections.ListAsync(moment.At, Agency?.Id, ListAddress.ReadPage(after, before), cancellationToken);
        }

        return Page();
    }
}
