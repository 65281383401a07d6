using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
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

namespace GovDisclosure.Web.Pages.Admin.Groups;

/// <summary>One group: who is in it from when to when, a form to add a member and one to end a membership.</summary>
[Authorize(Policies.Admin)]
public sealed class DetailsModel(
    GroupQueries groups, GroupService service, AgencyRegisterQueries agencies, AdminWords words, RuleMessages rules, PortalClockInfo clock,
    IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    /// <summary>Whether past memberships are shown too.</summary>
    [FromQuery(Name = "past")]
    public bool ShowsPast { get; set; }

    public GroupLine Group { get; private set; } = null!;

    public Page<GroupMemberLine> Members { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? after, string? before, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, AdminLinks.Place(after, before), cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input.Day = clock.Today;
        return Page();
    }

    /// <summary>Adds a member; ends a membership where the form names one by its first day.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, default, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            try
            {
                var outcome = Input.Since is { } since
                    ? await service.EndMemberAsync(id, Input.AgencyId!.Value, since, Input.Day!.Value, cancellationToken)
                    : await service.AddMemberAsync(id, Input.AgencyId!.Value, Input.Day!.Value, cancellationToken);
                if (outcome.IsDone)
                {
                    TempData.NotifySuccess(text[Input.Since is null ? "Groups.Added" : "Groups.Ended"]);
                    return LocalRedirect(AdminLinks.Group(id));
                }

                // Both forms have one box for a day.
                rules.Add(ModelState, nameof(Input), outcome.Violations.Select(violation =>
                    violation.Field is "ValidFrom" or "ValidTo" ? violation with { Field = nameof(Input.Day) } : violation), text);
            }
            catch (KeyNotFoundException)
            {
                return NotFound();
            }
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, PagePlace place, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(id, cancellationToken) is not { } group)
        {
            return false;
        }

        Group = group;
        Members = await groups.MembersAsync(id, !ShowsPast, place, cancellationToken);
        Agencies = [.. (await agencies.OptionsAsync(cancellationToken)).Where(option => option.ValidTo is null || option.ValidTo >= clock.Today)
            .Select(option => new SelectListItem(words.AgencyChoice(option.ShortName, option.EnglishName), option.Id.ToString()))];
        return true;
    }

    /// <summary>The form.</summary>
    public sealed class MemberInput
    {
        [Display(Name = "Member.Agency")]
        [Required(ErrorMessage = "Member.AgencyMissing")]
        public Guid? AgencyId { get; set; }

        [Display(Name = "Member.From", Description = "Member.FromHint")]
        [Required(ErrorMessage = "Member.DayMissing")]
        public DateOnly? Day { get; set; }

        /// <summary>The first day of the membership to end; none to add one.</summary>
        public DateOnly? Since { get; set; }
    }
}
