using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Exports;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Paging;
using GovDisclosure.Data.Requests;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Pages.Shared;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Requests;

/// <summary>What agencies ask for: those that wait first.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(
    RequestQueries requests, AgencyQueries agencies, PresentView present, PortalFormat format, DutyWords words, RequestWords what, IStringLocalizer<RequestText> text) : PageModel
{
    public RequestFilter Filter { get; private set; } = new();

    public RequestCounts Counts { get; private set; } = null!;

    public ListPage<RequestRow> Found { get; private set; } = null!;

    /// <summary>The duties of the rows, by identity.</summary>
    public IReadOnlyDictionary<Guid, NamedDuty> Duties { get; private set; } = null!;

    public IReadOnlyList<AgencyOption> Agencies { get; private set; } = [];

    public DutyView View { get; private set; } = null!;

    public ListAddress Address => new(ActPaths.OfficeRequests, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["state"] = Filter.State == RequestFilterState.Pending ? null : EnumWords.ToWord(Filter.State),
        ["kind"] = Filter.Kind is { } kind ? EnumWords.ToWord(kind) : null,
        ["agency"] = Filter.AgencyId?.ToString(),
    });

    public async Task<IActionResult> OnGetAsync(
        string? state, string? kind, string? agency, string? after, string? before, string? export, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        Agencies = await agencies.CityAsync(cancellationToken);
        Filter = new(
            EnumWords.TryFromWord<RequestFilterState>(state, out var known) ? known : RequestFilterState.Pending,
            EnumWords.TryFromWord<DutyRequestKind>(kind, out var of) ? of : null,
            Agencies.FirstOrDefault(option => option.Id.ToString() == agency)?.Id);
        if (ListExport.IsFormat(export))
        {
            var rows = await requests.AllAsync(Filter, cancellationToken);
            return ListExport.File(Table(rows, await requests.AllDutiesAsync(rows, View.Instant, cancellationToken)), export!, "requests");
        }

        Counts = await requests.AllCountsAsync(Filter, cancellationToken);
        Found = await requests.AllPageAsync(Filter, ListAddress.ReadPage(after, before), cancellationToken);
        Duties = await requests.AllDutiesAsync(Found.Rows, View.Instant, cancellationToken);
        return Page();
    }

    public Lights Lights() => new(text["List.Lights"],
    [
        One(Tone.Soon, RequestFilterState.Pending),
        One(Tone.Done, RequestFilterState.Granted),
        One(Tone.Late, RequestFilterState.Refused),
        One(Tone.Neutral, RequestFilterState.Withdrawn),
        One(Tone.Neutral, RequestFilterState.All),
    ]);

    private Light One(Tone tone, RequestFilterState state) => new(
        tone, PortalFormat.Count(Counts.Of(state)), text[$"Filter.{state}"], null,
        Address.With("state", state == RequestFilterState.Pending ? null : EnumWords.ToWord(state)), Filter.State == state);

    private ExportTable Table(IReadOnlyList<RequestRow> rows, IReadOnlyDictionary<Guid, NamedDuty> duties) => new(
        text["List.Title"],
        [
            new(text["List.AsOf"], PortalFormat.Machine(View.Today)),
            new(text["List.State"], text[$"Filter.{Filter.State}"]),
            new(text["List.Kind"], Filter.Kind is { } kind ? text[$"Kind.{kind}"] : text["Filter.AllKinds"]),
            new(text["List.Agency"], Agencies.FirstOrDefault(option => option.Id == Filter.AgencyId) is { } chosen ? format.Name(chosen.Name, chosen.NameEnglish) : text["Filter.AllAgencies"]),
        ],
        [
            text["List.Agency"], text["List.Duty"], text["List.Kind"], text["List.AskedOn"], text["List.OriginalDue"], text["List.AskedUntil"],
            text["List.GrantedUntil"], text["List.State"], text["List.Reason"], text["List.Note"],
        ],
        [.. rows.Select(row => (IReadOnlyList<object?>)
        [
            format.Name(row.AgencyName, row.AgencyNameEnglish), TitleOf(duties[row.ObligationId]), text[$"Kind.{row.Kind}"].Value, BeijingTime.DateOf(row.At),
            BeijingTime.DateOf(duties[row.ObligationId].OriginalDueAt.AddTicks(-1)), row.DueOn is { } until ? until : what.What(row), row.GrantedDueOn, text[$"State.{row.State}"].Value, row.Reason, row.Note,
        ])]);

    private string TitleOf(NamedDuty duty) => words.Title(duty.TriggerTitle, duty.Clause, duty.TaskTitle, duty.OccurrenceKey).ToString();
}
