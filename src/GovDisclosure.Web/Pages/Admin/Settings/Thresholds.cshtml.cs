using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Settings;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin.Settings;

/// <summary>When a duty is due soon, and from which share a figure is green or amber; with who set what since when.</summary>
[Authorize(Policies.Admin)]
public sealed class ThresholdsModel(
    ThresholdQueries thresholds, SettingService service, RuleMessages rules, BeijingClock clock, IStringLocalizer<AdminText> text) : PageModel
{
    private const int MostHistory = 50;

    [BindProperty]
    public ThresholdInput Input { get; set; } = new();

    public IReadOnlyList<ThresholdsInForce> History { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var present = await thresholds.AtAsync(BeijingTime.EndOf(clock.Today), cancellationToken);
        Input = new ThresholdInput { DueSoonWorkingDays = present.DueSoonWorkingDays, GreenPercent = present.GreenPercent, AmberPercent = present.AmberPercent };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await service.ChangeThresholdsAsync(
                new Thresholds(Input.DueSoonWorkingDays!.Value, Input.GreenPercent!.Value, Input.AmberPercent!.Value), cancellationToken);
            if (outcome.IsDone)
            {
                TempData.NotifySuccess(text["Settings.Changed"]);
                return LocalRedirect(AdminLinks.Thresholds);
            }

            rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        }

        await LoadAsync(cancellationToken);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        History = [.. (await thresholds.HistoryAsync(cancellationToken)).Take(MostHistory)];

    /// <summary>The form.</summary>
    public sealed class ThresholdInput
    {
        [Display(Name = "Threshold.DueSoon", Description = "Threshold.DueSoonHint")]
        [Required(ErrorMessage = "Threshold.Missing")]
        public int? DueSoonWorkingDays { get; set; }

        [Display(Name = "Threshold.Green", Description = "Threshold.GreenHint")]
        [Required(ErrorMessage = "Threshold.Missing")]
        public int? GreenPercent { get; set; }

        [Display(Name = "Threshold.Amber", Description = "Threshold.AmberHint")]
        [Required(ErrorMessage = "Threshold.Missing")]
        public int? AmberPercent { get; set; }
    }
}
