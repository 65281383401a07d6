using System.ComponentModel.DataAnnotations;
using System.Text;
using GovDisclosure.Data.Documents;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain.Documents;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>Brings a plan as a file or as pasted text; what was understood becomes a draft.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = MostBytes)]
public sealed class ImportModel(PlanDraftService service, IStringLocalizer<PlanImportText> text) : PageModel
{
    /// <summary>The largest document.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    // A file a little too large is told in words; far too large is not even read.
    private const int LargestRequest = MostBytes * 2;

    [BindProperty]
    public ImportInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var pasted = Input.Words ?? "";
        if (Input.File is null == string.IsNullOrWhiteSpace(pasted))
        {
            ModelState.AddModelError("Input.File", text[Input.File is null ? "Rule.NothingBrought" : "Rule.BothBrought"]);
        }
        else if (Input.File?.Length > MostBytes)
        {
            ModelState.AddModelError("Input.File", text["Rule.FileTooLarge", MostBytes / (1024 * 1024)]);
        }

        if (ModelState.IsValid && await ReadAsync(pasted, cancellationToken) is { } read)
        {
            var (id, wasKnown) = await service.MakeAsync(Input.File?.FileName ?? "", read.Content, read.Document, cancellationToken);
            if (wasKnown)
            {
                TempData.Notify(new Notification(NotificationKind.Information, text["Import.Known"]));
            }

            return LocalRedirect(PlanLinks.Draft(id));
        }

        return this.Refused();
    }

    private async Task<(byte[] Content, PlanDocument Document)?> ReadAsync(string pasted, CancellationToken cancellationToken)
    {
        byte[] content;
        DocumentReading reading;
        if (Input.File is { } file)
        {
            using var taken = new MemoryStream();
            await file.CopyToAsync(taken, cancellationToken);
            content = taken.ToArray();
            taken.Position = 0;
            reading = await PlanDocumentReader.ReadAsync(file.FileName, taken, cancellationToken);
        }
        else
        {
            content = Encoding.UTF8.GetBytes(pasted);
            reading = PlanDocumentReader.ReadText(pasted);
        }

        if (reading.IsRead)
        {
            return (content, reading.Document.ToPlanDocument());
        }

        ModelState.AddModelError(
            Input.File is null ? "Input.Words" : "Input.File", text[$"DocumentRefusal.{reading.Refusal.Code}", reading.Refusal.Detail ?? ""]);
        return null;
    }

    /// <summary>The form.</summary>
    public sealed class ImportInput
    {
        [Display(Name = "PlanImport.File", Description = "PlanImport.FileHint")]
        public IFormFile? File { get; set; }

        [Display(Name = "PlanImport.Words", Description = "PlanImport.WordsHint")]
        [DataType(DataType.MultilineText)]
        public string? Words { get; set; }
    }
}
