using GovDisclosure.Data;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Requests;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Legal;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Requests;
using GovDisclosure.IntegrationTests.Admin;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>What tests of the calendar need: it holds for everybody, so they have a portal and a database of their own.</summary>
internal sealed class CalendarPortal(OwnPortal own)
{
    private static readonly BeijingClock Clock = new(TimeProvider.System, OwnPortal.Today);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private GovDbContextFactory Contexts => own.Portal.Services.GetRequiredService<GovDbContextFactory>();

    /// <summary>A notice that takes two weekdays off and makes a Saturday of the week after worked.</summary>
    public static CalendarNoticeDraft Draft(string? number = null, int month = 9, int firstDay = 1)
    {
        var first = new DateOnly(2016, month, firstDay);
        var saturday = first.AddDays(6 - (int)first.DayOfWeek + 7);
        return new(
        number ?? "国测发〔2016〕" + Guid.NewGuid().ToString("N")[..8], 2016, OwnPortal.Today, "测试",
        [
            new(first, NoticeDayKind.Holiday, "测试节"),
            new(first.AddDays(1), NoticeDayKind.Holiday, "测试节"),
            new(saturday, NoticeDayKind.MakeUpWorkday, "测试节"),
        ]);
    }

    public async Task<Guid> AgencyAsync(string code)
    {
        await using var db = Contexts.Create(AccessScope.Anonymous);
        return await db.Agencies.Where(row => row.Code == code).Select(row => row.Id).SingleAsync(Cancellation);
    }

    public GovDbContext OfAgency(Guid id) => Contexts.Create(new AccessScope(Audience.Agency, id, Guid.NewGuid(), "测试经办人"));

    public async Task<GovDbContext> OfficeAsync() => Contexts.Create(new AccessScope(Audience.Office, await AgencyAsync("office"), Guid.NewGuid(), "测试政府办"));

    public static CalendarService Service(GovDbContext db) => new(db, Queries(db), Clock);

    public static CalendarQueries Queries(GovDbContext db) => new(db, new CalendarCache());

    /// <summary>Enters a trigger and makes what every rule of the plan for its kind demands.</summary>
    public async Task<IReadOnlyList<Obligation>> TriggerAsync(
        Guid agencyId, DateOnly on, TriggerKind kind = TriggerKind.PenaltyDecision, LegalRegister? register = null)
    {
        await using var db = OfAgency(agencyId);
        var plan = await db.WorkPlans.AsNoTracking().Where(row => row.Status == WorkPlanStatus.Active)
            .Include(row => row.Tasks).ThenInclude(task => task.Rules).SingleAsync(Cancellation);
        var rules = from task in plan.Tasks from rule in task.Rules select new TriggeredRule(plan.Id, task.Id, rule.Id, rule.Rule, AssignmentRole.Lead);
        var trigger = new TriggerEvent
        {
            AgencyId = agencyId,
            Kind = kind,
            Reference = Guid.NewGuid().ToString("N"),
            Title = "测试触发事项",
            OccurredAt = BeijingTime.StartOf(on),
            RecordedAt = BeijingTime.StartOf(OwnPortal.Today.AddDays(-1)),
            RecordedByName = "测试",
        };
        var made = ObligationMaterialiser.ForTrigger(trigger, rules, await Queries(db).LoadAsync(Cancellation), register).ToList();
        db.TriggerEvents.Add(trigger);
        db.Obligations.AddRange(made.Select(duty => duty.Obligation));
        db.ObligationStandings.AddRange(made.Select(duty => duty.Standing));
        db.ObligationBases.AddRange(made.SelectMany(duty => duty.Bases));
        await db.SaveChangesAsync(Cancellation);
        return [.. made.Select(duty => duty.Obligation)];
    }

    /// <summary>A district of a test's own with a sub-unit.</summary>
    public async Task<(Guid District, Guid Unit)> DistrictAsync()
    {
        await using var db = Contexts.Create(AccessScope.SetUp);
        var code = "test-" + Guid.NewGuid().ToString("N")[..12];
        var district = new Agency { Code = code, ShortName = code, FullName = code, EnglishName = code, Kind = AgencyKind.District, Source = "test" };
        var unit = new Agency { Code = code + "u", ShortName = code + "u", FullName = code + "u", EnglishName = code, Kind = AgencyKind.DistrictSubUnit, ParentId = district.Id, Source = "test" };
        db.Agencies.AddRange(district, unit);
        await db.SaveChangesAsync(Cancellation);
        return (district.Id, unit.Id);
    }

    /// <summary>Passes a duty to a sub-unit by a day.</summary>
    public async Task<Guid> PassAsync(Guid district, Guid unit, Guid duty, DateOnly dueOn)
    {
        await using var db = OfAgency(district);
        var result = await new DistrictService(db, Clock).PassAsync(
            new PassDuty(Guid.NewGuid(), duty, new PassDraft([new UnitDraft(unit, dueOn)], RollUpMode.All, [], null)), Cancellation);
        Assert.Empty(result.Violations);
        await using var below = OfAgency(unit);
        return await below.Obligations.Where(row => row.PassedObligationId == duty).Select(row => row.Id).SingleAsync(Cancellation);
    }

    /// <summary>Asks for something for a duty as its agency, and grants it as the office; the request's identity.</summary>
    public async Task<Guid> GrantAsync(Guid agencyId, Guid duty, RequestDraft draft)
    {
        await using (var agency = OfAgency(agencyId))
        {
            Assert.Empty(await new RequestService(agency, Queries(agency), Clock).AskAsync(new AskRequest(Guid.NewGuid(), duty, draft), await TermsAsync(agency), Cancellation));
        }

        await using var office = await OfficeAsync();
        var id = await office.DutyRequests.IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.ObligationId == duty).Select(row => row.Id).SingleAsync(Cancellation);
        Assert.Empty(await new RequestService(office, Queries(office), Clock).DecideAsync(id, new DecisionDraft(DecisionOutcome.Grant, null, ""), await TermsAsync(office), Cancellation));
        return id;
    }

    /// <summary>As the office, takes back what was granted.</summary>
    public async Task RevokeAsync(Guid request)
    {
        await using var office = await OfficeAsync();
        Assert.Null(await new RequestService(office, Queries(office), Clock).RevokeAsync(request, "理由已不存在", await TermsAsync(office), Cancellation));
    }

    private static async Task<RequestTerms> TermsAsync(GovDbContext db)
    {
        var calendar = await Queries(db).LoadAsync(Cancellation);
        return new(calendar, ViewInstant.Now(Clock, calendar, 3), RequestRules.UsualMostWorkingDays);
    }

    /// <summary>Prepares a notice and returns it with what its preview was made from.</summary>
    public async Task<(Guid Id, CalendarPreview Preview)> PrepareAsync(CalendarNoticeDraft draft)
    {
        await using var db = await OfficeAsync();
        var prepared = await Service(db).PrepareAsync(Guid.NewGuid(), draft, Cancellation);
        Assert.True(prepared.IsDone, prepared.IsDone ? "" : prepared.Violations[0].Code);
        return (prepared.Id!.Value, (await new CalendarPreviewQueries(db, Queries(db)).OfDraftAsync(prepared.Id.Value, new PageRequest(null, null), Cancellation))!.Value.Preview);
    }

    public async Task<CalendarOutcome> LoadAsync(Guid id, CalendarSeen seen)
    {
        await using var db = await OfficeAsync();
        return await Service(db).LoadAsync(id, seen, Cancellation);
    }

    /// <summary>Prepares and loads a notice.</summary>
    public async Task<(Guid Id, CalendarOutcome Outcome)> LoadAsync(CalendarNoticeDraft draft)
    {
        var (id, preview) = await PrepareAsync(draft);
        return (id, await LoadAsync(id, preview.Seen));
    }

    public async Task<CalendarPreview?> UndoPreviewAsync(Guid id)
    {
        await using var db = await OfficeAsync();
        return (await new CalendarPreviewQueries(db, Queries(db)).OfUndoAsync(id, new PageRequest(null, null), Cancellation))?.Preview;
    }

    public async Task<CalendarOutcome> UndoAsync(Guid id)
    {
        var seen = (await UndoPreviewAsync(id))!.Seen;
        await using var db = await OfficeAsync();
        return await Service(db).UndoAsync(id, seen, Cancellation);
    }

    /// <summary>Every duty of every agency with the due date and state that are known before an instant.</summary>
    public async Task<IReadOnlyList<string>> KnownBeforeAsync(DateTimeOffset instant) => await Sql.ListAsync(
        own.Administrator, "SELECT id || ' ' || due_at || ' ' || state FROM gov.obligations_at($1, $1, $1) ORDER BY 1", instant);

    /// <summary>The due instant in force of each duty.</summary>
    public async Task<Dictionary<Guid, DateTimeOffset>> DuesAsync()
    {
        await using var command = own.Administrator.CreateCommand("SELECT obligation_id, due_at FROM gov.obligation_standing WHERE valid_to IS NULL");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var dues = new Dictionary<Guid, DateTimeOffset>();
        while (await reader.ReadAsync(Cancellation))
        {
            dues.Add(reader.GetGuid(0), await reader.GetFieldValueAsync<DateTimeOffset>(1, Cancellation));
        }

        return dues;
    }

    public Task<int> RunAsync(string sql, params object[] parameters) => Sql.RunAsync(own.Administrator, sql, parameters);
}
