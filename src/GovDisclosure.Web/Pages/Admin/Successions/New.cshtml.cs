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

namespace GovDisclosure.Web.Pages.Admin.Successions;

/// <summary>Enters that an agency takes the place of others from a day on.</summary>
[Authorize(Policies.Admin)]
public sealed class NewModel(
    SuccessionService service, AgencyRegisterQueries agencies, AdminWords words, RuleMessages rules, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public SuccessionInput Input { get; set; } = new();

    /// <summary>The agencies to choose from: no district's sub-units.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await service.EnterAsync(Input.ToRequest(), cancellationToken);
            if (outcome.Id is { } id)
            {
                TempData.NotifySuccess(text["Successions.Entered"]);
                return LocalRedirect(AdminLinks.Succession(id));
            }

            rules.Add(ModelState, nameof(Input), outcome.Violations.Select(violation =>
                violation.Field == nameof(SuccessionDraft.Predecessors) ? violation with { Field = nameof(Input.Predecessor) } : violation), text);
        }

        await LoadAsync(cancellationToken);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Agencies =
    [
        .. (await agencies.OptionsAsync(cancellationToken)).Where(option => option.Kind != AgencyKind.DistrictSubUnit)
            .Select(option => new SelectListItem(words.AgencyChoice(option.ShortName, option.EnglishName), option.Id.ToString())),
    ];

    /// <summary>The form.</summary>
    public sealed class SuccessionInput
    {
        [Display(Name = "Succession.Predecessor")]
        [Required(ErrorMessage = "Succession.PredecessorMissing")]
        public Guid? Predecessor { get; set; }

        [Display(Name = "Succession.Predecessor2")]
        public Guid? Predecessor2 { get; set; }

        [Display(Name = "Succession.Predecessor3")]
        public Guid? Predecessor3 { get; set; }

        [Display(Name = "Succession.Successor", Description = "Succession.SuccessorHint")]
        public Guid? Successor { get; set; }

        [Display(Name = "Succession.SuccessorName", Description = "Succession.SuccessorNameHint")]
        [StringLength(AgencyRules.ShortNameLength)]
        public string? SuccessorName { get; set; }

        [Display(Name = "Succession.From", Description = "Succession.FromHint")]
        [Required(ErrorMessage = "Succession.FromMissing")]
        public DateOnly? EffectiveFrom { get; set; }

        [Display(Name = "Succession.Note", Description = "Succession.NoteHint")]
        [StringLength(AgencySuccession.NoteLength)]
        public string? Note { get; set; }

        internal NewSuccession ToRequest() => new(
            [.. new[] { Predecessor, Predecessor2, Predecessor3 }.OfType<Guid>()], Successor, PlainText.OneLine(SuccessorName), EffectiveFrom!.Value, PlainText.OneLine(Note));
    }
}
