using System.Security.Cryptography;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>What came of a correction.</summary>
/// <param name="Violations">What stands against it.</param>
/// <param name="IsStale">Whether somebody corrected the draft since the form was shown: nothing was written.</param>
public sealed record CorrectionResult(IReadOnlyList<RuleViolation> Violations, bool IsStale = false)
{
    /// <summary>Whether it was written.</summary>
    public bool IsDone => Violations.Count == 0 && !IsStale;
}

/// <summary>Makes drafts of documents and corrects them. Each call is one transaction, and one line of the audit trail where a draft is made or put away.</summary>
public sealed class PlanDraftService(GovDbContext db, RegisterNames names, BeijingClock clock)
{
    /// <summary>Reads a document and keeps what was understood. The same document again is the draft that is there.</summary>
    /// <param name="fileName">The file's name; empty for pasted text.</param>
    /// <param name="content">What was uploaded or pasted, for telling whether it is the same again.</param>
    /// <param name="document">The document as read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The draft, and whether it was there.</returns>
    public async Task<(Guid Id, bool WasKnown)> MakeAsync(string fileName, ReadOnlyMemory<byte> content, PlanDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var resolver = await names.LoadAsync(cancellationToken);
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync($"plan-draft:{hash}", cancellationToken);
                if (await db.PlanDrafts.Where(row => row.ContentHash == hash && row.DiscardedAt == null).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
                {
                    return (known, true);
                }

                var now = clock.Now;
                var draft = PlanDraft.Of(WorkPlanParser.Parse(document, resolver.Known));
                var row = new PlanDraftRow
                {
                    FileName = PlainText.OneLine(fileName) is { Length: > PlanDraftRow.FileNameLength } longer ? longer[^PlanDraftRow.FileNameLength..] : PlainText.OneLine(fileName),
                    ContentHash = hash,
                    // PostgreSQL keeps no character of value zero.
                    SourceText = document.Text.Replace('\0', '\uFFFD'),
                    Content = PlanDraftJson.Write(draft).Replace("\\u0000", "\\uFFFD", StringComparison.Ordinal),
                    CreatedAt = now,
                    CreatedByName = db.Scope.PersonName ?? "",
                    ChangedAt = now,
                    ChangedByName = db.Scope.PersonName ?? "",
                };
                db.PlanDrafts.Add(row);
                db.Record("plan.drafted", row.Id, now, new { row.FileName, draft.Plan.Title, draft.Plan.Year, Tasks = draft.Plan.Tasks.Count, Problems = draft.Plan.Problems.Count });
                await db.SaveChangesAsync(cancellationToken);
                return (row.Id, false);
            },
            cancellationToken);
    }

    /// <summary>Corrects a draft.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The version that the form was shown with.</param>
    /// <param name="check">The rules that the correction would break, seen from the draft as it is.</param>
    /// <param name="correct">The correction.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">There is no such draft that may be corrected.</exception>
    public Task<CorrectionResult> CorrectAsync(
        Guid id, uint version, Func<PlanDraft, IEnumerable<RuleViolation>> check, Func<PlanDraft, PlanDraft> correct, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(correct);
        return db.InTransactionAsync(
            async () =>
            {
                var row = await FindOpenAsync(id, cancellationToken);
                if (db.Entry(row).Property<uint>("xmin").CurrentValue != version)
                {
                    return new CorrectionResult([], IsStale: true);
                }

                var draft = PlanDraftJson.Read(row.Content);
                var violations = check(draft).ToList();
                if (violations.Count == 0)
                {
                    row.Content = PlanDraftJson.Write(correct(draft));
                    row.ChangedAt = clock.Now;
                    row.ChangedByName = db.Scope.PersonName ?? "";
                    await db.SaveChangesAsync(cancellationToken);
                }

                return new CorrectionResult(violations);
            },
            cancellationToken);
    }

    /// <summary>Puts a draft away.</summary>
    /// <exception cref="KeyNotFoundException">There is no such draft that may be put away.</exception>
    public Task DiscardAsync(Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var row = await FindOpenAsync(id, cancellationToken);
            row.DiscardedAt = clock.Now;
            db.Record("plan.draft_discarded", id, row.DiscardedAt.Value, new { row.FileName });
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    private async Task<PlanDraftRow> FindOpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.LockAsync($"plan-draft:{id}", cancellationToken);
        return await db.PlanDrafts.SingleOrDefaultAsync(row => row.Id == id && row.DiscardedAt == null && row.PublishedAt == null, cancellationToken)
            ?? throw new KeyNotFoundException("No such draft.");
    }
}
