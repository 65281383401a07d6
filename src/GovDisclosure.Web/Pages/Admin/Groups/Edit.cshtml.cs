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

/// <summary>Changes a group's names, or confirms its reach. A form that has grown stale is told so and keeps what was typed.</summary>
[Authorize(Policies.Admin)]
public sealed class EditModel(GroupService service, GroupQueries groups, RuleMessages rules, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public EditGroupInput Input { get; set; } = new();

    public GroupLine Group { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = EditGroupInput.Of(Group);
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
                TempData.NotifySuccess(text["Groups.Changed"]);
                return LocalRedirect(AdminLinks.Group(id));
            }

            rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        }

        // Sent once more, it is about what stands on the page now.
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Seen)}");
        Input.Seen = Group.Seen;
        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(id, cancellationToken) is not { } group)
        {
            return false;
        }

        Group = group;
        return true;
    }

    /// <summary>The form.</summary>
    public sealed class EditGroupInput
    {
        /// <summary>What the form showed.</summary>
        public string? Seen { get; set; }

        [Display(Name = "Group.Phrase", Description = "Group.PhraseHint")]
        [Required(ErrorMessage = "Group.PhraseMissing")]
        [StringLength(GroupRules.PhraseLength)]
        public string? Phrase { get; set; }

        [Display(Name = "Group.EnglishName")]
        [Required(ErrorMessage = "Group.EnglishNameMissing")]
        [StringLength(GroupRules.EnglishNameLength)]
        public string? EnglishName { get; set; }

        [Display(Name = "Group.ToConfirm")]
        public bool ToConfirm { get; set; }

        internal static EditGroupInput Of(GroupLine group) => new()
        {
            Seen = group.Seen,
            Phrase = group.Phrase,
            EnglishName = group.EnglishName,
            ToConfirm = group.ToConfirm,
        };

        internal GroupChange ToChange() => new(Seen ?? "", PlainText.OneLine(Phrase), PlainText.OneLine(EnglishName), ToConfirm);
    }
}
