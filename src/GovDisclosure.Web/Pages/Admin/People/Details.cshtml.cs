using GovDisclosure.Data;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Domain;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin.People;

/// <summary>One person's account: name, roles, one-time link, switching off and on, releasing a lock-out.</summary>
[Authorize(Policies.Admin)]
public sealed class DetailsModel(
    PersonQueries people, PersonService service, AgencyQueries agencies, RuleMessages rules, TimeProvider time, IStringLocalizer<AdminText> text) : PageModel
{
    private const string LinkKey = "password-link";
    private const string Renamed = "People.Renamed";
    private const string RolesChanged = "People.RolesChanged";

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public PersonLine Person { get; private set; } = null!;

    public AgencyName Agency { get; private set; } = null!;

    /// <summary>How many sign-ins are valid.</summary>
    public int Sessions { get; private set; }

    /// <summary>The one-time link, on the page after it was made and never again.</summary>
    public string? Link { get; private set; }

    public PersonState State => Person.StateAt(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = new PersonInput { DisplayName = Person.DisplayName, Roles = [.. Person.Roles] };
        Link = TempData[LinkKey] as string;
        return Page();
    }

    public Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, () => service.RenameAsync(id, PlainText.OneLine(Input.DisplayName), cancellationToken), Renamed, cancellationToken);

    public Task<IActionResult> OnPostRolesAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, () => service.ChangeRolesAsync(id, [.. Input.Roles.Distinct()], cancellationToken), RolesChanged, cancellationToken);

    public Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, () => service.SetActiveAsync(id, active: false, cancellationToken), "People.Deactivated", cancellationToken);

    public Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, () => service.SetActiveAsync(id, active: true, cancellationToken), "People.Reactivated", cancellationToken);

    public Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(id, () => service.ReleaseAsync(id, cancellationToken), "People.Released", cancellationToken);

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (await service.IssueLinkAsync(id, cancellationToken) is { } word)
        {
            // The host is one that AllowedHosts names: others never get here.
            TempData[LinkKey] = $"{Request.Scheme}://{Request.Host}{PortalPaths.SetPassword}?link={word}";
        }

        return LocalRedirect(AdminLinks.Person(id));
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, string done, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await act();
        if (outcome.IsDone)
        {
            TempData.NotifySuccess(text[done]);
            return LocalRedirect(AdminLinks.Person(id));
        }

        // The forms that were not sent show what is kept, and one that sends no name breaks no rule for names.
        if (done != Renamed)
        {
            ModelState.Clear();
            Input.DisplayName = Person.DisplayName;
        }

        Input.Roles = done == RolesChanged ? Input.Roles : [.. Person.Roles];
        rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(id, cancellationToken) is not { } person || await agencies.FindAsync(person.AgencyId, cancellationToken) is not { } agency)
        {
            return false;
        }

        (Person, Agency) = (person, agency);
        Sessions = await people.SessionsAsync(id, cancellationToken);
        return true;
    }
}
