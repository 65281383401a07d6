using GovDisclosure.Data;
using GovDisclosure.Data.Paging;
using GovDisclosure.Data.Supervision;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Pages.Shared;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Notices;

/// <summary>The reminders that the agency has received, newest first.</summary>
[Authorize(Policies.Work)]
public sealed class IndexModel(NoticeQueries notices, PortalClockInfo clock, IStringLocalizer<SupervisionText> text) : PageModel
{
    public NoticeFilter Filter { get; private set; } = new();

    public NoticeCounts Counts { get; private set; } = null!;

    public ListPage<NoticeRow> Found { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public ListAddress Address => new(ActPaths.WorkNotices, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["state"] = Filter.State == NoticeFilterState.All ? null : EnumWords.ToWord(Filter.State),
    });

    public async Task OnGetAsync(string? state, string? after, string? before, CancellationToken cancellationToken)
    {
        Filter = new(EnumWords.TryFromWord<NoticeFilterState>(state, out var known) ? known : NoticeFilterState.All);
        Counts = await notices.CountAsync(Today, cancellationToken);
        Found = await notices.ListAsync(Filter, ListAddress.ReadPage(after, before), Today, cancellationToken);
    }

    public Lights Lights() => new(text["List.Lights"],
    [
        One(Tone.Late, NoticeFilterState.Overdue),
        One(Tone.Soon, NoticeFilterState.Unanswered),
        One(Tone.Done, NoticeFilterState.Answered),
        One(Tone.Neutral, NoticeFilterState.All),
    ]);

    private Light One(Tone tone, NoticeFilterState state) => new(
        tone, PortalFormat.Count(Counts.Of(state)), text[$"Filter.{state}"], null,
        Address.With("state", state == NoticeFilterState.All ? null : EnumWords.ToWord(state)), Filter.State == state);
}
