using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Domain;
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

namespace GovDisclosure.Web.Pages.Admin.People;

/// <summary>Opens an account. It has no password: the person sets one by a one-time link.</summary>
[Authorize(Policies.Admin)]
public sealed class NewModel(
    PersonService service, AgencyRegisterQueries agencies, AdminWords words, RuleMessages rules, PortalClockInfo clock,
    IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public NewPersonInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public async Task OnGetAsync(string? agency, CancellationToken cancellationToken)
    {
        var options = await LoadAsync(cancellationToken);
        Input = new NewPersonInput { RequestKey = Guid.NewGuid(), AgencyId = options.FirstOrDefault(option => option.Code == agency)?.Id };
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
                TempData.NotifySuccess(text["People.Created"]);
                return LocalRedirect(AdminLinks.Person(id));
            }

            rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        }

        await LoadAsync(cancellationToken);
        return this.Refused();
    }

    private async Task<IReadOnlyList<RegisteredAgency>> LoadAsync(CancellationToken cancellationToken)
    {
        var options = (await agencies.OptionsAsync(cancellationToken)).Where(option => option.ValidTo is null || option.ValidTo >= clock.Today).ToList();
        Agencies = [.. options.Select(option => new SelectListItem(words.AgencyChoice(option.ShortName, option.EnglishName), option.Id.ToString()))];
        return options;
    }

    /// <summary>The form.</summary>
    public sealed class NewPersonInput
    {
        /// <summary>Made when the form is shown; the same form sent twice is one person.</summary>
        public Guid? RequestKey { get; set; }

        [Display(Name = "Person.DisplayName", Description = "Person.DisplayNameHint")]
        [Required(ErrorMessage = "Person.DisplayNameMissing")]
        [StringLength(PersonService.NameLength)]
        public string? DisplayName { get; set; }

        [Display(Name = "Person.UserName", Description = "Person.UserNameHint")]
        [Required(ErrorMessage = "Person.UserNameMissing")]
        [StringLength(PersonService.NameLength)]
        public string? UserName { get; set; }

        [Display(Name = "Person.Agency")]
        [Required(ErrorMessage = "Person.AgencyMissing")]
        public Guid? AgencyId { get; set; }

        public IList<string> Roles { get; set; } = [];

        /// <summary>What the form asks for. Call it once its shape is known to be right.</summary>
        public NewPerson ToRequest() => new(
            RequestKey!.Value, PlainText.OneLine(UserName), PlainText.OneLine(DisplayName), AgencyId!.Value, [.. Roles.Distinct()]);
    }
}
