using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Districts;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Districts;

/// <summary>What to pass down: the duty, the draft, and the form's own key.</summary>
/// <param name="RequestKey">Made when the form was shown; the same key twice passes once.</param>
/// <param name="ObligationId">The district's own duty.</param>
/// <param name="Draft">To whom, until when, and how the parts make up the whole.</param>
public sealed record PassDuty(Guid RequestKey, Guid ObligationId, PassDraft Draft);

/// <summary>What came of it: how many parts were passed and whether anything changed, or the rules that stand against it.</summary>
public sealed record PassResult(int Passed, bool Changed, IReadOnlyList<RuleViolation> Violations);

/// <summary>Passes a district's duties down and takes parts back. One call is one transaction and one line of the district's audit trail.</summary>
public sealed class DistrictService(GovDbContext db, BeijingClock clock)
{
    /// <summary>Passes a duty to sub-units, and sets how the parts make up the whole. Naming no sub-unit changes only that.</summary>
    /// <exception cref="KeyNotFoundException">The duty or a sub-unit is not the district's own.</exception>
    public Task<PassResult> PassAsync(PassDuty request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return db.InTransactionAsync(() => PassOnceAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Takes a part back: the sub-unit no longer owes it, and the roll-up goes by those that are left.</summary>
    /// <returns>The rule that stands against it; <see langword="null"/> when it is taken back, also when it was already.</returns>
    /// <exception cref="KeyNotFoundException">The duty or the sub-unit is not the district's own, or never had a part of it.</exception>
    public async Task<RuleViolation?> TakeBackAsync(Guid obligationId, Guid unitId, string? reason, CancellationToken cancellationToken)
    {
        var why = PlainText.Lines(reason);
        if (why.Length is 0 or > DutyPass.NoteLength)
        {
            return new RuleViolation(why.Length == 0 ? "TakeBackReasonMissing" : "NoteTooLong", "Reason", DutyPass.NoteLength);
        }

        return await db.InTransactionAsync(async () =>
        {
            await db.LockPartsAsync(obligationId, cancellationToken);
            var parts = await db.DutyParts.AsNoTracking()
                .Where(part => part.ObligationId == obligationId && part.SubUnitId == unitId).ToListAsync(cancellationToken);
            if (parts.Count == 0)
            {
                throw new KeyNotFoundException("No such part.");
            }

            if (parts.Find(part => part.TakenBackAt is null) is { } part)
            {
                var now = clock.Now;
                await CallAsync($"SELECT gov.take_back_duty({obligationId}, {unitId}, {why}, {db.Scope.PersonId}, {Actor}, {now}) AS \"Value\"", cancellationToken);
                db.Record(PassActions.TakenBack, obligationId, now, new { SubUnit = unitId, Part = part.PartObligationId, Reason = why });
                await db.SaveChangesAsync(cancellationToken);
            }

            return (RuleViolation?)null;
        }, cancellationToken);
    }

    private string Actor => db.Scope.PersonName ?? "";

    private async Task<PassResult> PassOnceAsync(PassDuty request, CancellationToken cancellationToken)
    {
        // A form sent twice at one moment waits for itself, and two people who pass the same duty down for each other.
        await db.LockPartsAsync(request.ObligationId, cancellationToken);
        var sent = await db.DutyParts.CountAsync(part => part.RequestKey == request.RequestKey, cancellationToken);
        if (sent > 0)
        {
            return new PassResult(sent, Changed: true, []);
        }

        var now = clock.Now;
        var today = BeijingTime.DateOf(now);
        var held = await db.DutyParts.Where(part => part.ObligationId == request.ObligationId && part.TakenBackAt == null).ToListAsync(cancellationToken);
        var whole = await WholeAsync(request.ObligationId, [.. held.Select(part => part.SubUnitId)], now, cancellationToken);
        await CheckUnitsAsync(request.Draft.Units, today, cancellationToken);
        var violations = PassRules.Check(request.Draft, whole, today).ToList();
        if (violations.Count > 0)
        {
            return new PassResult(0, Changed: false, violations);
        }

        var changed = await SetRollUpAsync(request, held, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var unit in request.Draft.Units)
        {
            await PassAsync(request, unit, whole, now, cancellationToken);
        }

        if (changed)
        {
            await db.Database.ExecuteSqlAsync($"SELECT gov.roll_up_own_duty({request.ObligationId}, {now})", cancellationToken);
        }

        changed |= request.Draft.Units.Count > 0;
        if (changed)
        {
            var draft = request.Draft;
            db.Record(draft.Units.Count > 0 ? PassActions.Passed : PassActions.RollUpChanged, request.ObligationId, now, new { draft.Units, RollUp = EnumWords.ToWord(draft.RollUp), draft.Chosen, draft.Note });
            await db.SaveChangesAsync(cancellationToken);
        }

        return new PassResult(request.Draft.Units.Count, changed, []);
    }

    private async Task<DutyToPass> WholeAsync(Guid obligationId, IReadOnlyCollection<Guid> heldBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await db.ObligationsAt(BeijingTime.EndOf(BeijingTime.DateOf(now)), now, now)
            .SingleOrDefaultAsync(found => found.Id == obligationId, cancellationToken)
            ?? throw new KeyNotFoundException("No such duty.");
        return new DutyToPass(row.WindowStart, row.DueAt, row.State, heldBy);
    }

    private async Task CheckUnitsAsync(IReadOnlyList<UnitDraft> drafts, DateOnly today, CancellationToken cancellationToken)
    {
        var own = await new SubUnitQueries(db).AllAsync(today, cancellationToken);
        if (drafts.Any(draft => !own.Any(unit => unit.Id == draft.UnitId && unit.Exists)))
        {
            throw new KeyNotFoundException("No such sub-unit.");
        }
    }

    // Returns whether what fulfils the whole may have changed for the parts that are there already.
    private async Task<bool> SetRollUpAsync(PassDuty request, List<DutyPart> held, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = request.Draft;
        var note = string.IsNullOrEmpty(draft.Note) ? null : draft.Note;
        var pass = await db.DutyPasses.SingleOrDefaultAsync(row => row.ObligationId == request.ObligationId, cancellationToken);
        if (pass is null)
        {
            db.DutyPasses.Add(new DutyPass
            {
                AgencyId = db.Scope.RequiredAgencyId,
                ObligationId = request.ObligationId,
                RollUp = draft.RollUp,
                Note = note,
                PassedAt = now,
                PassedByName = Actor,
            });
            return false;
        }

        var changed = pass.RollUp != draft.RollUp;
        pass.RollUp = draft.RollUp;
        if (draft.Units.Count > 0)
        {
            pass.Note = note;
        }

        foreach (var part in held.Where(part => part.IsChosen != draft.Chosen.Contains(part.SubUnitId)))
        {
            part.IsChosen = !part.IsChosen;
            changed = true;
        }

        return changed;
    }

    private async Task PassAsync(PassDuty request, UnitDraft unit, DutyToPass whole, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var dueOn = unit.DueOn!.Value;
        var passed = await CallAsync(
            $"""
            SELECT gov.pass_duty({request.ObligationId}, {unit.UnitId}, {Guid.CreateVersion7()}, {request.RequestKey}, {whole.DueAtOf(dueOn)}, {dueOn},
              {request.Draft.Chosen.Contains(unit.UnitId)}, {request.Draft.Note}, {db.Scope.PersonId}, {Actor}, {now}) AS "Value"
            """, cancellationToken);
        if (!passed)
        {
            throw new InvalidOperationException("The database refused a part that the rules allow.");
        }
    }

    private async Task<bool> CallAsync(FormattableString sql, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<bool>(sql).ToListAsync(cancellationToken)).Single();
}
