using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>How a case is published: on the portal, whose own page is the publication, or on the agency's page, to which the portal's leads.</summary>
/// <param name="RequestKey">Made when the form was shown; the same form sent twice is one publication.</param>
/// <param name="Channel">Where.</param>
/// <param name="ExternalAddress">The agency's page; <see langword="null"/> where the portal's page is the publication.</param>
/// <param name="PublishedOn">The Beijing date on which the agency's page came out.</param>
/// <param name="Part">The words published instead, where a part is exempt.</param>
/// <param name="Fingerprint">Names the copy that was seen in the preview.</param>
public sealed record PublishCase(
    Guid RequestKey, DisclosureChannel? Channel, string? ExternalAddress, DateOnly? PublishedOn, PartWords? Part, string? Fingerprint);

/// <summary>What came of it.</summary>
/// <param name="PublishedId">The published case; <see langword="null"/> where something stands against it.</param>
/// <param name="Violations">What stands against it.</param>
public sealed record PublishResult(Guid? PublishedId, IReadOnlyList<RuleViolation> Violations)
{
    internal static PublishResult Refused(params IReadOnlyList<RuleViolation> violations) => new(null, violations);
}

/// <summary>Publishes cases and takes them down. One call is one transaction and one line of the audit trail.</summary>
public sealed class CasePublicationService(GovDbContext db, BeijingClock clock)
{
    /// <summary>The address of a published case below the portal's own.</summary>
    public static string PathOf(Guid publishedId) => $"/cases/{publishedId}";

    /// <summary>Publishes a case and fulfils what its decision started, at the instant of publication.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="request">How.</param>
    /// <param name="portalAddress">The portal's public address, by configuration and never by what a browser says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">The agency has no such case.</exception>
    public async Task<PublishResult> PublishAsync(Guid caseId, PublishCase request, Uri portalAddress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(portalAddress);
        return await db.InTransactionAsync(() => PublishOnceAsync(caseId, request, portalAddress, cancellationToken), cancellationToken);
    }

    /// <summary>Takes a published case down; its page says so from then on.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="reason">Why.</param>
    /// <param name="wasMistake">Whether it should not have been published, so that it never counted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rule that stands against it; <see langword="null"/> when it is down.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such case.</exception>
    public async Task<RuleViolation?> TakeDownAsync(Guid caseId, string? reason, bool wasMistake, CancellationToken cancellationToken)
    {
        var why = PlainText.Lines(reason);
        return Triggers.CheckReason(why) is { } violation
            ? violation
            : await db.InTransactionAsync(() => TakeDownOnceAsync(caseId, why, wasMistake, cancellationToken), cancellationToken);
    }

    private async Task<PublishResult> PublishOnceAsync(Guid caseId, PublishCase request, Uri portalAddress, CancellationToken cancellationToken)
    {
        await db.LockAsync($"case/{caseId}", cancellationToken);
        // What is closed never moves: a change of the calendar waits for what is being closed.
        await db.ShareCalendarAsync(cancellationToken);
        var found = await db.PenaltyCases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == caseId, cancellationToken) ?? throw new KeyNotFoundException("No such case.");
        var trigger = await db.TriggerEvents.AsNoTracking().SingleAsync(row => row.Id == found.TriggerId, cancellationToken);
        var standing = await db.PublishedCases.AsNoTracking().SingleOrDefaultAsync(
            row => row.AgencyId == found.AgencyId && row.CaseId == caseId && row.TakenDownAt == null, cancellationToken);
        if (standing is not null)
        {
            var isSame = await db.Disclosures.AnyAsync(row => row.Id == standing.DisclosureId && row.RequestKey == request.RequestKey, cancellationToken);
            return isSame ? new PublishResult(standing.Id, []) : PublishResult.Refused(new RuleViolation("AlreadyPublished"));
        }

        if (await db.Disclosures.AnyAsync(row => row.RequestKey == request.RequestKey, cancellationToken))
        {
            // The form of a publication that was taken down since.
            return PublishResult.Refused(new RuleViolation("FormUsed"));
        }

        var now = clock.Now;
        var exemptions = await db.CaseExemptions.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(cancellationToken);
        if (StandsAgainst(trigger, exemptions) is { } against)
        {
            return PublishResult.Refused(against);
        }

        var draft = CaseFacts.DraftOf(found, trigger);
        var ground = exemptions.FindLast(row => row is { Approved: true, Scope: ExemptionScope.Part })?.Ground;
        var part = ground is null ? null : request.Part?.Cleaned() ?? PartWords.Of(draft);
        var copy = CaseCopy.Of(draft, part, ground);
        var publishedId = Guid.CreateVersion7();
        var address = request.ExternalAddress is { } external ? PlainText.OneLine(external) : portalAddress.AbsoluteUri.TrimEnd('/') + PathOf(publishedId);
        var isHere = request.ExternalAddress is null;
        var publication = new DisclosureDraft(
            copy.Title, address, isHere ? BeijingTime.DateOf(now) : request.PublishedOn ?? default, isHere ? BeijingTime.TimeOf(now) : null, request.Channel, null);
        var targets = await TargetsAsync(trigger, cancellationToken);
        List<RuleViolation> violations = [.. CheckCopy(copy, draft, part, ground), .. CheckPublication(request, publication, targets, now)];
        if (violations.Count == 0 && request.Fingerprint != copy.Fingerprint)
        {
            violations.Add(new RuleViolation("PreviewChanged"));
        }

        if (violations.Count > 0)
        {
            return PublishResult.Refused(violations);
        }

        Write(found, copy, publication, targets, request, publishedId, isHere ? null : address, now);
        db.Record("case.published", caseId, now, new { trigger.Reference, publication.Address, publication.PublishedAt, PublishedId = publishedId, IsPartial = ground is not null });
        await db.SaveChangesAsync(cancellationToken);
        return new PublishResult(publishedId, []);
    }

    private static RuleViolation? StandsAgainst(TriggerEvent trigger, List<CaseExemption> exemptions) =>
        trigger.CancelledAt is not null ? new RuleViolation("Cancelled")
        : exemptions.Exists(row => row is { Approved: true, Scope: ExemptionScope.Whole }) ? new RuleViolation("AlreadyExempt")
        : exemptions.Exists(row => row.DecidedAt is null) ? new RuleViolation("ExemptionWaiting")
        : null;

    private static IEnumerable<RuleViolation> CheckCopy(CaseCopy copy, CaseDraft draft, PartWords? part, ExemptionGround? ground)
    {
        foreach (var violation in part?.Check() ?? [])
        {
            yield return violation with { Field = $"Part.{violation.Field}" };
        }

        if (part is not null && copy.SaysTheSameAs(CaseCopy.Of(draft, null, ground)))
        {
            yield return new RuleViolation("PartUnchanged", "Part.Facts");
        }
    }

    private static IEnumerable<RuleViolation> CheckPublication(
        PublishCase request, DisclosureDraft publication, IReadOnlyList<DisclosureTarget> targets, DateTimeOffset now)
    {
        if (request.Channel is null)
        {
            yield return new RuleViolation("ChannelMissing", nameof(PublishCase.Channel));
        }

        if (request is { ExternalAddress: not null, PublishedOn: null })
        {
            yield return new RuleViolation("PublishedOnMissing", nameof(PublishCase.PublishedOn));
            yield break;
        }

        foreach (var violation in DisclosureRules.Check(publication, targets, now))
        {
            yield return violation.Field == nameof(DisclosureDraft.Address) ? violation with { Field = nameof(PublishCase.ExternalAddress) } : violation;
        }
    }

    private void Write(
        PenaltyCase found, CaseCopy copy, DisclosureDraft publication, IReadOnlyList<DisclosureTarget> targets, PublishCase request, Guid publishedId,
        string? externalAddress, DateTimeOffset now)
    {
        var disclosure = new Disclosure
        {
            AgencyId = found.AgencyId,
            RequestKey = request.RequestKey,
            Title = publication.Title,
            Address = publication.Address,
            Channel = publication.Channel,
            PublishedAt = externalAddress is null ? now : publication.PublishedAt,
            HasTime = externalAddress is null,
            LoggedAt = now,
            LoggedById = db.Scope.PersonId,
            LoggedByName = db.Scope.PersonName ?? "",
        };
        db.Disclosures.Add(disclosure);
        db.Fulfilments.AddRange(targets.Select(target => new Fulfilment
        {
            AgencyId = found.AgencyId,
            ObligationId = target.ObligationId,
            DisclosureId = disclosure.Id,
            ValidFrom = now,
            PublishedAt = disclosure.PublishedAt,
        }));
        db.PublishedCases.Add(PublishedCopies.Make(found, copy, disclosure, publishedId, externalAddress));
    }

    private async Task<RuleViolation?> TakeDownOnceAsync(Guid caseId, string why, bool wasMistake, CancellationToken cancellationToken)
    {
        await db.LockAsync($"case/{caseId}", cancellationToken);
        var agencyId = db.Scope.RequiredAgencyId;
        if (!await db.PenaltyCases.AnyAsync(row => row.Id == caseId, cancellationToken))
        {
            throw new KeyNotFoundException("No such case.");
        }

        var published = await db.PublishedCases.SingleOrDefaultAsync(row => row.AgencyId == agencyId && row.CaseId == caseId && row.TakenDownAt == null, cancellationToken);
        if (published is null)
        {
            return new RuleViolation("NotPublished");
        }

        var now = clock.Now;
        published.TakenDownAt = now;
        published.TakenDownByName = db.Scope.PersonName;
        published.TakenDownReason = why;
        if (wasMistake)
        {
            await UncountAsync(published.DisclosureId, why, now, cancellationToken);
        }

        db.Record("case.taken_down", caseId, now, new { published.Reference, PublishedId = published.Id, Reason = why, WasMistake = wasMistake });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task UncountAsync(Guid disclosureId, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var disclosure = await db.Disclosures.SingleAsync(row => row.Id == disclosureId, cancellationToken);
        disclosure.WithdrawnAt = now;
        disclosure.WithdrawnByName = db.Scope.PersonName;
        disclosure.WithdrawnReason = why;
        foreach (var fulfilment in await db.Fulfilments.Where(row => row.DisclosureId == disclosureId && row.ValidTo == null).ToListAsync(cancellationToken))
        {
            fulfilment.ValidTo = now > fulfilment.ValidFrom ? now : fulfilment.ValidFrom.AddMicroseconds(1);
        }
    }

    private async Task<List<DisclosureTarget>> TargetsAsync(TriggerEvent trigger, CancellationToken cancellationToken) =>
        await (
            from obligation in db.Obligations
            where obligation.TriggerId == trigger.Id
            join standing in db.ObligationStandings.Where(row => row.ValidTo == null) on obligation.Id equals standing.ObligationId
            select new DisclosureTarget(
                obligation.Id, obligation.WindowStart, trigger.OccurredAt, false, standing.Disposition == ObligationDisposition.Open, null, null))
            .ToListAsync(cancellationToken);
}
