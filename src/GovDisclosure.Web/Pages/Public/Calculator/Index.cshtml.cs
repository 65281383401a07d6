using System.Globalization;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Public.Calculator;

/// <summary>期限计算器: when a period ends, and why, for everybody. The question stands in the address.</summary>
public sealed class IndexModel(PresentView present, IStringLocalizer<CalculatorText> text) : PageModel
{
    private const int UsualCount = 20;

    [BindProperty(SupportsGet = true)]
    public CalculatorInput Input { get; set; } = new();

    /// <summary>The answer; <see langword="null"/> before anything is asked, and for a question that has none.</summary>
    public DeadlineExplanation? Answer { get; private set; }

    /// <summary>At what time of day a period in hours ends, in Beijing; all others end with their day.</summary>
    public string? DueTime => Answer is { TriggeredAt: not null } answer
        ? BeijingTime.TimeOf(answer.Due.DueAt).ToString("HH':'mm", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Today, which the days mark.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The last year whose holidays are announced.</summary>
    public int LastAnnouncedYear { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var view = await present.LoadAsync(cancellationToken);
        (Today, LastAnnouncedYear) = (view.Today, view.Calendar.LastYear);
        if (Request.Query.Count == 0)
        {
            ModelState.Clear();
            Input = new CalculatorInput { Start = Today, Count = UsualCount, Unit = CalculatorUnit.WorkingDays };
            return;
        }

        if (Input.LacksTime && ModelState.GetFieldValidationState(nameof(Input.Time)) != ModelValidationState.Invalid)
        {
            ModelState.TryAddModelError(nameof(Input.Time), text["TimeMissing"]);
        }

        if (ModelState.IsValid)
        {
            Answer = Explain(view.Calendar);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The address of this answer, to pass on.</summary>
    public string Link() => UriHelper.BuildAbsolute(Request.Scheme, Request.Host, Request.PathBase, Request.Path, Request.QueryString);

    private DeadlineExplanation Explain(WorkingDayCalendar calendar)
    {
        var rule = Input.Rule(text[$"Phrase.{Input.Unit}", Input.Count!]);
        var occurrences = new Occurrences(calendar);
        var key = Input.Start!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var occurrence = Input.StartsAt is { } instant ? occurrences.ForTrigger(rule, key, instant) : occurrences.ForTrigger(rule, key, Input.Start.Value);
        return new DeadlineExplainer(calendar).Explain(rule, occurrence, Input.StartsAt);
    }
}
