using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Reviews;

/// <summary>What came of accepting many: how many were, and how many could not be.</summary>
public sealed record AcceptResult(int Accepted, int LeftOut);

/// <summary>The municipal office accepts and returns disclosures. One call is one transaction and one line of the audit trail.</summary>
public sealed class ReviewService(GovDbContext db, BeijingClock clock)
{
    /// <summary>The key that whoever changes the standing of a disclosure waits for.</summary>
    internal static string LockKey(Guid disclosureId) => $"disclosure:{disclosureId}";

    /// <summary>Accepts or returns one. A returned one no longer counts, at once.</summary>
    /// <returns>The rules that stand against it; none when it is reviewed.</returns>
    /// <exception cref="KeyNotFoundException">There is no such disclosure.</exception>
    public Task<IReadOnlyList<RuleViolation>> ReviewAsync(
        Guid disclosureId, ReviewOutcome? outcome, string? reason, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => ReviewOnceAsync(disclosureId, outcome, PlainText.Lines(reason), cancellationToken), cancellationToken);

    /// <summary>Accepts those of the chosen that nobody has looked at; the others are left as they are.</summary>
    /// <exception cref="KeyNotFoundException">One of them does not exist.</exception>
    public Task<AcceptResult> AcceptAsync(IReadOnlyCollection<Guid> disclosureIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(disclosureIds);
        return db.InTransactionAsync(
            () => AcceptOnceAsync([.. disclosureIds.Distinct().Order().Take(ReviewRules.MostAtOnce)], cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<RuleViolation>> ReviewOnceAsync(
        Guid disclosureId, ReviewOutcome? outcome, string reason, CancellationToken cancellationToken)
    {
        await db.LockAsync(LockKey(disclosureId), cancellationToken);
        var (disclosure, outcomes) = await FindAsync(disclosureId, cancellationToken);
        var violations = ReviewRules.Check(outcome, reason, Facts(disclosure, outcomes)).ToList();
        if (violations.Count > 0)
        {
            return violations;
        }

        var now = clock.Now;
        var isReturn = outcome == ReviewOutcome.Returned;
        db.DisclosureReviews.Add(New(disclosure, outcome!.Value, isReturn ? reason : null, now));
        db.Record(isReturn ? "disclosure.returned" : "disclosure.accepted", disclosure.Id, now, new { disclosure.AgencyId, disclosure.Title, Reason = reason });
        await db.SaveChangesAsync(cancellationToken);
        if (isReturn)
        {
            await db.Database.SqlQuery<int>($"""SELECT gov.end_fulfilments({disclosure.AgencyId}, {disclosure.Id}, {now}) AS "Value" """).ToListAsync(cancellationToken);
        }

        return [];
    }

    private async Task<AcceptResult> AcceptOnceAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        // In one order, so that two sets that overlap cannot wait for each other.
        foreach (var id in ids)
        {
            await db.LockAsync(LockKey(id), cancellationToken);
        }

        var disclosures = await Disclosures().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        if (disclosures.Count != ids.Count)
        {
            throw new KeyNotFoundException("No such disclosure.");
        }

        var reviews = (await db.DisclosureReviews.IgnoreQueryFilters([GovDbContext.TenantFilter]).AsNoTracking()
            .Where(row => ids.Contains(row.DisclosureId)).ToListAsync(cancellationToken)).ToLookup(row => row.DisclosureId, row => row.Outcome);
        var accepted = disclosures.FindAll(row => !ReviewRules.Check(ReviewOutcome.Accepted, "", Facts(row, [.. reviews[row.Id]])).Any());
        if (accepted.Count > 0)
        {
            var now = clock.Now;
            db.DisclosureReviews.AddRange(accepted.Select(row => New(row, ReviewOutcome.Accepted, null, now)));
            db.Record("disclosure.accepted", accepted[0].Id, now, new { Disclosures = accepted.Select(row => row.Id) });
            await db.SaveChangesAsync(cancellationToken);
        }

        return new(accepted.Count, ids.Count - accepted.Count);
    }

    private async Task<(Disclosure Disclosure, IReadOnlyList<ReviewOutcome> Outcomes)> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var disclosure = await Disclosures().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw new KeyNotFoundException("No such disclosure.");
        return (disclosure, await db.DisclosureReviews.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(row => row.AgencyId == disclosure.AgencyId && row.DisclosureId == id).Select(row => row.Outcome).ToListAsync(cancellationToken));
    }

    private ReviewedDisclosure Facts(Disclosure disclosure, IReadOnlyCollection<ReviewOutcome> outcomes) =>
        new(disclosure.WithdrawnAt is not null, outcomes, disclosure.LoggedById is { } logger && logger == db.Scope.PersonId);

    private DisclosureReview New(Disclosure disclosure, ReviewOutcome outcome, string? reason, DateTimeOffset now) => new()
    {
        AgencyId = disclosure.AgencyId,
        DisclosureId = disclosure.Id,
        Outcome = outcome,
        Reason = reason,
        ReviewedAt = now,
        ReviewedById = db.Scope.PersonId,
        ReviewedByName = db.Scope.PersonName ?? "",
    };

    private IQueryable<Disclosure> Disclosures() => db.Disclosures.IgnoreQueryFilters([GovDbContext.TenantFilter]);
}
