using System.Globalization;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Seeding;

/// <summary>
/// What the sample district passed down to its sample sub-units: parts in every state, each way of making up the whole, one part taken back
/// and one passed again. Written through the same functions as the portal's own pages.
/// </summary>
internal static class SampleParts
{
    private const string DistrictPerson = "东城区经办人";
    private const int LeastDays = 20;
    private const int Late = -1;
    private const int None = -2;

    // For each duty: overdue or not, how it rolls up, and when each unit published, in days before its own date.
    private static readonly Scene[] Scenes =
    [
        new(true, RollUpMode.All, [2, Late, None]),
        new(true, RollUpMode.Any, [1, None, None]),
        new(true, RollUpMode.Chosen, [3, None, 0]),
        new(true, RollUpMode.All, [4, 2, 0]),
        new(false, RollUpMode.All, [None, None, None]),
        new(false, RollUpMode.Any, [None, None]),
        new(false, RollUpMode.Chosen, [None, None, None]),
        new(false, RollUpMode.All, [None, None]),
    ];

    /// <summary>Passes the duties down, unless that was done.</summary>
    public static async Task CreateAsync(GovDbContextFactory contexts, WorkingDayCalendar calendar, DateOnly today, CancellationToken cancellationToken)
    {
        Agency district;
        List<Agency> units;
        await using (var db = contexts.Create(AccessScope.SetUp))
        {
            district = await db.Agencies.AsNoTracking().SingleAsync(agency => agency.Code == SampleSubUnits.DistrictCode, cancellationToken);
            units = await db.Agencies.AsNoTracking().Where(agency => agency.ParentId == district.Id && agency.Source == SampleSubUnits.Source)
                .ToListAsync(cancellationToken);
        }

        if (units.Count != SampleSubUnits.All.Count)
        {
            return;
        }

        units = [.. SampleSubUnits.All.Select(sample => units.Single(unit => unit.Code == sample.Code))];
        await using var own = contexts.Create(new AccessScope(Audience.Agency, district.Id, PersonName: DistrictPerson));
        if (await own.DutyPasses.AnyAsync(cancellationToken))
        {
            return;
        }

        var played = await PlayedAsync(own, today, calendar, cancellationToken);
        foreach (var (scene, duty) in played)
        {
            await PassAsync(own, scene.RollUp, scene.Published.Length, duty, units, today, calendar, cancellationToken);
        }

        if (played is [.., { Scene.Overdue: false } last])
        {
            await TakeBackAsync(own, last.Duty, units[0], today, calendar, cancellationToken);
        }

        await PublishAsync(contexts, units, played, today, calendar, cancellationToken);
    }

    // Each scene with a duty to play it: overdue ones of the plan itself, and some of what is next. Early in the year there may be none.
    private static async Task<IReadOnlyList<(Scene Scene, Obligations.ObligationRow Duty)>> PlayedAsync(
        GovDbContext db, DateOnly today, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var issuedOn = await db.WorkPlans.MaxAsync(plan => (DateOnly?)plan.IssuedOn, cancellationToken);
        if (issuedOn is null || today < issuedOn.Value.AddDays(LeastDays))
        {
            return [];
        }

        var now = BeijingTime.StartOf(today);
        var soon = BeijingTime.EndOf(calendar.AddWorkingDays(today, 3));
        // By places in the plan: identities are not the same on every machine.
        var rows = await (
            from row in db.ObligationsAt(now, now, soon)
            where row.TriggerId == null && row.Target == null && row.RequiredCount == 1 && row.FulfilledAt == null && row.Disposition == ObligationDisposition.Open
            join task in db.Tasks on row.TaskId equals task.Id
            join rule in db.TaskRules on row.RuleId equals rule.Id
            orderby row.DueAt, row.OccurrenceKey, task.Ordinal, rule.Ordinal
            select row).ToListAsync(cancellationToken);
        var overdue = rows.Where(row => row.State == ObligationState.Overdue).DistinctBy(row => row.TaskId).ToList();
        var open = rows.Where(row => row.State != ObligationState.Overdue && row.WindowStart <= today).DistinctBy(row => row.RuleId).ToList();
        return [.. Scenes.Where(scene => scene.Overdue).Zip(overdue), .. Scenes.Where(scene => !scene.Overdue).Zip(open)];
    }

    private static async Task PassAsync(
        GovDbContext db, RollUpMode rollUp, int count, Obligations.ObligationRow duty, List<Agency> units, DateOnly today, WorkingDayCalendar calendar,
        CancellationToken cancellationToken)
    {
        var passedAt = PassedAt(duty, today, calendar);
        db.DutyPasses.Add(new DutyPass
        {
            AgencyId = duty.AgencyId,
            ObligationId = duty.Id,
            RollUp = rollUp,
            Note = "请按区政务公开办要求办理（示例）。",
            PassedAt = passedAt,
            PassedByName = DistrictPerson,
        });
        await db.SaveChangesAsync(cancellationToken);
        var requestKey = Guid.CreateVersion7();
        for (var place = 0; place < count; place++)
        {
            await CallAsync(db, Pass(duty, units[place].Id, requestKey, OwnDueOn(duty, today, calendar, place), place < 2, passedAt), cancellationToken);
        }
    }

    private static async Task TakeBackAsync(
        GovDbContext db, Obligations.ObligationRow duty, Agency unit, DateOnly today, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var at = PassedAt(duty, today, calendar).AddHours(3);
        await CallAsync(db, $"SELECT gov.take_back_duty({duty.Id}, {unit.Id}, {"本项改由其他单位承担（示例）。"}, {db.Scope.PersonId}, {DistrictPerson}, {at}) AS \"Value\"", cancellationToken);
    }

    private static FormattableString Pass(
        Obligations.ObligationRow duty, Guid unitId, Guid requestKey, DateOnly dueOn, bool isChosen, DateTimeOffset passedAt)
    {
        var dueAt = new DutyToPass(duty.WindowStart, duty.DueAt, duty.State, []).DueAtOf(dueOn);
        Guid? actor = null;
        return $"""
            SELECT gov.pass_duty({duty.Id}, {unitId}, {Guid.CreateVersion7()}, {requestKey}, {dueAt}, {dueOn}, {isChosen},
              {"请按区政务公开办要求办理（示例）。"}, {actor}, {DistrictPerson}, {passedAt}) AS "Value"
            """;
    }

    // Passed down as its time began, or lately where that is ahead.
    private static DateTimeOffset PassedAt(Obligations.ObligationRow duty, DateOnly today, WorkingDayCalendar calendar)
    {
        var dueOn = new Due(duty.DueAt, IsProvisional: false).DueOn;
        var day = duty.WindowStart < dueOn.AddDays(-20) ? dueOn.AddDays(-20) : duty.WindowStart;
        day = day > today.AddDays(-LeastDays / 2) ? today.AddDays(-LeastDays / 2) : day;
        return BeijingTime.At(calendar.NextWorkingDayOnOrAfter(day), new TimeOnly(10, 30));
    }

    // Some days before the city's date; of what is open, the first is due soon and the others later.
    private static DateOnly OwnDueOn(Obligations.ObligationRow duty, DateOnly today, WorkingDayCalendar calendar, int place)
    {
        var dueOn = new Due(duty.DueAt, IsProvisional: false).DueOn;
        var own = dueOn > today ? calendar.AddWorkingDays(today, 2 + (place * 3)) : dueOn.AddDays(-2 * place);
        return own < dueOn ? own : dueOn;
    }

    // In the order of time, as it would have been: what rolls up is known from the moment that the last part is.
    private static async Task PublishAsync(
        GovDbContextFactory contexts, List<Agency> units, IReadOnlyList<(Scene Scene, Obligations.ObligationRow Duty)> played, DateOnly today,
        WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var published = new List<(Agency Unit, Obligation Part, DateOnly Day, string Title)>();
        for (var place = 0; place < units.Count; place++)
        {
            await using var db = contexts.Create(new AccessScope(Audience.Agency, units[place].Id));
            var subjects = await db.TaskRules.Join(db.Tasks, rule => rule.TaskId, task => task.Id, (rule, task) => new { rule.Id, rule.Clause, task.Title })
                .ToDictionaryAsync(rule => rule.Id, rule => rule.Clause.Length > 0 ? rule.Clause : rule.Title, cancellationToken);
            foreach (var part in await db.Obligations.AsNoTracking().Where(row => row.PassedObligationId != null).ToListAsync(cancellationToken))
            {
                var scene = played.First(pair => pair.Duty.Id == part.PassedObligationId).Scene;
                if (scene.Published[place] != None)
                {
                    published.Add((units[place], part, PublishedOn(part, scene.Published[place], today, calendar), SampleWords.PeriodTitle(subjects[part.RuleId], part.OccurrenceKey)));
                }
            }
        }

        foreach (var (row, serial) in published.OrderBy(row => row.Day).ThenBy(row => row.Unit.Code).Select((row, serial) => (row, serial)))
        {
            var clerk = row.Unit.ShortName + "经办人";
            await using var db = contexts.Create(new AccessScope(Audience.Agency, row.Unit.Id, PersonName: clerk));
            Add(db, row.Part, row.Day, row.Title, row.Unit.Code, serial + 1, clerk);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static DateOnly PublishedOn(Obligation part, int daysBefore, DateOnly today, WorkingDayCalendar calendar)
    {
        var day = daysBefore == Late ? calendar.AddWorkingDays(part.WindowEnd, 2) : part.WindowEnd.AddDays(-daysBefore);
        day = day < today ? day : today.AddDays(-1);
        return day < part.WindowStart ? part.WindowStart : day;
    }

    private static void Add(GovDbContext db, Obligation part, DateOnly day, string title, string code, int serial, string clerk)
    {
        var disclosure = new Disclosure
        {
            AgencyId = part.AgencyId,
            RequestKey = Guid.CreateVersion7(),
            Title = title,
            Address = string.Create(CultureInfo.InvariantCulture, $"https://{code}.example/xxgk/{day:yyyyMM}/{day:yyyyMMdd}_{serial:0000}.html"),
            Channel = DisclosureChannel.AgencyWebsite,
            PublishedAt = BeijingTime.EndOf(day).AddMicroseconds(-1),
            HasTime = false,
            LoggedAt = BeijingTime.At(day, new TimeOnly(15, 0)),
            LoggedByName = clerk,
            IsSample = true,
        };
        db.Disclosures.Add(disclosure);
        db.Fulfilments.Add(new Fulfilment
        {
            AgencyId = part.AgencyId,
            ObligationId = part.Id,
            DisclosureId = disclosure.Id,
            ValidFrom = disclosure.LoggedAt,
            PublishedAt = disclosure.PublishedAt,
        });
    }

    /// <summary>What happens to one duty: whether it is late, how it rolls up, and when each unit published.</summary>
    private sealed record Scene(bool Overdue, RollUpMode RollUp, int[] Published);

    private static async Task CallAsync(GovDbContext db, FormattableString sql, CancellationToken cancellationToken)
    {
        if (!(await db.Database.SqlQuery<bool>(sql).ToListAsync(cancellationToken)).Single())
        {
            throw new InvalidOperationException("The database refused a part of the sample.");
        }
    }
}
