using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Requests;

/// <summary>Makes a granted request hold, in the transaction of its decision.</summary>
internal static class Grants
{
    public static async Task GrantAsync(this GovDbContext db, DutyRequest request, RequestDecision decision, CancellationToken cancellationToken)
    {
        var isExtension = request.Kind == DutyRequestKind.Extension;
        DateTimeOffset? dueAt = isExtension ? BeijingTime.EndOf(decision.DueOn!.Value) : null;
        var disposition = isExtension ? null : EnumWords.ToWord(ObligationDisposition.Exempt);
        var reason = EnumWords.ToWord(isExtension ? StandingReason.Extended : StandingReason.Exempted);
        if (!isExtension)
        {
            // The parts fall away with it, by a trigger of the database.
            await db.LockPartsAsync(request.ObligationId, cancellationToken);
        }

        var changed = await db.Database.SqlQuery<bool>($"""
            SELECT gov.change_standing({request.AgencyId}, {request.ObligationId}, {dueAt}, {disposition}, {reason},
              {decision.Note}, {decision.DecidedByName}, {decision.DecidedAt}) AS "Value"
            """).ToListAsync(cancellationToken);
        if (changed is not [true])
        {
            throw new InvalidOperationException("A duty without a standing was granted something.");
        }
    }
}
