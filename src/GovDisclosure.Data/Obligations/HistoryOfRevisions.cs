using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>What revisions of the plan made of a duty, for its history.</summary>
internal static class HistoryOfRevisions
{
    /// <summary>The stretches of standing that name a revision, each told as what it did.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> RevisionsOfAsync(
        this GovDbContext db, Guid agencyId, Guid obligationId, IReadOnlyList<ObligationStanding> standings, CancellationToken cancellationToken)
    {
        if (!standings.Any(row => row.RevisionId is not null))
        {
            return [];
        }

        var roles = await db.ObligationRoles.Where(row => row.AgencyId == agencyId && row.ObligationId == obligationId).Reaching(db, agencyId)
            .ToDictionaryAsync(row => row.ValidFrom, row => row.Role, cancellationToken);
        var ordered = standings.OrderBy(row => row.ValidFrom).ToList();
        return [.. ordered.Index().Where(found => found.Item.RevisionId is not null).Select(found =>
        {
            var (index, row) = found;
            var isMoved = roles.TryGetValue(row.ValidFrom, out var role);
            var kind = row.Disposition == ObligationDisposition.Cancelled ? HistoryKind.EndedByRevision
                : index == 0 ? HistoryKind.MadeByRevision
                : ordered[index - 1].Disposition == ObligationDisposition.Cancelled ? HistoryKind.ReopenedByRevision
                : isMoved ? HistoryKind.RoleChangedByRevision
                : HistoryKind.RewordedByRevision;
            return new HistoryEntry(kind, row.ValidFrom, row.ActorName, null, row.DueAt, false, row.Note) { Role = isMoved ? role : null };
        })];
    }

    /// <summary>The task as the version of the plan has it that a rule belongs to: a rule that a revision ended is quoted from what was in force until then.</summary>
    public static async Task<TaskWords> OfTheTimeAsync(
        this GovDbContext db, TaskWords words, Guid planId, DateTimeOffset? ruleEndedAt, IReadOnlyList<EarlierWords> earlier, CancellationToken cancellationToken)
    {
        var number = await db.PlanRevisions.Where(row => row.PlanId == planId && (ruleEndedAt == null || row.PublishedAt < ruleEndedAt))
            .OrderByDescending(row => row.Ordinal).Select(row => row.DocumentNumber).FirstOrDefaultAsync(cancellationToken);
        var then = ruleEndedAt is null ? null : earlier.Where(row => row.PublishedAt >= ruleEndedAt).MinBy(row => row.PublishedAt);
        return words with
        {
            DocumentNumber = number ?? words.DocumentNumber,
            Number = then?.Number ?? words.Number,
            Text = then?.Text ?? words.Text,
            Attribution = then is null ? words.Attribution : then.Attribution,
        };
    }

    /// <summary>How a task read before each revision that changed it, the last first.</summary>
    public static async Task<IReadOnlyList<EarlierWords>> EarlierWordsAsync(this GovDbContext db, Guid taskId, CancellationToken cancellationToken) =>
        await (
            from wording in db.TaskWordings
            where wording.TaskId == taskId
            join revision in db.PlanRevisions on wording.RevisionId equals revision.Id
            orderby revision.Ordinal descending
            select new EarlierWords(wording.Number, wording.Text, wording.Attribution, revision.DocumentNumber, revision.EffectiveFrom, revision.PublishedAt)).ToListAsync(cancellationToken);
}
