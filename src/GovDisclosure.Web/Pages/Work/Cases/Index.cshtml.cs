using GovDisclosure.Data;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>处罚案件: the register of the agency's penalty decisions, the most urgent first, with the counts that are its filters.</summary>
[Authorize(Policies.Work)]
public sealed class IndexModel(CaseQueries cases, CaseRegistrar registrar, PresentView present, IAuthorizationService authorization, CaseExport file) : PageModel
{
    /// <summary>The longest run of words that is searched for.</summary>
    public const int WordsLength = 100;

    /// <summary>The instant of all figures on the page.</summary>
    public DutyView View { get; private set; } = null!;

    public CaseFilter Filter { get; private set; }

    /// <summary>The words that number, name or party must hold; empty shows all.</summary>
    public string Words { get; private set; } = "";

    public CasePage Found { get; private set; } = null!;

    public CaseCounts Counts { get; private set; } = null!;

    /// <summary>Whether the plan asks the agency for penalty cases at all.</summary>
    public bool HasCases { get; private set; }

    /// <summary>Whether this person may register.</summary>
    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string? state, [FromQuery(Name = "q")] string? words, string? after, string? before, string? export, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        Filter = EnumWords.TryFromWord<CaseFilter>(state, out var filter) ? filter : CaseFilter.ToDo;
        var trimmed = words?.Trim() ?? "";
        Words = trimmed.Length <= WordsLength ? trimmed : trimmed[..WordsLength];
        Counts = await cases.CountAsync(Words, View.Instant, cancellationToken);
        if (ListExport.IsFormat(export))
        {
            return ListExport.File(file.Table(this, await cases.AllAsync(Filter, Words, View.Instant, cancellationToken)), export!, "cases");
        }

        var page = new PageRequest(CaseLinks.ReadPlace(after), after is null ? CaseLinks.ReadPlace(before) : null);
        Found = await cases.ListAsync(Filter, Words, page, View.Instant, cancellationToken);
        HasCases = await registrar.HasCasesAsync(cancellationToken);
        MayEdit = HasCases && (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;
        return Page();
    }
}
