using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Exports;
using GovDisclosure.Data.Imports;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>Brings cases from a spreadsheet or CSV, and hands out the template for it.</summary>
[Authorize(Policies.DisclosureEdit)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportModel(
    CaseImportService imports, CaseRegistrar registrar, RuleMessages rules, PortalFormat format, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages) : PageModel
{
    // A file a little too large is told in words; far too large is not even read.
    private const int LargestRequest = SheetFile.MostBytes * 2;

    [BindProperty]
    public ImportInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await registrar.HasCasesAsync(cancellationToken) ? Page() : LocalRedirect(PortalPaths.WorkCases);

    public IActionResult OnGetTemplate(string? type)
    {
        var example = CaseSheet.Columns.Select(column => (object?)text[$"Template.{column.Field}"].Value).ToList();
        var table = new ExportTable(
            pages["Import.TemplateTitle"], [], [.. CaseSheet.Columns.Select(column => format.IsChinese ? column.Chinese : column.English)], [example]);
        return type == "csv"
            ? File(ExportFile.Csv(table), ExportFile.CsvMediaType, "penalty-cases.csv")
            : File(ExportFile.Xlsx(table), ExportFile.XlsxMediaType, "penalty-cases.xlsx");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await registrar.HasCasesAsync(cancellationToken))
        {
            ModelState.AddModelError("", text["Rule.NoRule"]);
        }

        if (ModelState.IsValid)
        {
            using var content = new MemoryStream();
            await Input.File!.CopyToAsync(content, cancellationToken);
            var result = await imports.UploadAsync(Input.File.FileName, content.ToArray(), cancellationToken);
            if (result.ImportId is { } id)
            {
                return LocalRedirect(CaseLinks.ImportPreview(id));
            }

            rules.Add(ModelState, nameof(Input), [result.Violation!], text);
        }

        return this.Refused();
    }

    /// <summary>The form.</summary>
    public sealed class ImportInput
    {
        [Display(Name = "Import.File", Description = "Import.FileHint")]
        [Required(ErrorMessage = "Import.FileMissing")]
        public IFormFile? File { get; set; }
    }
}
