using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Exports;
using GovDisclosure.Data.Paging;
using GovDisclosure.Data.Supervision;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Pages.Shared;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Notices;

/// <summary>Every reminder, newest first, and who has not answered.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(
    SupervisionQueries supervision, AgencyQueries agencies, PortalClockInfo clock, PortalFormat format, IStringLocalizer<SupervisionText> text) : PageModel
{
    public NoticeFilter Filter { get; private set; } = new();

    public NoticeCounts Counts { get; private set; } = null!;

    public ListPage<NoticeRow> Found { get; private set; } = null!;

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<AgencyOption> Agencies { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public ListAddress Address => new(ActPaths.OfficeNotices, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["state"] = Filter.State == NoticeFilterState.All ? null : EnumWords.ToWord(Filter.State),
        ["agency"] = Filter.AgencyId?.ToString(),
    });

    public async Task<IActionResult> OnGetAsync(string? state, string? agency, string? after, string? before, string? export, CancellationToken cancellationToken)
    {
        Agencies = await agencies.CityAsync(cancellationToken);
        Filter = new(
            EnumWords.TryFromWord<NoticeFilterState>(state, out var known) ? known : NoticeFilterState.All,
            Agencies.FirstOrDefault(option => option.Id.ToString() == agency)?.Id);
        if (ListExport.IsFormat(export))
        {
            return ListExport.File(Table(await supervision.AllAsync(Filter, Today, cancellationToken)), export!, "notices");
        }

        Counts = await supervision.CountAsync(Filter, Today, cancellationToken);
        Found = await supervision.ListAsync(Filter, ListAddress.ReadPage(after, before), Today, cancellationToken);
        return Page();
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

    private ExportTable Table(IReadOnlyList<NoticeRow> rows) => new(
        text["List.Title"],
        [
            new(text["Export.AsOf"], PortalFormat.Machine(Today)),
            new(text["List.State"], text[$"Filter.{Filter.State}"]),
            new(text["List.Agency"], Agencies.FirstOrDefault(option => option.Id == Filter.AgencyId) is { } chosen ? format.Name(chosen.Name, chosen.NameEnglish) : text["Filter.AllAgencies"]),
        ],
        [text["List.Number"], text["List.Agency"], text["List.Duties"], text["List.SentOn"], text["List.SentBy"], text["List.ReplyBy"], text["List.State"], text["List.RepliedOn"]],
        [.. rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Name, format.Name(row.AgencyName, row.AgencyNameEnglish), row.Duties, Domain.Calendars.BeijingTime.DateOf(row.At), row.SentByName, row.ReplyBy,
            text[$"State.{row.StateOn(Today)}"].Value, row.FirstRepliedAt is { } replied ? Domain.Calendars.BeijingTime.DateOf(replied) : null,
        ])]);
}
