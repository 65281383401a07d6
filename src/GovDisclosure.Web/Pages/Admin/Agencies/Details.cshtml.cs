using GovDisclosure.Data;
using GovDisclosure.Data.Accounts;
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

/// <summary>One agency with its names over time, its groups, its sub-units and its people.</summary>
[Authorize(Policies.Admin)]
public sealed class DetailsModel(
    AgencyRegisterQueries agencies, SuccessionQueries successions, AliasService aliases, PersonQueries people, RuleMessages rules, PortalClockInfo clock, TimeProvider time, IStringLocalizer<AdminText> text) : PageModel
{
    public AgencyEntry Entry { get; private set; } = null!;

    /// <summary>The first of its people.</summary>
    public Page<PersonLine> People { get; private set; } = null!;

    /// <summary>Whose place it takes, and who takes its place.</summary>
    public IReadOnlyList<AgencySuccession> Successions { get; private set; } = [];

    /// <summary>The form that enters an alias.</summary>
    public AliasInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Input.RequestKey = Guid.NewGuid();
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Enters an alias.</summary>
    public async Task<IActionResult> OnPostAliasAsync(Guid id, [Bind(Prefix = nameof(Input))] AliasInput input, CancellationToken cancellationToken)
    {
        Input = input ?? new();
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.RequestKey is not { } key)
        {
            return BadRequest();
        }

        return ModelState.IsValid
            ? Answer(id, await aliases.AddAsync(key, id, PlainText.OneLine(Input.Name), Input.ValidFrom, cancellationToken), "Names.Added")
            : this.Refused();
    }

    /// <summary>Ends an alias.</summary>
    public async Task<IActionResult> OnPostEndAliasAsync(Guid id, [Bind(Prefix = "Ending")] EndAliasInput ending, CancellationToken cancellationToken)
    {
        Input.RequestKey = Guid.NewGuid();
        if (ending?.AliasId is not { } alias || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            return ModelState.IsValid ? Answer(id, await aliases.EndAsync(id, alias, ending.Day!.Value, cancellationToken), "Names.Ended") : this.Refused();
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }

    public SuccessionState StateOf(AgencySuccession succession) => succession.StateOn(clock.Today);

    public PersonState StateOf(PersonLine person) => person.StateAt(time.GetUtcNow());

    private IActionResult Answer(Guid id, Outcome outcome, string said)
    {
        if (outcome.IsDone)
        {
            TempData.NotifySuccess(text[said]);
            return LocalRedirect(AdminLinks.Agency(id));
        }

        // The box of a row has no message beside it: the summary has it.
        rules.Add(ModelState, nameof(Input), outcome.Violations.Select(violation => violation.Field == nameof(OtherName.ValidTo) ? violation with { Field = null } : violation), text);
        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await agencies.FindAsync(id, cancellationToken) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        Successions = await successions.OfAsync(id, cancellationToken);
        People = await people.ListAsync(new PersonFilter(AgencyId: id), default, cancellationToken);
        return true;
    }
}
