using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Plans.Drafts;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>Says what a name of a draft stands for: an agency or group of the register, or a new one.</summary>
[Authorize(Policies.Office)]
public sealed class NameModel(
    PlanDraftQueries drafts, PlanDraftService service, GroupQueries groups, AgencyQueries agencies, SuccessionQueries successions, RuleMessages rules, IStringLocalizer<PlanImportText> text) : PageModel
{
    [BindProperty]
    public NameInput Input { get; set; } = new();

    public OpenDraft Open { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public AgencyResolution Resolution => Open.Names[Name];

    /// <summary>Everybody whom the name may stand for: the nearest first.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Holders { get; private set; } = [];

    /// <summary>Why the name was found, or what is near it.</summary>
    public IReadOnlyList<FoundName> Found { get; private set; } = [];

    /// <summary>The places of the tasks that use the name.</summary>
    public IEnumerable<int> UsedBy => Open.Draft.Plan.Tasks.Index().Where(found => found.Item.Assignments.Any(assignment => assignment.Name == Name)).Select(found => found.Index);

    public async Task<IActionResult> OnGetAsync(Guid id, string? name, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, name, cancellationToken))
        {
            return NotFound();
        }

        var choice = Open.Draft.Names.GetValueOrDefault(Name);
        Input = new NameInput
        {
            Version = Open.Version,
            Answer = choice switch { { New.Kind: not null } => NameAnswer.NewAgency, { New: not null } => NameAnswer.NewGroup, { Holder: not null } => NameAnswer.Known, _ => null },
            Holder = choice?.Holder ?? (Found.Count > 0 ? Found[0].Proposed : null),
            Kind = choice?.New?.Kind,
            EnglishName = choice?.New?.EnglishName,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? name, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, name, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var result = await service.CorrectAsync(id, Input.Version, _ => Check(), draft => draft.WithName(Name, Choice()), cancellationToken);
            if (result.IsDone)
            {
                return LocalRedirect(PlanLinks.Draft(id));
            }

            StaleForm.Tell(this, result, Open.Version, text);
            Input.Version = Open.Version;
            rules.Add(ModelState, nameof(Input), result.Violations, text);
        }

        return this.Refused();
    }

    private IEnumerable<RuleViolation> Check()
    {
        if (Input.Answer == NameAnswer.Known && !Holders.Any(holder => holder.Id == Input.Holder))
        {
            yield return new("HolderMissing", nameof(Input.Holder));
        }
        else if (Input.Answer == NameAnswer.NewAgency && (Input.Kind is not { } kind || !NewName.Kinds.Contains(kind)))
        {
            yield return new("AgencyKindMissing", nameof(Input.Kind));
        }

        if (Input.Answer != NameAnswer.Known && PlainText.OneLine(Input.EnglishName) is not { Length: > 0 and <= NewName.EnglishNameLength })
        {
            yield return new("EnglishNameMissing", nameof(Input.EnglishName), NewName.EnglishNameLength);
        }
    }

    private NameChoice Choice() => Input.Answer switch
    {
        NameAnswer.Known => new NameChoice(Input.Holder, null),
        NameAnswer.NewAgency => new NameChoice(null, new NewName(Input.Kind, PlainText.OneLine(Input.EnglishName))),
        _ => new NameChoice(null, new NewName(null, PlainText.OneLine(Input.EnglishName))),
    };

    private async Task<bool> LoadAsync(Guid id, string? name, CancellationToken cancellationToken)
    {
        Open = (await drafts.FindAsync(id, cancellationToken))!;
        Name = name ?? "";
        if (Open is not { IsOpen: true } || !Open.Names.ContainsKey(Name))
        {
            return false;
        }

        var all = (await agencies.CityAsync(cancellationToken)).Select(agency => (agency.Id, agency.Name)).Concat(await groups.PhrasesAsync(cancellationToken)).ToList();
        Found = FoundName.Of(Resolution, all, await successions.NextOfAsync(Resolution.Matches.Select(match => match.Holder), cancellationToken));
        Holders = [.. Found.Select(found => (found.Name.Holder, found.Holder)).Concat(all).DistinctBy(holder => holder.Item1)];
        return true;
    }
}
