using GovDisclosure.Data.PenaltyCases;
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

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>A file's rows with what is found about each; registers all that can be, or those chosen.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class ImportPreviewModel(
    CaseImportService imports, RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages) : PageModel
{
    private const int RowsOnAPage = 100;

    /// <summary>The numbers of the rows ticked.</summary>
    [BindProperty]
    public IList<int> Rows { get; set; } = [];

    public ImportPreview Preview { get; private set; } = null!;

    /// <summary>The page of rows, from 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Preview.Rows.Count + RowsOnAPage - 1) / RowsOnAPage);

    public IEnumerable<ImportRow> Shown => Preview.Rows.Skip((Number - 1) * RowsOnAPage).Take(RowsOnAPage);

    public int Importable => Preview.Rows.Count(ImportPreview.IsImportable);

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "page")] int number, CancellationToken cancellationToken) =>
        await LoadAsync(id, number, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAllAsync(Guid id, CancellationToken cancellationToken) => RegisterAsync(id, null, 1, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, [FromQuery(Name = "page")] int number, CancellationToken cancellationToken) =>
        RegisterAsync(id, [.. Rows], number, cancellationToken);

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken) =>
        await imports.DiscardAsync(id, cancellationToken) ? LocalRedirect(CaseLinks.Import) : NotFound();

    /// <summary>What is found about a row, in words; a remark about a field names it.</summary>
    public IEnumerable<string> RemarksOf(ImportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Remarks.Select(remark => remark.Field is { } field && remark.Code is "TooLong" or "NotUnderstood"
            ? text["Remark", text[$"Field.{remark.Field}"].Value, rules.Say(remark, text)].Value
            : rules.Say(remark, text));
    }

    private async Task<IActionResult> RegisterAsync(Guid id, IReadOnlyCollection<int>? numbers, int page, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, page, cancellationToken))
        {
            return NotFound();
        }

        if (numbers is { Count: 0 })
        {
            ModelState.AddModelError("", pages["Preview.NothingChosen"]);
        }

        var result = ModelState.IsValid ? await imports.RegisterAsync(id, numbers, cancellationToken) : null;
        if (result is { IsDone: true })
        {
            TempData.NotifySuccess(pages["Preview.Done", PortalFormat.Count(result.Registered), PortalFormat.Count(result.Known)], pages["Register.Title"], PortalPaths.WorkCases);
            return LocalRedirect(numbers is null ? PortalPaths.WorkCases : CaseLinks.ImportPreview(id, Number));
        }

        if (result is not null)
        {
            ModelState.AddModelError("", pages["Preview.Refused", PortalFormat.Count(result.Violations.Count)]);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        if (await imports.PreviewAsync(id, cancellationToken) is not { } preview)
        {
            return false;
        }

        Preview = preview;
        Number = Math.Clamp(number, 1, Pages);
        return true;
    }
}
