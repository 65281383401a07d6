using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>收回: says what taking a part back does, and asks for the reason.</summary>
[Authorize(Policies.District)]
public sealed class TakeBackModel(
    ObligationQueries obligations, SubUnitQueries units, DistrictService districts, PresentView present, RuleMessages rules,
    IStringLocalizer<DistrictText> text, PortalFormat format) : PageModel
{
    [BindProperty]
    public TakeBackInput Input { get; set; } = new();

    /// <summary>The sub-unit, as the address names it.</summary>
    [FromQuery(Name = DistrictLinks.Unit)]
    public string? UnitId { get; set; }

    /// <summary>The duty.</summary>
    public DutyRow Duty { get; private set; } = null!;

    /// <summary>The sub-unit.</summary>
    public SubUnit Unit { get; private set; } = null!;

    /// <summary>Its part; <see langword="null"/> where it was taken back already.</summary>
    public PartState? Part { get; private set; }

    public DutyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) && Part is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // Sent twice, the second time there is nothing left to take back, and the answer is the same.
        if (Part is null)
        {
            return LocalRedirect(DistrictLinks.Pass(id));
        }

        if (ModelState.IsValid)
        {
            if (await districts.TakeBackAsync(id, Unit.Id, Input.Reason, cancellationToken) is not { } violation)
            {
                TempData.NotifySuccess(text["TakeBack.Done", format.Name(Unit.ShortName, Unit.EnglishName)]);
                return LocalRedirect(DistrictLinks.Pass(id));
            }

            rules.Add(ModelState, nameof(Input), [violation], text);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await obligations.FindAsync([id], View.Instant, cancellationToken) is not [{ PassedByAgencyId: null } duty]
            || !Guid.TryParse(UnitId, out var unitId)
            || (await units.AllAsync(View.Today, cancellationToken)).FirstOrDefault(unit => unit.Id == unitId) is not { } unit)
        {
            return false;
        }

        Duty = duty;
        Unit = unit;
        Part = (await units.FindAsync(id, View.Instant, cancellationToken))?.Parts.FirstOrDefault(part => part.UnitId == unitId);
        return true;
    }

    /// <summary>The form.</summary>
    public sealed class TakeBackInput
    {
        [Display(Name = "TakeBack.Reason", Description = "TakeBack.ReasonHint")]
        [Required(ErrorMessage = "TakeBack.ReasonMissing")]
        [StringLength(DutyPass.NoteLength)]
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
