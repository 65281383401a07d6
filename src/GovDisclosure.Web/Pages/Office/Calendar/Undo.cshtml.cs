using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>What undoing a notice would move back, and the button that undoes it.</summary>
[Authorize(Policies.Office)]
public sealed class UndoModel(CalendarPreviewQueries previews, CalendarService service, RuleMessages rules, IStringLocalizer<CalendarText> text)
    : CalendarChangeModel(rules, text)
{
    public override string Address => CalendarLinks.Undo(Id);

    public override string Key => "Undo";

    protected override Task<(CalendarPreview Preview, MovingPage Page)?> FindAsync(PageRequest page, CancellationToken cancellationToken) =>
        previews.OfUndoAsync(Id, page, cancellationToken);

    protected override Task<CalendarOutcome> ChangeAsync(CalendarSeen seen, CancellationToken cancellationToken) => service.UndoAsync(Id, seen, cancellationToken);
}
