using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Audit;
using GovDisclosure.Data.Exports;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin.Audit;

/// <summary>The whole audit trail, newest first, with its export.</summary>
[Authorize(Policies.Admin)]
public sealed class IndexModel(
    AuditQueries audit, AuditService service, AgencyRegisterQueries agencies, AuditWords words, PortalFormat format, PortalClockInfo clock,
    IStringLocalizer<AuditText> text) : PageModel
{
    public AuditAddress Address { get; private set; } = null!;

    public Page<AuditLine> Found { get; private set; } = null!;

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public IReadOnlyList<RegisteredAgency> Agencies { get; private set; } = [];

    public async Task OnGetAsync(string? after, string? before, CancellationToken cancellationToken)
    {
        await ReadAddressAsync(cancellationToken);
        Found = await audit.ListAsync(Address.Filter, AdminLinks.Place(after, before), cancellationToken);
        Rows = await words.RowsAsync(Found.Rows, cancellationToken);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellationToken)
    {
        if (format is not ("csv" or "xlsx"))
        {
            return NotFound();
        }

        await ReadAddressAsync(cancellationToken);
        var lines = await audit.ExportAsync(Address.Filter, cancellationToken);
        var table = Table(await words.RowsAsync(lines, cancellationToken));
        await service.RecordExportAsync(Address.Filter, format, lines.Count, cancellationToken);
        var name = $"audit-{clock.Today:yyyy-MM-dd}.{format}";
        return format == "csv" ? File(ExportFile.Csv(table), ExportFile.CsvMediaType, name) : File(ExportFile.Xlsx(table), ExportFile.XlsxMediaType, name);
    }

    private async Task ReadAddressAsync(CancellationToken cancellationToken)
    {
        Agencies = await agencies.OptionsAsync(cancellationToken);
        Address = AuditAddress.Read(Request.Query, Agencies);
    }

    private ExportTable Table(IReadOnlyList<AuditRow> rows) => new(
        text["Title"],
        [
            new(text["Stamp.Day"], format.DayWithYear(clock.Today)),
            .. Address.Chosen.Select(filter => KeyValuePair.Create(text[$"Filter.{filter.Key}"].Value, filter.Value ?? "")),
            .. rows.Count == AuditQueries.Most ? [KeyValuePair.Create(text["Stamp.Cut"].Value, PortalFormat.Count(AuditQueries.Most))] : Array.Empty<KeyValuePair<string, string>>(),
        ],
        [text["Column.At"], text["Column.Agency"], text["Column.Person"], text["Column.Address"], text["Column.Action"], text["Column.Details"]],
        [
            .. rows.Select(row => (IReadOnlyList<object?>)
            [
                PortalFormat.Machine(row.Line.At), row.Agency is { } agency ? format.Name(agency.ShortName, agency.EnglishName) : "", row.Line.ActorName,
                row.Line.RemoteAddress ?? "", row.Action, words.OneLine(row),
            ]),
        ]);
}
