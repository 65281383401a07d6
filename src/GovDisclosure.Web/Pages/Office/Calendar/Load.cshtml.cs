using GovDisclosure.Data.Calendars;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>Brings a notice of days off as a file; nothing changes before its preview was agreed to.</summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class LoadModel(CalendarService service, RuleMessages rules, IStringLocalizer<CalendarText> text) : PageModel
{
    // A file a little too large is told in words; far too large is not even read.
    private const int LargestRequest = NoticeUpload.MostBytes * 4;

    [BindProperty]
    public NoticeFileInput Input { get; set; } = new();

    public void OnGet()
    {
        ModelState.Clear();
        Input = new NoticeFileInput { RequestKey = Guid.CreateVersion7().ToString() };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            using var content = new MemoryStream();
            await Input.File!.CopyToAsync(content, cancellationToken);
            var read = NoticeUpload.Read(content.ToArray());
            var result = read.Draft is { } draft
                ? await service.PrepareAsync(Input.Key, Input.ToDraft(draft), cancellationToken)
                : null;
            if (result is { IsDone: true, Id: { } id })
            {
                return LocalRedirect(CalendarLinks.Draft(id));
            }

            // The days stand in the file.
            var violations = result?.Violations ?? [read.Problem!];
            rules.Add(ModelState, nameof(Input), violations.Select(found => found.Field == "Days" ? found with { Field = nameof(Input.File) } : found), text);
        }

        return this.Refused();
    }
}
