using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Reviews;

/// <summary>
/// Reads disclosures with what the municipal office said about them. What begins with All lifts the tenant's filter by name, for the office;
/// row security lets only the office's login see more than one agency.
/// </summary>
public sealed class ReviewQueries(GovDbContext db)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 30;

    /// <summary>The most rows that one export has.</summary>
    public const int MostExported = 10_000;

    /// <summary>A page of every agency's disclosures, those that came in last first.</summary>
    public Task<ListPage<ReviewRow>> AllPageAsync(ReviewFilter filter, InstantPage page, CancellationToken cancellationToken) =>
        OfState(Filtered(filter), filter.State).NewestFirstAsync(page, PageSize, cancellationToken);

    /// <summary>Every row of the list, for the export.</summary>
    public async Task<IReadOnlyList<ReviewRow>> AllAsync(ReviewFilter filter, CancellationToken cancellationToken) =>
        await OfState(Filtered(filter), filter.State).OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Take(MostExported).ToListAsync(cancellationToken);

    /// <summary>How many stand where, under the filter but for its state.</summary>
    public async Task<IReadOnlyDictionary<ReviewState, int>> AllCountsAsync(ReviewFilter filter, CancellationToken cancellationToken)
    {
        var groups = await Filtered(filter)
            .GroupBy(row => new { row.IsWithdrawn, row.IsAccepted, row.IsReturned })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return groups.GroupBy(group => ReviewRules.StateOf(group.Key.IsWithdrawn, group.Key.IsAccepted, group.Key.IsReturned))
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
    }

    /// <summary>Any agency's disclosure; <see langword="null"/> where there is none with this identity.</summary>
    public async Task<ReviewedDetail?> AllFindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from disclosure in db.Disclosures
            join agency in db.Agencies on disclosure.AgencyId equals agency.Id
            where disclosure.Id == id
            select new { Disclosure = disclosure, agency.ShortName, agency.EnglishName })
            .IgnoreQueryFilters([GovDbContext.TenantFilter]).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var agencyId = found.Disclosure.AgencyId;
        return new ReviewedDetail(
            found.ShortName,
            found.EnglishName,
            found.Disclosure,
            await DisclosureQueries.FulfilledBy(db, agencyId, id).IgnoreQueryFilters([GovDbContext.TenantFilter]).ToListAsync(cancellationToken),
            await ReviewsOf(agencyId, id).IgnoreQueryFilters([GovDbContext.TenantFilter]).ToListAsync(cancellationToken));
    }

    /// <summary>What the office said about one of the agency's own disclosures, oldest first.</summary>
    public async Task<IReadOnlyList<DisclosureReview>> AboutAsync(Guid disclosureId, CancellationToken cancellationToken) =>
        await ReviewsOf(db.Scope.RequiredAgencyId, disclosureId).ToListAsync(cancellationToken);

    /// <summary>The agency's own returned disclosures that leave a duty open, newest first; of one duty where one is named.</summary>
    public async Task<IReadOnlyList<ReturnedDisclosure>> ReturnedAsync(Guid? obligationId, int most, CancellationToken cancellationToken)
    {
        return await (
            from review in db.DisclosureReviews
            where review.Outcome == ReviewOutcome.Returned
            join disclosure in db.Disclosures on review.DisclosureId equals disclosure.Id
            where db.Fulfilments.Any(ended => ended.DisclosureId == disclosure.Id && (obligationId == null || ended.ObligationId == obligationId)
                && db.ObligationStandings.Any(standing => standing.ObligationId == ended.ObligationId && standing.ValidTo == null && standing.Disposition == ObligationDisposition.Open)
                && !db.Fulfilments.Any(other => other.ObligationId == ended.ObligationId && other.ValidTo == null))
            orderby review.ReviewedAt descending, review.Id
            select new ReturnedDisclosure(disclosure.Id, disclosure.Title, review.Reason ?? "", review.ReviewedAt, review.ReviewedByName))
            .Take(most).ToListAsync(cancellationToken);
    }

    private IQueryable<DisclosureReview> ReviewsOf(Guid agencyId, Guid disclosureId) =>
        db.DisclosureReviews.AsNoTracking().Where(review => review.AgencyId == agencyId && review.DisclosureId == disclosureId)
            .OrderBy(review => review.ReviewedAt).ThenBy(review => review.Id);

    private IQueryable<ReviewRow> Filtered(ReviewFilter filter)
    {
        IQueryable<Disclosure> disclosures = db.Disclosures;
        if (filter.AgencyId is { } agencyId)
        {
            disclosures = disclosures.Where(row => row.AgencyId == agencyId);
        }

        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var pattern = LikePattern.Containing(filter.Words);
            disclosures = disclosures.Where(row =>
                EF.Functions.ILike(row.Title, pattern, LikePattern.Escape) || EF.Functions.ILike(row.Address, pattern, LikePattern.Escape));
        }

        if (filter.Section is { } section)
        {
            disclosures = disclosures.Where(row => (
                from fulfilment in db.Fulfilments
                where fulfilment.AgencyId == row.AgencyId && fulfilment.DisclosureId == row.Id
                join obligation in db.Obligations
                    on new { fulfilment.AgencyId, Id = fulfilment.ObligationId } equals new { obligation.AgencyId, obligation.Id }
                join task in db.Tasks on obligation.TaskId equals task.Id
                where section == 0 ? task.SectionId == null : db.PlanSections.Any(found => found.Id == task.SectionId && found.Ordinal == section)
                select task.Id).Any());
        }

        return Rows(disclosures).IgnoreQueryFilters([GovDbContext.TenantFilter]);
    }

    private IQueryable<ReviewRow> Rows(IQueryable<Disclosure> disclosures) =>
        from disclosure in disclosures
        join agency in db.Agencies on disclosure.AgencyId equals agency.Id
        select new ReviewRow
        {
            Id = disclosure.Id,
            At = disclosure.LoggedAt,
            AgencyId = disclosure.AgencyId,
            AgencyName = agency.ShortName,
            AgencyNameEnglish = agency.EnglishName,
            Title = disclosure.Title,
            Address = disclosure.Address,
            PublishedAt = disclosure.PublishedAt,
            HasTime = disclosure.HasTime,
            LoggedByName = disclosure.LoggedByName,
            IsSample = disclosure.IsSample,
            IsWithdrawn = disclosure.WithdrawnAt != null,
            IsAccepted = db.DisclosureReviews.Any(review =>
                review.AgencyId == disclosure.AgencyId && review.DisclosureId == disclosure.Id && review.Outcome == ReviewOutcome.Accepted),
            IsReturned = db.DisclosureReviews.Any(review =>
                review.AgencyId == disclosure.AgencyId && review.DisclosureId == disclosure.Id && review.Outcome == ReviewOutcome.Returned),
        };

    private static IQueryable<ReviewRow> OfState(IQueryable<ReviewRow> rows, ReviewState? state) => state switch
    {
        ReviewState.NotReviewed => rows.Where(row => !row.IsWithdrawn && !row.IsAccepted && !row.IsReturned),
        ReviewState.Accepted => rows.Where(row => !row.IsWithdrawn && row.IsAccepted && !row.IsReturned),
        ReviewState.Returned => rows.Where(row => row.IsReturned),
        ReviewState.Withdrawn => rows.Where(row => row.IsWithdrawn && !row.IsReturned),
        _ => rows,
    };
}
