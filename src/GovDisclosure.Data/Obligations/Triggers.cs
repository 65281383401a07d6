using GovDisclosure.Domain;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>What changes with a trigger: that what it started is no longer owed.</summary>
internal static class Triggers
{
    /// <summary>Checks the reason of a cancellation.</summary>
    public static RuleViolation? CheckReason(string why) => why.Length switch
    {
        0 => new RuleViolation("ReasonMissing", "Reason"),
        > TriggerEvent.ReasonLength => new RuleViolation("ReasonTooLong", "Reason", TriggerEvent.ReasonLength),
        _ => null,
    };

    /// <summary>Cancels a trigger and each duty that it started. The caller has the transaction and saves.</summary>
    public static async Task CancelTriggerAsync(this GovDbContext db, TriggerEvent trigger, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        trigger.CancelledAt = now;
        trigger.CancelledByName = db.Scope.PersonName;
        trigger.CancelledReason = why;
        await db.ChangeStandingsAsync(trigger.Id, ObligationDisposition.Cancelled, StandingReason.Cancelled, why, now, cancellationToken);
    }

    /// <summary>Gives each duty that a trigger started another disposition. The caller has the transaction and saves.</summary>
    public static async Task ChangeStandingsAsync(
        this GovDbContext db, Guid triggerId, ObligationDisposition disposition, StandingReason reason, string? note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var standings = await db.ObligationStandings.Where(row => row.ValidTo == null && row.Disposition != disposition
            && db.Obligations.Any(obligation => obligation.Id == row.ObligationId && obligation.TriggerId == triggerId)).ToListAsync(cancellationToken);
        foreach (var standing in standings)
        {
            // The parts fall away with it, by a trigger of the database.
            await db.LockPartsAsync(standing.ObligationId, cancellationToken);
            // A pinned clock may stand before the beginning; a stretch of time still has an end after it.
            var changedAt = now > standing.ValidFrom ? now : standing.ValidFrom.AddMicroseconds(1);
            standing.ValidTo = changedAt;
            // The old row must be closed before the new one begins: no two truths at one time.
            await db.SaveChangesAsync(cancellationToken);
            db.ObligationStandings.Add(new ObligationStanding
            {
                AgencyId = standing.AgencyId,
                ObligationId = standing.ObligationId,
                ValidFrom = changedAt,
                DueAt = standing.DueAt,
                Disposition = disposition,
                Reason = reason,
                Note = note,
                ActorName = db.Scope.PersonName,
            });
        }
    }
}
