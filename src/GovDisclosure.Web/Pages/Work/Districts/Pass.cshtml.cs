using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Pages.Work.Disclosures;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>任务分解: passes one of the district's duties down to sub-units, and changes how that was done.</summary>
[Authorize(Policies.District)]
public sealed class PassModel(
    ObligationQueries obligations, SubUnitQueries units, DistrictService districts, PresentView present, RuleMessages rules,
    IStringLocalizer<DistrictText> text) : PageModel
{
    [BindProperty]
    public PassInput Input { get; set; } = new();

    /// <summary>The duty.</summary>
    public DutyRow Duty { get; private set; } = null!;

    /// <summary>How it was passed down already.</summary>
    public PassedDuty? Passed { get; private set; }

    /// <summary>The sub-units that have no part yet.</summary>
    public IReadOnlyList<SubUnit> Open { get; private set; } = [];

    public DutyView View { get; private set; } = null!;

    /// <summary>The dates that a part may have.</summary>
    public DutyToPass Whole { get; private set; } = null!;

    /// <summary>The parts that are there.</summary>
    public IReadOnlyList<PartState> Parts => Passed?.Parts ?? [];

    /// <summary>Whether further sub-units may get a part.</summary>
    public bool MayAdd => Open.Count > 0 && StateFilters.StatesOf(StateFilter.Unfinished).Contains(Duty.State);

    public bool IsTicked(Guid unit) => Input.Units.Contains(unit.ToString(), StringComparer.OrdinalIgnoreCase);

    public bool Counts(Guid unit) => Input.Chosen.Contains(unit.ToString(), StringComparer.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = Present();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)
            || DisclosureLinks.ReadIds(Input.Units) is not { } ticked || DisclosureLinks.ReadIds(Input.Chosen) is not { } chosen
            || ticked.Concat(chosen).Except(Open.Select(unit => unit.Id)).Except(Parts.Select(part => part.UnitId)).Any())
        {
            return NotFound();
        }

        foreach (var unit in ticked.Where(unit => !PassInput.TryReadDay(Input.DueOf(unit), out _)))
        {
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.Dues)}[{unit}]", text["Rule.DueInvalid"]);
        }

        if (Input.RequestKey is { } key && ModelState.IsValid)
        {
            var result = await districts.PassAsync(new PassDuty(key, id, Input.ToDraft(ticked, chosen)), cancellationToken);
            if (result.Violations.Count == 0)
            {
                TempData.NotifySuccess(result.Passed > 0 ? text["Pass.Done", PortalFormat.Count(result.Passed)] : text[result.Changed ? "Pass.Changed" : "Pass.Unchanged"]);
                return LocalRedirect(WorkLinks.Duty(id));
            }

            rules.Add(ModelState, nameof(Input), result.Violations, text);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await obligations.FindAsync([id], View.Instant, cancellationToken) is not [{ PassedByAgencyId: null } duty])
        {
            return false;
        }

        Duty = duty;
        Passed = await units.FindAsync(id, View.Instant, cancellationToken);
        Whole = new DutyToPass(duty.WindowStart, duty.DueAt, duty.State, [.. Parts.Select(part => part.UnitId)]);
        Open = [.. (await units.AllAsync(View.Today, cancellationToken)).Where(unit => unit.Exists && !Whole.HeldBy.Contains(unit.Id))];
        return true;
    }

    // A unit's date is the city's until somebody sets an earlier one.
    private PassInput Present() => new()
    {
        RequestKey = Guid.NewGuid(),
        RollUp = Passed?.RollUp ?? RollUpMode.All,
        Chosen = [.. Parts.Where(part => part.IsChosen).Select(part => part.UnitId.ToString())],
        Dues = Open.ToDictionary(unit => unit.Id.ToString(), _ => (string?)PortalFormat.Machine(Whole.DueOn)),
    };
}
