using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>Reads one obligation of the agency that is signed in.</summary>
public sealed class ObligationDetailQuery(GovDbContext db)
{
    /// <summary>Finds the obligation; <see langword="null"/> where the agency has none with this identity.</summary>
    public async Task<ObligationDetail?> FindAsync(Guid id, ViewInstant view, CancellationToken cancellationToken)
    {
        var found = await (
            from obligation in db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
            where obligation.Id == id
            join task in db.Tasks on obligation.TaskId equals task.Id
            join plan in db.WorkPlans on task.PlanId equals plan.Id
            join rule in db.TaskRules on obligation.RuleId equals rule.Id
            from section in db.PlanSections.Where(section => section.Id == task.SectionId).DefaultIfEmpty()
            from subsection in db.PlanSubsections.Where(subsection => subsection.Id == task.SubsectionId).DefaultIfEmpty()
            from trigger in db.TriggerEvents.Where(trigger => trigger.Id == obligation.TriggerId).DefaultIfEmpty()
            select new
            {
                Obligation = obligation,
                Words = new TaskWords(task.Number, task.Title, task.Text, task.Attribution, plan.Year, plan.DocumentNumber,
                    section == null ? null : section.Title, subsection == null ? null : subsection.Title),
                Rule = rule,
                Trigger = trigger,
            }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var earlier = await db.EarlierWordsAsync(found.Obligation.TaskId, cancellationToken);
        var (disclosures, disclosureCount) = await DisclosuresAsync(id, cancellationToken);
        return new ObligationDetail
        {
            Obligation = found.Obligation,
            Task = await db.OfTheTimeAsync(found.Words, found.Obligation.PlanId, found.Rule.SupersededAt, earlier, cancellationToken),
            Rule = found.Rule.Rule,
            Clause = found.Rule.Clause,
            Trigger = found.Trigger,
            Clock = found.Trigger is null ? null : await db.ClockAsync(found.Obligation.AgencyId, id, view.KnownBefore, cancellationToken),
            Choices = await new ChoiceQueries(db).OfTaskAsync(found.Obligation.TaskId, cancellationToken),
            From = await FromAsync(id, view, cancellationToken),
            Peers = await PeersAsync(found.Obligation, view, cancellationToken),
            Continues = await db.Obligations.Where(row => row.Id == id).Select(row => row.ContinuesId).SingleOrDefaultAsync(cancellationToken),
            ContinuedBy = await db.Obligations.Where(row => row.ContinuesId == id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken),
            EarlierWords = earlier,
            Disclosures = disclosures,
            DisclosureCount = disclosureCount,
            History = await HistoryAsync(found.Obligation.AgencyId, id, found.Trigger, cancellationToken),
        };
    }

    // Only an agency can be a sub-unit; the municipal office has nobody above it.
    private async Task<PassedFrom?> FromAsync(Guid id, ViewInstant view, CancellationToken cancellationToken) =>
        db.Scope.Audience == Audience.Agency
            ? (await DistrictQueries.PassedFromAsync(db, [id], view, cancellationToken)).GetValueOrDefault(id)
            : null;

    private async Task<IReadOnlyList<PeerState>> PeersAsync(ObligationRow obligation, ViewInstant view, CancellationToken cancellationToken)
    {
        var peers = await (
            from peer in db.PeersOf(obligation.Id, view.KnownBefore)
            join agency in db.Agencies on peer.PeerId equals agency.Id
            select new { Peer = peer, agency.ShortName, agency.EnglishName }).ToListAsync(cancellationToken);
        var parts = await new DistrictQueries(db).PassedCountsOfPeersAsync(obligation.RuleId, obligation.OccurrenceKey, view, cancellationToken);
        return [.. peers
            .Select(row => new PeerState(
                row.Peer.PeerId, row.ShortName, row.EnglishName, row.Peer.Role,
                ObligationStates.Of(
                    new(row.Peer.OriginalDueAt, row.Peer.DueAt, row.Peer.Disposition, row.Peer.FulfilledAt), view.AsOf, view.DueSoonUntil))
            {
                Parts = parts.GetValueOrDefault(row.Peer.PeerId),
            })
            .OrderBy(peer => peer.Role).ThenBy(peer => peer.ShortName, StringComparer.Ordinal)];
    }

    // The newest, since those say how it stands; the page says how many more there are and leads to the list of all.
    private async Task<(IReadOnlyList<CountedDisclosure> Newest, int Count)> DisclosuresAsync(Guid id, CancellationToken cancellationToken)
    {
        var counting = db.Fulfilments.Where(row => row.ObligationId == id && row.ValidTo == null);
        var newest = await (
            from fulfilment in counting
            join disclosure in db.Disclosures on fulfilment.DisclosureId equals disclosure.Id
            orderby disclosure.PublishedAt descending, disclosure.Id descending
            select new CountedDisclosure(
                disclosure.Id, disclosure.Title, disclosure.Address, disclosure.PublishedAt, disclosure.HasTime, fulfilment.ReportedValue, disclosure.IsSample))
            .Take(ObligationDetail.MostDisclosures + 1)
            .ToListAsync(cancellationToken);
        var count = newest.Count > ObligationDetail.MostDisclosures ? await counting.CountAsync(cancellationToken) : newest.Count;
        return ([.. newest.Take(ObligationDetail.MostDisclosures).Reverse()], count);
    }

    /// <summary>What happened to a duty, oldest first: one's own, or any agency's where the municipal office asks.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryOfAsync(Guid agencyId, Guid obligationId, CancellationToken cancellationToken)
    {
        var trigger = await (
            from obligation in db.Obligations
            where obligation.AgencyId == agencyId && obligation.Id == obligationId
            join found in db.TriggerEvents on new { obligation.AgencyId, Id = obligation.TriggerId } equals new { found.AgencyId, Id = (Guid?)found.Id }
            select found).Reaching(db, agencyId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return await HistoryAsync(agencyId, obligationId, trigger, cancellationToken);
    }

    private async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(
        Guid agencyId, Guid obligationId, TriggerEvent? trigger, CancellationToken cancellationToken)
    {
        var standings = await db.ObligationStandings.Where(row => row.AgencyId == agencyId && row.ObligationId == obligationId)
            .Reaching(db, agencyId).AsNoTracking().ToListAsync(cancellationToken);
        var fulfilments = await (
            from fulfilment in db.Fulfilments
            where fulfilment.AgencyId == agencyId && fulfilment.ObligationId == obligationId
            join disclosure in db.Disclosures
                on new { fulfilment.AgencyId, Id = fulfilment.DisclosureId } equals new { disclosure.AgencyId, disclosure.Id }
            select new { fulfilment.ValidFrom, fulfilment.ValidTo, disclosure.Title, disclosure.PublishedAt, disclosure.HasTime, disclosure.LoggedByName, disclosure.WithdrawnByName, disclosure.WithdrawnReason })
            .Reaching(db, agencyId).ToListAsync(cancellationToken);

        IEnumerable<HistoryEntry> triggered = trigger is null
            ? []
            : [new(HistoryKind.Triggered, trigger.RecordedAt, trigger.RecordedByName, trigger.Title, trigger.OccurredAt, false, trigger.Reference)];
        return [.. triggered
            .Concat(await PassHistory.ReadAsync(db, obligationId, cancellationToken))
            .Concat(standings.Where(row => row.RevisionId is null)
                .Select(row => new HistoryEntry(KindOf(row.Reason), row.ValidFrom, row.ActorName, null, row.DueAt, false, row.Note)))
            .Concat(await db.RevisionsOfAsync(agencyId, obligationId, standings, cancellationToken))
            .Concat(fulfilments.Select(row => new HistoryEntry(
                HistoryKind.DisclosureLogged, row.ValidFrom, row.LoggedByName, row.Title, row.PublishedAt, row.HasTime, null)))
            .Concat(fulfilments.Where(row => row is { ValidTo: not null, WithdrawnReason: not null }).Select(row => new HistoryEntry(
                HistoryKind.DisclosureWithdrawn, row.ValidTo!.Value, row.WithdrawnByName, row.Title, row.PublishedAt, row.HasTime, row.WithdrawnReason)))
            .Concat(await db.ActsOnAsync(agencyId, obligationId, cancellationToken))
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Kind)];
    }

    private static HistoryKind KindOf(StandingReason reason) => reason switch
    {
        StandingReason.Materialised or StandingReason.PassedDown => HistoryKind.Materialised,
        StandingReason.Extended or StandingReason.Paused or StandingReason.GrantRevoked => HistoryKind.DueMoved,
        StandingReason.CalendarChanged => HistoryKind.CalendarMoved,
        StandingReason.Exempted or StandingReason.Cancelled or StandingReason.TakenBack => HistoryKind.Released,
        StandingReason.WholeReleased => HistoryKind.WholeReleased,
        StandingReason.HandedOver => HistoryKind.HandedOver,
        StandingReason.TakenOver => HistoryKind.TakenOver,
        StandingReason.Narrowed => HistoryKind.Narrowed,
        StandingReason.ChosenAgain => HistoryKind.ChosenAgain,
        StandingReason.PlanRevised => HistoryKind.MadeByRevision,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
