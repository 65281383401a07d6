using GovDisclosure.Data.Audit;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>A succession that somebody enters.</summary>
/// <param name="Predecessors">The agencies that end.</param>
/// <param name="SuccessorId">The agency that takes their place, where the register has it.</param>
/// <param name="SuccessorName">Its short name, where the register does not have it yet.</param>
/// <param name="EffectiveFrom">The first day on which it does.</param>
/// <param name="Note">What was decided.</param>
public sealed record NewSuccession(IReadOnlyList<Guid> Predecessors, Guid? SuccessorId, string SuccessorName, DateOnly EffectiveFrom, string Note);

/// <summary>What carrying out a succession came to.</summary>
/// <param name="Violations">The rules that stand against it; none where it was done.</param>
/// <param name="Counts">What passed; <see langword="null"/> where it had been carried out before.</param>
public sealed record CarryOutOutcome(IReadOnlyList<RuleViolation> Violations, CarriedOut? Counts = null);

/// <summary>What passed to a successor.</summary>
public sealed record CarriedOut(int Predecessors, int Duties, int Triggers, int Cases, int Requests);

/// <summary>Enters, withdraws and carries out that an agency takes the place of others. One call is one transaction.</summary>
public sealed class SuccessionService(GovDbContext db, BeijingClock clock)
{
    private const string Lock = "successions";

    /// <summary>Enters a succession for each predecessor. The same again changes nothing.</summary>
    public Task<Outcome> EnterAsync(NewSuccession request, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => EnterOnceAsync(request, cancellationToken), cancellationToken);

    /// <summary>Withdraws a succession that was entered by mistake and is not carried out.</summary>
    /// <exception cref="KeyNotFoundException">There is no such succession.</exception>
    public Task<Outcome> WithdrawAsync(Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync(Lock, cancellationToken);
            var row = await FindAsync(id, cancellationToken);
            if (row.WithdrawnAt is not null)
            {
                return Outcome.Done(id);
            }

            if (row.CarriedOutAt is not null)
            {
                return Outcome.Refused(new RuleViolation("SuccessionCarriedOut"));
            }

            row.WithdrawnAt = clock.Now;
            row.WithdrawnByName = db.Scope.PersonName;
            db.Record(AuditActions.SuccessionWithdrawn, id, clock.Now, Facts(row));
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done(id);
        },
        cancellationToken);

    /// <summary>Carries out a succession with all of the same successor and day. Again, it changes nothing.</summary>
    /// <exception cref="KeyNotFoundException">There is no such succession.</exception>
    public Task<CarryOutOutcome> CarryOutAsync(Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync(Lock, cancellationToken);
            await db.LockAsync(AgencyService.RegisterLock, cancellationToken);
            await db.LinkSuccessionsAsync(cancellationToken);
            var row = await FindAsync(id, cancellationToken);
            if (row.CarriedOutAt is not null)
            {
                return new CarryOutOutcome([]);
            }

            var violations = await CheckAsync(row, cancellationToken);
            if (violations.Count > 0)
            {
                return new CarryOutOutcome(violations);
            }

            var counts = await db.Database.SqlQuery<CarriedOut>(
                $"SELECT * FROM gov.carry_out_succession({id}, {db.Scope.PersonId}, {db.Scope.PersonName ?? ""}, {clock.Now})").ToListAsync(cancellationToken);
            db.Record(
                AuditActions.SuccessionCarriedOut, id, clock.Now,
                new { Predecessor = row.PredecessorName, Successor = row.SuccessorName, row.EffectiveFrom, counts[0].Predecessors, counts[0].Duties, counts[0].Triggers, counts[0].Cases, counts[0].Requests });
            await db.SaveChangesAsync(cancellationToken);
            return new CarryOutOutcome([], counts[0]);
        },
        cancellationToken);

    /// <summary>The rules that stand against carrying a succession out now.</summary>
    /// <exception cref="KeyNotFoundException">There is no such succession.</exception>
    public async Task<IReadOnlyList<RuleViolation>> CheckAsync(Guid id, CancellationToken cancellationToken) =>
        await CheckAsync(await FindAsync(id, cancellationToken), cancellationToken);

    private async Task<List<RuleViolation>> CheckAsync(AgencySuccession row, CancellationToken cancellationToken)
    {
        if (row.WithdrawnAt is not null)
        {
            return [new RuleViolation("SuccessionWithdrawn")];
        }

        var standing = await StandingAsync(cancellationToken);
        var olds = await db.AgencySuccessions.AsNoTracking()
            .Where(other => other.SuccessorName == row.SuccessorName && other.EffectiveFrom == row.EffectiveFrom && other.CarriedOutAt == null && other.WithdrawnAt == null)
            .Select(other => other.PredecessorId).ToListAsync(cancellationToken);
        var successor = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == row.SuccessorId, cancellationToken);
        var facts = new SuccessionFacts(
            row.EffectiveFrom,
            [.. olds.OfType<Guid>().Select(Key)],
            olds.Contains(null),
            successor is null ? null : Key(successor.Id),
            successor?.ValidTo,
            await db.Agencies.AnyAsync(
                unit => unit.ParentId != null && olds.Contains(unit.ParentId) && (unit.ValidTo == null || unit.ValidTo >= row.EffectiveFrom), cancellationToken));
        return [.. SuccessionRules.CheckCarryOut(facts, standing, clock.Today)];
    }

    private async Task<Outcome> EnterOnceAsync(NewSuccession request, CancellationToken cancellationToken)
    {
        await db.LockAsync(Lock, cancellationToken);
        await db.LinkSuccessionsAsync(cancellationToken);
        var ids = request.Predecessors.Distinct().ToArray();
        var olds = await db.Agencies.AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Code).ToListAsync(cancellationToken);
        var next = await db.Agencies.AsNoTracking()
            .SingleOrDefaultAsync(row => request.SuccessorId == null ? row.ShortName == request.SuccessorName : row.Id == request.SuccessorId, cancellationToken);
        if (olds.Count == 0 || olds.Count < ids.Length)
        {
            return Outcome.Refused(new RuleViolation("PredecessorMissing", nameof(SuccessionDraft.Predecessors)));
        }

        if (next is null && (request.SuccessorId is not null || request.SuccessorName.Length is 0 or > AgencyRules.ShortNameLength))
        {
            return Outcome.Refused(new RuleViolation("SuccessorMissing", nameof(SuccessionDraft.Successor)));
        }

        if (olds.Append(next).Any(agency => agency?.ParentId is not null))
        {
            return Outcome.Refused(new RuleViolation("SubUnitSuccession", nameof(SuccessionDraft.Predecessors)));
        }

        // The same form twice, or the same again.
        var name = next?.ShortName ?? request.SuccessorName;
        var same = await db.AgencySuccessions.AsNoTracking()
            .Where(row => ids.Contains(row.PredecessorId!.Value) && row.SuccessorName == name && row.EffectiveFrom == request.EffectiveFrom && row.WithdrawnAt == null)
            .ToListAsync(cancellationToken);
        if (same.Count == ids.Length)
        {
            return Outcome.Done(same[0].Id);
        }

        var successor = next is null ? name : Key(next.Id);
        var violations = SuccessionRules.Check(
            new SuccessionDraft([.. olds.Select(old => Key(old.Id))], successor, request.EffectiveFrom, request.Note), await StandingAsync(cancellationToken)).ToList();
        if (olds.Max(old => old.ValidFrom) is { } first && first >= request.EffectiveFrom)
        {
            violations.Add(new RuleViolation("BeforeItsOwnBeginning", nameof(SuccessionDraft.EffectiveFrom), first));
        }

        if (violations.Count > 0)
        {
            return Outcome.Refused(violations);
        }

        var rows = olds.ConvertAll(old => new AgencySuccession
        {
            PredecessorName = old.ShortName,
            PredecessorId = old.Id,
            SuccessorName = name,
            SuccessorId = next?.Id,
            EffectiveFrom = request.EffectiveFrom,
            Note = request.Note,
            Source = "entered by " + (db.Scope.PersonName ?? ""),
            RecordedAt = clock.Now,
        });
        db.AgencySuccessions.AddRange(rows);
        foreach (var row in rows)
        {
            db.Record(AuditActions.SuccessionEntered, row.Id, clock.Now, Facts(row));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done(rows[0].Id);
    }

    private static object Facts(AgencySuccession row) => new { Predecessor = row.PredecessorName, Successor = row.SuccessorName, row.EffectiveFrom };

    private static string Key(Guid id) => id.ToString();

    private async Task<AgencySuccession> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.AgencySuccessions.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new KeyNotFoundException("No such succession.");

    // A city has some dozens in ten years: all of them at once.
    private async Task<IReadOnlyList<SuccessionLink>> StandingAsync(CancellationToken cancellationToken) =>
        [.. (await db.AgencySuccessions.AsNoTracking().Where(row => row.WithdrawnAt == null).ToListAsync(cancellationToken)).Select(row => new SuccessionLink(
            row.PredecessorId is { } old ? Key(old) : row.PredecessorName, row.SuccessorId is { } next ? Key(next) : row.SuccessorName,
            row.EffectiveFrom, row.CarriedOutAt is not null))];
}

/// <summary>Finds the agencies of the register behind the names of successions.</summary>
internal static class SuccessionLinks
{
    /// <summary>Where the register has got an agency that a succession only named, the succession is about that agency from now on.</summary>
    public static async Task LinkSuccessionsAsync(this GovDbContext db, CancellationToken cancellationToken)
    {
        await db.AgencySuccessions.Where(row => row.PredecessorId == null && row.WithdrawnAt == null && db.Agencies.Any(agency => agency.ShortName == row.PredecessorName))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.PredecessorId, row => db.Agencies.Where(agency => agency.ShortName == row.PredecessorName).Select(agency => (Guid?)agency.Id).Single()),
                cancellationToken);
        await db.AgencySuccessions.Where(row => row.SuccessorId == null && row.WithdrawnAt == null && db.Agencies.Any(agency => agency.ShortName == row.SuccessorName))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.SuccessorId, row => db.Agencies.Where(agency => agency.ShortName == row.SuccessorName).Select(agency => (Guid?)agency.Id).Single()),
                cancellationToken);
    }
}
