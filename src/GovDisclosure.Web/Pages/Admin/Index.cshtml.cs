using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Audit;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Settings;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Pages.Admin.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Admin;

/// <summary>What administrators look after, in figures, and what was changed last.</summary>
[Authorize(Policies.Admin)]
public sealed class IndexModel(
    AgencyRegisterQueries agencies, SuccessionQueries successions, PersonQueries people, ThresholdQueries thresholds, AuditQueries audit, AuditWords words, BeijingClock clock) : PageModel
{
    private const int LastChanges = 8;

    /// <summary>How many agencies exist, and how many must still be confirmed.</summary>
    public (int Present, int ToConfirm) Agencies { get; private set; }

    /// <summary>How many successions wait to be carried out.</summary>
    public int SuccessionsDue { get; private set; }

    /// <summary>How many people there are in each state.</summary>
    public IReadOnlyDictionary<PersonState, int> People { get; private set; } = new Dictionary<PersonState, int>();

    public Thresholds Thresholds { get; private set; } = null!;

    public IReadOnlyList<AuditRow> Last { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Agencies = await agencies.CountAsync(cancellationToken);
        SuccessionsDue = await successions.CountDueAsync(cancellationToken);
        var counts = new Dictionary<PersonState, int>();
        foreach (var state in Enum.GetValues<PersonState>())
        {
            counts[state] = await people.CountAsync(new PersonFilter(State: state), cancellationToken);
        }

        People = counts;
        Thresholds = await thresholds.AtAsync(BeijingTime.EndOf(clock.Today), cancellationToken);
        Last = await words.RowsAsync(await audit.LastChangesAsync(LastChanges, cancellationToken), cancellationToken);
    }
}
