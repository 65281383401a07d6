using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>Enters a notice of days off by hand, a row a day; nothing changes before its preview was agreed to.</summary>
[Authorize(Policies.Office)]
public sealed class EnterModel(CalendarService service, RuleMessages rules, PortalFormat format, IStringLocalizer<CalendarText> text) : PageModel
{
    /// <summary>The name of the button that gives more rows.</summary>
    public const string MoreRows = "more";

    private const int RowsAtOnce = 12;

    [BindProperty]
    public NoticeHeadInput Input { get; set; } = new();

    /// <summary>The days, a row each; empty rows do not count.</summary>
    [BindProperty]
    public IList<NoticeRowInput> Rows { get; set; } = [];

    public void OnGet()
    {
        ModelState.Clear();
        Input = new NoticeHeadInput { RequestKey = Guid.CreateVersion7().ToString() };
        AddRows();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Request.Form.ContainsKey(MoreRows))
        {
            // Nothing is judged yet: what was typed stays, with room for more.
            ModelState.Clear();
            AddRows();
            return Page();
        }

        var filled = Rows.Select((row, index) => (Row: row, Number: index + 1)).Where(pair => !pair.Row.IsEmpty).ToList();
        var unclear = filled.Where(pair => pair.Row.ToDay() is null).Select(pair => pair.Number).ToList();
        if (unclear.Count > 0)
        {
            ModelState.AddModelError($"{nameof(Input)}.{nameof(CalendarNoticeDraft.Days)}", text["Rule.RowsUnclear", format.List(unclear.Select(number => PortalFormat.Count(number)))]);
        }

        if (ModelState.IsValid)
        {
            var draft = Input.ToDraft(new CalendarNoticeDraft("", null, null, "", [.. filled.Select(pair => pair.Row.ToDay()!)]));
            var result = await service.PrepareAsync(Input.Key, draft, cancellationToken);
            if (result is { IsDone: true, Id: { } id })
            {
                return LocalRedirect(CalendarLinks.Draft(id));
            }

            rules.Add(ModelState, nameof(Input), result.Violations, text);
        }

        if (Rows.Count == 0)
        {
            AddRows();
        }

        return this.Refused();
    }

    private void AddRows()
    {
        for (var left = RowsAtOnce; left > 0 && Rows.Count < CalendarNoticeDraft.MostDays; left--)
        {
            Rows.Add(new NoticeRowInput());
        }
    }
}
