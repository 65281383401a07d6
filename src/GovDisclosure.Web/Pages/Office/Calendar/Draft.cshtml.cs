using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>What loading a notice would move, and the button that loads it.</summary>
[Authorize(Policies.Office)]
public sealed class DraftModel(CalendarPreviewQueries previews, CalendarService service, RuleMessages rules, IStringLocalizer<CalendarText> text)
    : CalendarChangeModel(rules, text)
{
    public override string Address => CalendarLinks.Draft(Id);

    public override string Key => "Draft";

    protected override Task<(CalendarPreview Preview, MovingPage Page)?> FindAsync(PageRequest page, CancellationToken cancellationToken) =>
        previews.OfDraftAsync(Id, page, cancellationToken);

    protected override Task<CalendarOutcome> ChangeAsync(CalendarSeen seen, CancellationToken cancellationToken) => service.LoadAsync(Id, seen, cancellationToken);
}
