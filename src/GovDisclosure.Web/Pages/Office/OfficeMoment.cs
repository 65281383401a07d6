using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Infrastructure.Duties;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>From when the office looks, and at which plan: every figure of one page has the same.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="View">The instant, with the working days and the thresholds.</param>
/// <param name="AsOf">The day that the address asks for; without one, now.</param>
/// <param name="Today">The portal's today.</param>
/// <param name="Corrected">How many duties of each agency read otherwise on a past day by what was recorded since; empty for the present.</param>
public sealed record OfficeMoment(PlanHead Plan, DutyView View, DayField AsOf, DateOnly Today, IReadOnlyDictionary<Guid, int> Corrected)
{
    /// <summary>The day for the addresses of further pages; <see langword="null"/> looks at the present.</summary>
    public DateOnly? Day => AsOf.Day;

    /// <summary>Whether it is the present.</summary>
    public bool IsPresent => View.Today == Today;

    /// <summary>The instant of lists and figures.</summary>
    public OversightInstant At => new(Plan.Id, View.Instant);

    /// <summary>The same, with an earlier day to compare with.</summary>
    public OversightInstant Since(DateOnly day) =>
        At with { Since = ViewInstant.AtEndOf(day, View.Calendar, View.DueSoonWorkingDays) };

    /// <summary>The last working day before the day that is looked at.</summary>
    public DateOnly LastWorkingDay => View.Calendar.AddWorkingDays(View.Today, -1);
}

/// <summary>Reads the day that an address asks for.</summary>
public sealed class OfficeMoments(PresentView present, PlanQueries plans, CorrectionQueries corrections, BeijingClock clock)
{
    public const string AsOf = "asof";

    /// <summary>The moment; <see langword="null"/> before a plan is loaded. Of a day that cannot be looked at, the present, with the problem.</summary>
    public async Task<OfficeMoment?> LoadAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        if (await plans.CurrentAsync(cancellationToken) is not { } plan)
        {
            return null;
        }

        var today = clock.Today;
        var field = DayField.Read(query, AsOf, plan.IssuedOn, today);
        if (field.Day is not { } day || day >= today)
        {
            return new OfficeMoment(plan, await present.LoadAsync(cancellationToken), field, today, new Dictionary<Guid, int>());
        }

        var view = await present.AtEndOfAsync(day, cancellationToken);
        return new OfficeMoment(plan, view, field, today, await corrections.ByAgencyAsync(new OversightInstant(plan.Id, view.Instant), cancellationToken));
    }

    /// <summary>How things stood on a second day, to compare with.</summary>
    public async Task<OversightInstant> AtAsync(OfficeMoment moment, DateOnly day, CancellationToken cancellationToken) =>
        new(moment.Plan.Id, (day < moment.Today ? await present.AtEndOfAsync(day, cancellationToken) : await present.LoadAsync(cancellationToken)).Instant);
}
