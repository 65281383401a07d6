using System.Text.Json;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Districts;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Districts;

/// <summary>A change of how the parts of a duty make up the whole.</summary>
/// <param name="Before">The way before; <see langword="null"/> where nothing says it.</param>
/// <param name="After">The way from then on; the same as before where only the chosen parts changed.</param>
public sealed record RollUpChange(RollUpMode? Before, RollUpMode After);

/// <summary>How the way in which parts make up a whole changed: the row keeps the present one only, the district's own audit trail has them all.</summary>
internal static class RollUpHistory
{
    private static readonly string[] Actions = [PassActions.Passed, PassActions.RollUpChanged];

    public static async Task<IReadOnlyList<HistoryEntry>> ReadAsync(GovDbContext db, Guid obligationId, CancellationToken cancellationToken)
    {
        var acts = await db.AuditEntries.AsNoTracking().Where(row => row.SubjectId == obligationId && Actions.Contains(row.Action))
            .OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var entries = new List<HistoryEntry>();
        RollUpMode? before = null;
        foreach (var act in acts)
        {
            if (ModeOf(act.Details) is not { } after)
            {
                continue;
            }

            if (act.Action == PassActions.RollUpChanged || (before is not null && before != after))
            {
                entries.Add(new HistoryEntry(HistoryKind.RollUpChanged, act.At, act.ActorName, null, null, false, null) { RollUp = new(before, after) });
            }

            before = after;
        }

        return entries;
    }

    private static RollUpMode? ModeOf(string details)
    {
        using var document = JsonDocument.Parse(details);
        return document.RootElement.TryGetProperty("RollUp", out var word) && EnumWords.TryFromWord<RollUpMode>(word.GetString(), out var mode) ? mode : null;
    }
}

/// <summary>What a district does with parts, as the audit trail names it.</summary>
internal static class PassActions
{
    public const string Passed = "part.passed";
    public const string RollUpChanged = "part.roll_up_changed";
    public const string TakenBack = "part.taken_back";
}
