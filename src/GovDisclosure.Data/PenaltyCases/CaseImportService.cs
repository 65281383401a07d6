using System.Text.Json;
using GovDisclosure.Data.Imports;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>What is found about a row of a file.</summary>
public enum ImportFinding
{
    /// <summary>It can be registered.</summary>
    Ready,

    /// <summary>It can be registered, but somebody should look.</summary>
    Warning,

    /// <summary>Its number stands in the register already, or further up in the file: passed over.</summary>
    Known,

    /// <summary>It cannot be registered.</summary>
    Error,
}

/// <summary>A row of a file with what is found about it.</summary>
public sealed record ImportRow(int Number, CaseDraft Draft, ImportFinding Finding, IReadOnlyList<RuleViolation> Remarks, Guid? KnownCaseId);

/// <summary>A file as its preview shows it. Findings are made anew each time, by what the register holds.</summary>
public sealed record ImportPreview(Guid Id, string FileName, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>How many rows have a finding.</summary>
    public int Count(ImportFinding finding) => Rows.Count(row => row.Finding == finding);

    /// <summary>Whether a row would be registered.</summary>
    public static bool IsImportable(ImportRow row) => row.Finding is ImportFinding.Ready or ImportFinding.Warning;
}

/// <summary>What came of bringing a file.</summary>
public sealed record UploadResult(Guid? ImportId, RuleViolation? Violation);

/// <summary>Brings cases from a file: read once, kept for its preview, registered in one transaction or not at all.</summary>
public sealed class CaseImportService(GovDbContext db, CaseService cases, CaseRegistrar registrar, BeijingClock clock)
{
    private const int LongestFileName = 200;
    private const string NoRows = "[]";

    /// <summary>Reads a file and keeps its rows for the preview. Earlier files of the same person that were left lying are emptied.</summary>
    public async Task<UploadResult> UploadAsync(string? fileName, byte[] content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        List<CaseSheetRow> rows;
        try
        {
            rows = RowsOf(SheetFile.Read(content, CaseService.MostAtOnce + 20));
        }
        catch (SheetException exception)
        {
            return new UploadResult(null, new RuleViolation($"Sheet{exception.Problem}", "File", CaseService.MostAtOnce));
        }

        if (rows.Count == 0)
        {
            return new UploadResult(null, new RuleViolation("SheetNoRows", "File"));
        }

        if (rows.Count > CaseService.MostAtOnce)
        {
            return new UploadResult(null, new RuleViolation("SheetTooManyRows", "File", CaseService.MostAtOnce));
        }

        return await db.InTransactionAsync(() => KeepAsync(fileName, rows, cancellationToken), cancellationToken);
    }

    /// <summary>The preview; <see langword="null"/> where the person has no such file open.</summary>
    public async Task<ImportPreview?> PreviewAsync(Guid importId, CancellationToken cancellationToken) =>
        await Open(importId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } import
            ? new ImportPreview(import.Id, import.FileName, await JudgeAsync(import, cancellationToken))
            : null;

    /// <summary>Registers the rows chosen, all of them or none.</summary>
    /// <param name="importId">The file.</param>
    /// <param name="numbers">The rows' numbers in the file; <see langword="null"/> for every row that can be registered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was registered; <see langword="null"/> where the person has no such file open.</returns>
    public async Task<CasesResult?> RegisterAsync(Guid importId, IReadOnlyCollection<int>? numbers, CancellationToken cancellationToken) =>
        await db.InTransactionAsync<CasesResult?>(
            async () =>
            {
                await db.LockAsync($"import/{importId}", cancellationToken);
                if (await Open(importId).SingleOrDefaultAsync(cancellationToken) is not { } import)
                {
                    return null;
                }

                var rows = await JudgeAsync(import, cancellationToken);
                var chosen = numbers is null ? rows.Where(ImportPreview.IsImportable) : rows.Where(row => numbers.Contains(row.Number) && row.Finding != ImportFinding.Known);
                var result = await cases.RegisterAllOnceAsync([.. chosen.Select(row => row.Draft)], new { import.FileName, Import = import.Id }, cancellationToken);
                if (numbers is null && result.IsDone)
                {
                    Close(import);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return result;
            },
            cancellationToken);

    /// <summary>Gives a file up; what was not registered is forgotten.</summary>
    public async Task<bool> DiscardAsync(Guid importId, CancellationToken cancellationToken) =>
        await db.InTransactionAsync(
            async () =>
            {
                if (await Open(importId).SingleOrDefaultAsync(cancellationToken) is not { } import)
                {
                    return false;
                }

                Close(import);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    private static List<CaseSheetRow> RowsOf(IReadOnlyList<SheetLine> lines)
    {
        IReadOnlyDictionary<int, string>? headings = null;
        var rows = new List<CaseSheetRow>();
        foreach (var line in lines)
        {
            if (headings is null)
            {
                headings = CaseSheet.ReadHeadings(line.Cells);
                continue;
            }

            var cells = headings.Where(pair => pair.Key < line.Cells.Count && !string.IsNullOrWhiteSpace(line.Cells[pair.Key]))
                .ToDictionary(pair => pair.Value, pair => line.Cells[pair.Key].Replace("\0", "", StringComparison.Ordinal), StringComparer.Ordinal);
            if (cells.Count > 0)
            {
                rows.Add(new CaseSheetRow(line.Number, cells));
            }
        }

        return rows;
    }

    private async Task<UploadResult> KeepAsync(string? fileName, List<CaseSheetRow> rows, CancellationToken cancellationToken)
    {
        foreach (var left in await db.CaseImports.Where(row => row.ClosedAt == null && row.UploadedById == db.Scope.PersonId).ToListAsync(cancellationToken))
        {
            Close(left);
        }

        var name = PlainText.OneLine(Path.GetFileName(fileName));
        var import = new CaseImport
        {
            AgencyId = db.Scope.RequiredAgencyId,
            FileName = name.Length <= LongestFileName ? name : name[..LongestFileName],
            UploadedAt = clock.Now,
            UploadedById = db.Scope.PersonId ?? throw new InvalidOperationException("Nobody brings a file."),
            Rows = JsonSerializer.Serialize(rows),
        };
        db.CaseImports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        return new UploadResult(import.Id, null);
    }

    private IQueryable<CaseImport> Open(Guid importId) =>
        db.CaseImports.Where(row => row.Id == importId && row.ClosedAt == null && row.UploadedById == db.Scope.PersonId);

    private void Close(CaseImport import)
    {
        import.Rows = NoRows;
        import.ClosedAt = clock.Now;
    }

    private async Task<List<ImportRow>> JudgeAsync(CaseImport import, CancellationToken cancellationToken)
    {
        var read = (JsonSerializer.Deserialize<List<CaseSheetRow>>(import.Rows) ?? []).ConvertAll(row => (row.Number, Read: CaseSheet.Read(row)));
        var known = await registrar.KnownAsync(read.Select(row => row.Read.Draft.Reference), cancellationToken);
        var today = clock.Today;
        var calendar = await registrar.CalendarAsync(cancellationToken);
        var above = new Dictionary<string, int>(StringComparer.Ordinal);
        return read.ConvertAll(row =>
        {
            var (draft, unclear) = row.Read;
            if (known.TryGetValue(draft.Reference, out var caseId))
            {
                return new ImportRow(row.Number, draft, ImportFinding.Known, [new RuleViolation("AlreadyRegistered")], caseId);
            }

            if (draft.Reference.Length > 0 && !above.TryAdd(draft.Reference, row.Number))
            {
                return new ImportRow(row.Number, draft, ImportFinding.Known, [new RuleViolation("SameNumberAbove", nameof(CaseDraft.Reference), above[draft.Reference])], null);
            }

            var errors = unclear.Concat(CaseRules.Check(draft, today).Where(violation => unclear.All(found => found.Field != violation.Field))).ToList();
            var warnings = errors.Count > 0 ? [] : CaseRules.Remarks(draft, today, calendar).ToList();
            return new ImportRow(
                row.Number, draft, errors.Count > 0 ? ImportFinding.Error : warnings.Count > 0 ? ImportFinding.Warning : ImportFinding.Ready, errors.Count > 0 ? errors : warnings, null);
        });
    }
}
