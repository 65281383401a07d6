using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin.Agencies;

/// <summary>Changes an agency's names, confirms it, or ends it on a day. A form that has grown stale is told so and keeps what was typed.</summary>
[Authorize(Policies.Admin)]
public sealed class EditModel(AgencyService service, AgencyRegisterQueries agencies, RuleMessages rules, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public EditAgencyInput Input { get; set; } = new();

    public AgencyEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = EditAgencyInput.Of(Entry);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await service.ChangeAsync(id, Input.ToChange(), cancellationToken);
            if (outcome.IsDone)
            {
                TempData.NotifySuccess(text["Agencies.Changed"]);
                return LocalRedirect(AdminLinks.Agency(id));
            }

            rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        }

        // Sent once more, it is about what stands on the page now.
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Seen)}");
        Input.Seen = Entry.Seen;
        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await agencies.FindAsync(id, cancellationToken) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        return true;
    }

    /// <summary>The form.</summary>
    public sealed class EditAgencyInput
    {
        /// <summary>What the form showed.</summary>
        public string? Seen { get; set; }

        [Display(Name = "Agency.ShortName", Description = "Agency.ShortNameHint")]
        [Required(ErrorMessage = "Agency.NameMissing")]
        [StringLength(AgencyRules.ShortNameLength)]
        public string? ShortName { get; set; }

        [Display(Name = "Agency.FullName")]
        [Required(ErrorMessage = "Agency.NameMissing")]
        [StringLength(AgencyRules.NameLength)]
        public string? FullName { get; set; }

        [Display(Name = "Agency.EnglishName")]
        [Required(ErrorMessage = "Agency.NameMissing")]
        [StringLength(AgencyRules.NameLength)]
        public string? EnglishName { get; set; }

        [Display(Name = "Agency.RenamedOn", Description = "Agency.RenamedOnHint")]
        public DateOnly? RenamedOn { get; set; }

        [Display(Name = "Agency.IsCorrection")]
        public bool IsCorrection { get; set; }

        [Display(Name = "Agency.ToConfirm")]
        public bool ToConfirm { get; set; }

        [Display(Name = "Agency.ValidTo", Description = "Agency.ValidToHint")]
        public DateOnly? ValidTo { get; set; }

        internal static EditAgencyInput Of(AgencyEntry entry) => new()
        {
            Seen = entry.Seen,
            ShortName = entry.Agency.ShortName,
            FullName = entry.Agency.FullName,
            EnglishName = entry.Agency.EnglishName,
            ToConfirm = entry.Agency.ToConfirm,
            ValidTo = entry.Agency.ValidTo,
        };

        internal AgencyChange ToChange() => new(
            Seen ?? "", PlainText.OneLine(ShortName), PlainText.OneLine(FullName), PlainText.OneLine(EnglishName), ToConfirm, ValidTo, RenamedOn, IsCorrection);
    }
}
