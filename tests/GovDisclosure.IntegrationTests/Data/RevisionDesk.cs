using System.Globalization;
using System.Text;
using GovDisclosure.Data;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Plans.Revisions;
using GovDisclosure.Data.Requests;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Requests;
using GovDisclosure.IntegrationTests.Admin;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>A plan of a year of its own on a database of its own: published in April, worked on, and revised in August.</summary>
internal sealed class RevisionDesk(OwnPortal own, int year)
{
    public DateOnly Published { get; } = new(year, 4, 10);

    public DateOnly Revised { get; } = new(year, 8, 15);

    public DateOnly From { get; } = new(year, 8, 10);

    public int Year { get; } = year;

    private WorkingDayCalendar Calendar { get; } = HolidayFile.ReadEmbedded();

    private GovDbContextFactory Contexts => own.Portal.Services.GetRequiredService<GovDbContextFactory>();

    public string Text(string number, params string[] tasks) => $"""
        北京市{Year}年政务公开工作要点
        京政办发〔{Year}〕{number}号
        一、推进决策公开
        （一）推进政策解读
        {string.Join('\n', tasks.Select((task, index) => task.StartsWith('#') ? task[1..] : string.Create(CultureInfo.InvariantCulture, $"{index + 1}.{task}")))}
        北京市人民政府办公厅
        {Year}年4月5日
        """;

    public async Task<GovDbContext> OfficeAsync() => Contexts.Create(new AccessScope(Audience.Office, await IdAsync("office"), Guid.NewGuid(), "测试办公厅", "192.0.2.1"));

    public async Task<GovDbContext> AgencyAsync(string code) => Contexts.Create(new AccessScope(Audience.Agency, await IdAsync(code), Guid.NewGuid(), "测试经办人", "192.0.2.1"));

    public async Task<Guid> PublishAsync(string text)
    {
        var id = await DraftAsync(text, Published);
        await using var db = await OfficeAsync();
        var drafts = new PlanDraftQueries(db, new RegisterNames(db));
        var result = await new PlanPublisher(db, drafts, Calendars(db), Clock(Published)).PublishAsync(id, (await drafts.FindAsync(id, CancellationToken.None))!.Version, CancellationToken.None);
        Assert.True(result.IsDone, result.Code);
        return id;
    }

    public async Task<Guid> DraftAsync(string text, DateOnly? on = null)
    {
        await using var db = await OfficeAsync();
        var (id, _) = await new PlanDraftService(db, new RegisterNames(db), Clock(on ?? Revised))
            .MakeAsync("要点.txt", Encoding.UTF8.GetBytes(text), PlanDocument.OfText(text), CancellationToken.None);
        var open = (await new PlanDraftQueries(db, new RegisterNames(db)).FindAsync(id, CancellationToken.None))!;
        Assert.Empty(open.Obstacles.Select(obstacle => $"{obstacle.Code} {obstacle.TaskIndex} {obstacle.Name}"));
        return id;
    }

    public async Task<RevisionResult> ReviseAsync(string text, DateOnly? from = null, int? seen = null, DateOnly? today = null)
    {
        var id = await DraftAsync(text, today);
        return await ReviseAsync(id, from, seen, today);
    }

    public async Task<RevisionResult> ReviseAsync(Guid id, DateOnly? from = null, int? seen = null, DateOnly? today = null)
    {
        await using var db = await OfficeAsync();
        var drafts = new PlanDraftQueries(db, new RegisterNames(db));
        var reviser = new PlanReviser(db, drafts, Calendars(db), Clock(today ?? Revised));
        var preview = await reviser.PreviewAsync(id, from ?? From, CancellationToken.None);
        var version = (await drafts.FindAsync(id, CancellationToken.None))!.Version;
        var result = await reviser.ReviseAsync(id, version, seen ?? preview!.Revisions, from ?? From, CancellationToken.None);
        if (result is { IsDone: true, Counts: not null })
        {
            Assert.Equal(preview!.Counts, result.Counts);
        }

        return result;
    }

    /// <summary>The duties that an agency has under the plan, as known and standing when a day ended.</summary>
    public async Task<IReadOnlyList<ObligationRow>> DutiesAsync(Guid plan, string agency, DateOnly on)
    {
        await using var db = await AgencyAsync(agency);
        var view = ViewInstant.AtEndOf(on, Calendar, 3);
        return await db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil).Where(row => row.PlanId == plan)
            .OrderBy(row => row.DueAt).ThenBy(row => row.OccurrenceKey).ThenBy(row => row.RuleId).ToListAsync();
    }

    /// <summary>What all agencies owe under the plan by a day, as the office's figures have it.</summary>
    public async Task<IReadOnlyList<string>> FiguresAsync(Guid plan, DateOnly on)
    {
        await using var db = await OfficeAsync();
        var view = ViewInstant.AtEndOf(on, Calendar, 3);
        var rows = await db.ComplianceAt(view.KnownBefore, view.AsOf, view.DueSoonUntil).IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.PlanId == plan).ToListAsync();
        return [.. rows.Select(row => $"{row.AgencyId} {row.Id} {row.TaskId} {row.Role} {row.OccurrenceKey} {row.DueAt:O} {row.State} {row.PublishedCount}/{row.RequiredCount}").Order(StringComparer.Ordinal)];
    }

    public async Task<Guid> LogAsync(string agency, Guid duty, DateOnly publishedOn)
    {
        await using var db = await AgencyAsync(agency);
        var key = Guid.NewGuid();
        var result = await new DisclosureService(db, Clock(publishedOn)).LogAsync(
            new LogDisclosure(key, new DisclosureDraft("公布情况", $"https://test.example/{key:N}", publishedOn, null, null, null), [duty], new Dictionary<Guid, decimal?> { [duty] = null }),
            CancellationToken.None);
        Assert.Empty(result.Violations);
        return key;
    }

    public async Task AskAsync(string agency, Guid duty, DateOnly until, DateOnly today)
    {
        await using var db = await AgencyAsync(agency);
        Assert.Empty(await new RequestService(db, Calendars(db), Clock(today)).AskAsync(
            new AskRequest(Guid.NewGuid(), duty, new RequestDraft(DutyRequestKind.Extension, "数据须会审", until, null)), Terms(today), CancellationToken.None));
    }

    public async Task GrantAsync(Guid duty, DateOnly today)
    {
        await using var db = await OfficeAsync();
        var request = await db.DutyRequests.IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.ObligationId == duty).Select(row => row.Id).SingleAsync();
        Assert.Empty(await new RequestService(db, Calendars(db), Clock(today)).DecideAsync(request, new DecisionDraft(DecisionOutcome.Grant, null, ""), Terms(today), CancellationToken.None));
    }

    /// <summary>Makes a sub-unit of a district and passes a duty down to it; the sub-unit's code and the part.</summary>
    public async Task<(string Unit, Guid Id)> PassAsync(string district, ObligationRow duty, DateOnly today)
    {
        var (id, code) = (Guid.NewGuid(), "unit-" + Guid.NewGuid().ToString("N")[..8]);
        await using (var command = own.Administrator.CreateCommand(
            "INSERT INTO gov.agency (id, code, short_name, full_name, english_name, kind, parent_id, to_confirm, source) VALUES ($1, $2, $2, $2, $2, 'district_sub_unit', $3, false, 'test')"))
        {
            command.Parameters.AddWithValue(id);
            command.Parameters.AddWithValue(code);
            command.Parameters.AddWithValue(await IdAsync(district));
            await command.ExecuteNonQueryAsync();
        }

        await using var db = await AgencyAsync(district);
        var result = await new DistrictService(db, Clock(today)).PassAsync(
            new PassDuty(Guid.NewGuid(), duty.Id, new PassDraft([new UnitDraft(id, duty.WindowEnd)], RollUpMode.All, [], null)), CancellationToken.None);
        Assert.Empty(result.Violations);
        await using var unit = await AgencyAsync(code);
        return (code, await unit.Obligations.Select(row => row.Id).SingleAsync());
    }

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string agency, Guid duty)
    {
        await using var db = await AgencyAsync(agency);
        return await new ObligationDetailQuery(db).HistoryOfAsync(await IdAsync(agency), duty, CancellationToken.None);
    }

    public async Task<Guid> IdAsync(string code)
    {
        await using var db = Contexts.Create(AccessScope.Anonymous);
        return await db.Agencies.Where(row => row.Code == code).Select(row => row.Id).SingleAsync();
    }

    private RequestTerms Terms(DateOnly today) => new(Calendar, ViewInstant.Now(Clock(today), Calendar, 3), RequestRules.UsualMostWorkingDays);

    private static BeijingClock Clock(DateOnly today) => new(TimeProvider.System, today);

    private static CalendarQueries Calendars(GovDbContext db) => new(db, new CalendarCache());
}
