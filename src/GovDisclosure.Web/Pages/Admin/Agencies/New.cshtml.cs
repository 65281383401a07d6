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
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin.Agencies;

/// <summary>Enters an agency into the register.</summary>
[Authorize(Policies.Admin)]
public sealed class NewModel(
    AgencyService service, AgencyRegisterQueries agencies, SuccessionQueries successions, AdminWords words, RuleMessages rules, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public NewAgencyInput Input { get; set; } = new();

    /// <summary>The districts that can stand above a sub-unit.</summary>
    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    /// <summary>The succession whose successor is entered, where the form was opened from one.</summary>
    [FromQuery(Name = "succession")]
    public Guid? Succession { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input.RequestKey = Guid.NewGuid();
        if (Succession is { } of && await successions.FindAsync(of, cancellationToken) is { } entry)
        {
            Input.ShortName = entry.Succession.SuccessorName;
            Input.ValidFrom = entry.Succession.EffectiveFrom;
            Input.Kind = entry.SuccessorKind;
        }

        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.RequestKey is null)
        {
            return BadRequest();
        }

        if (ModelState.IsValid)
        {
            var outcome = await service.CreateAsync(Input.ToRequest(), cancellationToken);
            if (outcome.Id is { } id)
            {
                TempData.NotifySuccess(text["Agencies.Created", Input.ShortName!]);
                return LocalRedirect(Succession is { } of && await successions.FindAsync(of, cancellationToken) is not null ? AdminLinks.Succession(of) : AdminLinks.Agency(id));
            }

            rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        }

        await LoadAsync(cancellationToken);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Districts =
    [
        .. (await agencies.OptionsAsync(cancellationToken)).Where(option => option.Kind == AgencyKind.District)
            .Select(option => new SelectListItem(words.AgencyChoice(option.ShortName, option.EnglishName), option.Id.ToString())),
    ];

    /// <summary>The form.</summary>
    public sealed class NewAgencyInput
    {
        /// <summary>Made when the form is shown; the same form sent twice is one agency.</summary>
        public Guid? RequestKey { get; set; }

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

        [Display(Name = "Agency.Code", Description = "Agency.CodeHint")]
        [Required(ErrorMessage = "Agency.CodeMissing")]
        [StringLength(AgencyRules.CodeLength)]
        public string? Code { get; set; }

        [Display(Name = "Agency.Kind")]
        [Required(ErrorMessage = "Agency.KindMissing")]
        public AgencyKind? Kind { get; set; }

        [Display(Name = "Agency.Parent", Description = "Agency.ParentHint")]
        public Guid? ParentId { get; set; }

        [Display(Name = "Agency.ValidFrom")]
        public DateOnly? ValidFrom { get; set; }

        /// <summary>What the form asks for. Call it once its shape is known to be right.</summary>
        public NewAgency ToRequest() => new(
            RequestKey!.Value, PlainText.OneLine(Code), PlainText.OneLine(ShortName), PlainText.OneLine(FullName), PlainText.OneLine(EnglishName),
            Kind!.Value, ParentId, ValidFrom);
    }
}
