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

namespace GovDisclosure.Web.Pages.Admin.Groups;

/// <summary>Makes a group.</summary>
[Authorize(Policies.Admin)]
public sealed class NewModel(GroupService service, RuleMessages rules, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public NewGroupInput Input { get; set; } = new();

    public void OnGet() => Input.RequestKey = Guid.NewGuid();

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
                TempData.NotifySuccess(text["Groups.Created", PlainText.OneLine(Input.Phrase)]);
                return LocalRedirect(AdminLinks.Group(id));
            }

            rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        }

        return this.Refused();
    }

    /// <summary>The form.</summary>
    public sealed class NewGroupInput
    {
        /// <summary>Made when the form is shown; the same form sent twice is one group.</summary>
        public Guid? RequestKey { get; set; }

        [Display(Name = "Group.Phrase", Description = "Group.PhraseHint")]
        [Required(ErrorMessage = "Group.PhraseMissing")]
        [StringLength(GroupRules.PhraseLength)]
        public string? Phrase { get; set; }

        [Display(Name = "Group.EnglishName")]
        [Required(ErrorMessage = "Group.EnglishNameMissing")]
        [StringLength(GroupRules.EnglishNameLength)]
        public string? EnglishName { get; set; }

        /// <summary>What the form asks for. Call it once its shape is known to be right.</summary>
        public NewGroup ToRequest() => new(RequestKey!.Value, PlainText.OneLine(Phrase), PlainText.OneLine(EnglishName));
    }
}
