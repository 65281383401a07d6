using System.Globalization;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Public.Calculator;

/// <summary>期限计算器: when a period ends, and why, for everybody. The question stands in the address.</summary>
public sealed class IndexModel(PresentView present, RuleMessages rules, IStringLocalizer<CalculatorText> text) : PageModel
{
    private const int UsualCount = 20;

    [BindProperty(SupportsGet = true)]
    public CalculatorInput Input { get; set; } = new();

    /// <summary>The answer; <see langword="null"/> before anything is asked, and for a question that has none.</summary>
    public DeadlineExplanation? Answer { get; private set; }

    /// <summary>At what time of day a period in hours ends, in Beijing; all others end with their day.</summary>
    public string? DueTime => Answer is { Rule.Kind: DeadlineRuleKind.HoursAfterEvent } answer
        ? BeijingTime.TimeOf(answer.Due.DueAt).ToString("HH':'mm", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Today, which the days mark.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The last year whose holidays are announced.</summary>
    public int LastAnnouncedYear { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken cancellationToken)
    {
        var view = await present.LoadAsync(cancellationToken);
        (Today, LastAnnouncedYear) = (view.Today, view.Calendar.LastYear);
        if (Request.Query.Count == 0)
        {
            ModelState.Clear();
            Input = new CalculatorInput { Start = Today, Count = UsualCount, Unit = CalculatorUnit.WorkingDays };
            return Page();
        }

        rules.Add(ModelState, "", Input.Check(), text);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        Answer = Explain(view.Calendar);
        return ExplanationResult.IsAskedFor(format) ? new ExplanationResult(Answer) : Page();
    }

    /// <summary>The same answer for a program.</summary>
    public string JsonLink => $"{Request.Path}{Request.QueryString}&{ExplanationResult.Query}";

    /// <summary>The address of this answer, to pass on.</summary>
    public string Link() => UriHelper.BuildAbsolute(Request.Scheme, Request.Host, Request.PathBase, Request.Path, Request.QueryString);

    private DeadlineExplanation Explain(WorkingDayCalendar calendar)
    {
        var rule = Input.Rule(text[$"Phrase.{Input.Unit}", Input.Count!]);
        var key = PortalFormat.Machine(Input.Start!.Value);
        return new DeadlineExplainer(calendar).ExplainBinding([rule], key, Input.StartsAt ?? BeijingTime.StartOf(Input.Start.Value), Input.Changes);
    }
}
