using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>An agency's duty as others name it: what, of whom, until when, how it stands.</summary>
public sealed record NamedDuty
{
    public required Guid AgencyId { get; init; }

    public required Guid Id { get; init; }

    public required string TaskNumber { get; init; }

    public required string TaskTitle { get; init; }

    public required string Clause { get; init; }

    public required string? TriggerTitle { get; init; }

    public required string OccurrenceKey { get; init; }

    public required DateOnly WindowStart { get; init; }

    public required DateTimeOffset OriginalDueAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required ObligationDisposition Disposition { get; init; }

    public required DateTimeOffset? FulfilledAt { get; init; }

    public required ObligationState State { get; init; }

    /// <summary>What its state depends on.</summary>
    public ObligationFacts Facts => new(OriginalDueAt, DueAt, Disposition, FulfilledAt);

    /// <summary>Whether it is still to be done.</summary>
    public bool IsUnfinished => StateFilters.StatesOf(StateFilter.Unfinished).Contains(State);
}

/// <summary>Names duties. The caller's filter decides whose: one tenant's, or every agency's where it is lifted by name.</summary>
internal static class NamedDuties
{
    public static IQueryable<NamedDuty> Of(GovDbContext db, ViewInstant view) =>
        from obligation in db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
        join task in db.Tasks on obligation.TaskId equals task.Id
        join rule in db.TaskRules on obligation.RuleId equals rule.Id
        from trigger in db.TriggerEvents
            .Where(trigger => trigger.AgencyId == obligation.AgencyId && trigger.Id == obligation.TriggerId).DefaultIfEmpty()
        select new NamedDuty
        {
            AgencyId = obligation.AgencyId,
            Id = obligation.Id,
            TaskNumber = task.Number,
            TaskTitle = task.Title,
            Clause = rule.Clause,
            TriggerTitle = trigger == null ? null : trigger.Title,
            OccurrenceKey = obligation.OccurrenceKey,
            WindowStart = obligation.WindowStart,
            OriginalDueAt = obligation.OriginalDueAt,
            DueAt = obligation.DueAt,
            Disposition = obligation.Disposition,
            FulfilledAt = obligation.FulfilledAt,
            State = obligation.State,
        };

    /// <summary>The same of one agency: the agency is told to the database, which then looks nowhere else.</summary>
    public static IQueryable<NamedDuty> OfAgency(GovDbContext db, ViewInstant view, Guid agencyId) =>
        Of(db, view).Where(duty => duty.AgencyId == agencyId);
}
