using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using GovDisclosure.IntegrationTests.Admin;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Loading notices of days off and undoing that: which duties move, and that the past stays what it was.</summary>
public sealed class CalendarServiceTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private static readonly DateOnly Decided = new(2016, 8, 8);

    private readonly CalendarPortal _portal = new(own);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_ANotice_MovesExactlyTheOpenDutiesThatItsDaysLieIn()
    {
        var agency = await _portal.AgencyAsync("gongshang");
        // 20 working days from 8 August end on 5 September, behind the days off; those from 1 July are over before them.
        var moving = await _portal.TriggerAsync(agency, Decided);
        var early = await _portal.TriggerAsync(agency, new DateOnly(2016, 7, 1));
        var before = await _portal.DuesAsync();

        var (id, outcome) = await _portal.LoadAsync(CalendarPortal.Draft());
        var after = await _portal.DuesAsync();
        var (plain, expected) = await ExpectedAsync();
        await _portal.UndoAsync(id);

        var moved = after.Where(pair => pair.Value != before[pair.Key]).Select(pair => pair.Key).ToHashSet();
        Assert.True(outcome.IsDone);
        Assert.Equal(outcome.Moved + outcome.Below, moved.Count);
        Assert.Subset(moved, moving.Select(duty => duty.Id).ToHashSet());
        Assert.DoesNotContain(early, duty => moved.Contains(duty.Id));
        Assert.All(moving, duty => Assert.Equal(
            (BeijingTime.EndOf(new DateOnly(2016, 9, 5)), BeijingTime.EndOf(new DateOnly(2016, 9, 7))), (before[duty.Id], after[duty.Id])));
        Assert.Equal(expected, after.Where(pair => moved.Contains(pair.Key) && plain.Contains(pair.Key)).OrderBy(pair => pair.Key));

        // Domain counts each open duty from its trigger by the calendar in force; nothing that it would count elsewhere was left. What other
        // tests closed, extended or put under several bases is theirs to say.
        async Task<(HashSet<Guid> Plain, List<KeyValuePair<Guid, DateTimeOffset>> Moved)> ExpectedAsync()
        {
            await using var db = await _portal.OfficeAsync();
            var calculator = new DueDateCalculator(await CalendarPortal.Queries(db).LoadAsync(Cancellation));
            var rules = await db.TaskRules.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Rule, Cancellation);
            var duties = await db.Obligations.IgnoreQueryFilters(["tenant"]).AsNoTracking().Where(row => row.TriggerId != null
                && !db.DutyRequests.Any(request => request.ObligationId == row.Id) && !db.ObligationBases.Any(basis => basis.ObligationId == row.Id)
                && !db.Fulfilments.Any(fulfilment => fulfilment.ObligationId == row.Id)
                && db.ObligationStandings.Any(standing => standing.ObligationId == row.Id && standing.ValidTo == null && standing.Disposition == ObligationDisposition.Open))
                .ToListAsync(Cancellation);
            return ([.. duties.Select(duty => duty.Id)], [.. duties.Where(duty => rules[duty.RuleId].Kind == DeadlineRuleKind.WorkingDaysAfterEvent)
                .Select(duty => KeyValuePair.Create(duty.Id, calculator.DueAfter(rules[duty.RuleId], duty.WindowStart).DueAt))
                .Where(pair => pair.Value != before[pair.Key]).OrderBy(pair => pair.Key)]);
        }
    }

    [Fact]
    public async Task Load_AndUndo_LeaveWhatWasKnownOfThePast()
    {
        var agency = await _portal.AgencyAsync("gongshang");
        var duty = (await _portal.TriggerAsync(agency, Decided.AddDays(-20)))[0];
        var start = await _portal.DuesAsync();
        var draft = CalendarPortal.Draft(month: 8, firstDay: 15);
        var (id, _) = await _portal.LoadAsync(draft);
        var loadedAt = new DateTimeOffset(await Sql.ScalarAsync<DateTime>(own.Administrator, "SELECT loaded_at FROM gov.calendar_notice WHERE id = $1", id));
        var known = (Before: await _portal.KnownBeforeAsync(loadedAt), Then: await _portal.KnownBeforeAsync(loadedAt.AddMicroseconds(1)));

        var preview = await _portal.UndoPreviewAsync(id);
        var undone = await _portal.UndoAsync(id);

        Assert.True(undone.IsDone);
        Assert.Equal(preview!.Seen.Moved, undone.Moved);
        Assert.True(undone.Moved > 0);
        Assert.Equal(start, await _portal.DuesAsync());
        Assert.Equal(known.Before, await _portal.KnownBeforeAsync(loadedAt));
        Assert.Equal(known.Then, await _portal.KnownBeforeAsync(loadedAt.AddMicroseconds(1)));
        Assert.NotEqual(known.Before, known.Then);
        await using var db = await _portal.OfficeAsync();
        var versions = (await CalendarPortal.Queries(db).HistoryAsync(Cancellation)).Versions;
        var day = draft.Days[0].Date;
        Assert.Equal(
            (true, false, true),
            (versions.KnownBefore(loadedAt).IsWorkingDay(day), versions.KnownBefore(loadedAt.AddMicroseconds(1)).IsWorkingDay(day), versions.Latest.IsWorkingDay(day)));
        Assert.Equal(
            [(null, StandingReason.Materialised), (draft.Number, StandingReason.CalendarChanged), ("撤销：" + draft.Number, StandingReason.CalendarChanged)],
            (await db.ObligationStandings.IgnoreQueryFilters(["tenant"]).Where(row => row.ObligationId == duty.Id).OrderBy(row => row.ValidFrom)
                .Select(row => new { row.Note, row.Reason }).ToListAsync(Cancellation)).Select(row => (row.Note, row.Reason)));
    }

    [Fact]
    public async Task Load_ClosedAndGrantedDuties_Stay()
    {
        var agency = await _portal.AgencyAsync("gongshang");
        var decided = new DateOnly(2016, 8, 9);
        var fulfilled = (await _portal.TriggerAsync(agency, decided))[0];
        var exempt = (await _portal.TriggerAsync(agency, decided))[0];
        var granted = (await _portal.TriggerAsync(agency, decided))[0];
        var open = (await _portal.TriggerAsync(agency, decided))[0];
        await using (var db = _portal.OfAgency(agency))
        {
            var logged = await new DisclosureService(db, new BeijingClock(TimeProvider.System, OwnPortal.Today)).LogAsync(
                new LogDisclosure(Guid.NewGuid(), new DisclosureDraft("题目", "https://test.example/a", OwnPortal.Today, null, null, null), [fulfilled.Id], new Dictionary<Guid, decimal?>()), Cancellation);
            Assert.Empty(logged.Violations);
        }

        await _portal.RunAsync("UPDATE gov.obligation_standing SET disposition = 'exempt', reason = 'exempted' WHERE obligation_id = $1", exempt.Id);
        // A date that the office named, behind what the calendar will give.
        await _portal.GrantAsync(agency, granted.Id, new RequestDraft(DutyRequestKind.Extension, "会审", new DateOnly(2016, 9, 20), null));
        var before = await _portal.DuesAsync();

        var (id, _) = await _portal.LoadAsync(CalendarPortal.Draft(firstDay: 5));
        var after = await _portal.DuesAsync();
        await _portal.UndoAsync(id);

        Assert.Equal(before[fulfilled.Id], after[fulfilled.Id]);
        Assert.Equal(before[exempt.Id], after[exempt.Id]);
        Assert.Equal(before[granted.Id], after[granted.Id]);
        Assert.NotEqual(before[open.Id], after[open.Id]);
        Assert.Equal(before, await _portal.DuesAsync());
    }

    [Fact]
    public async Task Load_ClocksThatWereExtendedOrStopped_MoveByTheirOwnCount()
    {
        var agency = await _portal.AgencyAsync("gongshang");
        var plain = (await _portal.TriggerAsync(agency, Decided))[0];
        var extended = (await _portal.TriggerAsync(agency, Decided))[0];
        var stopped = (await _portal.TriggerAsync(agency, Decided))[0];
        var revoked = (await _portal.TriggerAsync(agency, Decided))[0];
        await _portal.GrantAsync(agency, extended.Id, new RequestDraft(DutyRequestKind.Extension, "案情复杂", null, null) { ExtendBy = 5 });
        await _portal.GrantAsync(agency, stopped.Id, new RequestDraft(DutyRequestKind.Pause, "征求意见", null, null) { StopFrom = new DateOnly(2016, 8, 29), StopTo = new DateOnly(2016, 9, 1) });
        var request = await _portal.GrantAsync(agency, revoked.Id, new RequestDraft(DutyRequestKind.Extension, "案情复杂", null, null) { ExtendBy = 7 });
        await _portal.RevokeAsync(request);
        var before = await _portal.DuesAsync();

        // Thursday 1 and Friday 2 September off, Saturday 10 worked.
        var (id, outcome) = await _portal.LoadAsync(CalendarPortal.Draft());
        var after = await _portal.DuesAsync();
        var undone = await _portal.UndoAsync(id);

        var days = new[] { plain, extended, stopped, revoked }.Select(duty => (On(before[duty.Id]), On(after[duty.Id]))).ToArray();
        Assert.Equal(("2016-09-05", "2016-09-07"), days[0]);
        // 25 working days end on the 12th; the two days off cost two and Saturday 10 gives one back.
        Assert.Equal(("2016-09-12", "2016-09-13"), days[1]);
        // Stopped from 29 August to 1 September: the first day off was in the stop anyway.
        Assert.Equal(("2016-09-09", "2016-09-10"), days[2]);
        Assert.Equal(days[0], days[3]);
        Assert.Equal(outcome.Moved, undone.Moved);
        Assert.Equal(before, await _portal.DuesAsync());

        static string On(DateTimeOffset due) => new Due(due, IsProvisional: false).DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Load_DutiesWithSeveralBases_TheEarliestOfThemBinds()
    {
        var agency = await _portal.AgencyAsync("gongshang");
        var duty = (await _portal.TriggerAsync(agency, Decided, register: Registers.SevenDays))[0];
        var before = await _portal.DuesAsync();

        // Monday 15 and Tuesday 16 August off, Saturday 27 worked: in the count of 7, before the end of the 20.
        var (id, _) = await _portal.LoadAsync(CalendarPortal.Draft(month: 8, firstDay: 15));
        var after = await _portal.DuesAsync();
        await _portal.UndoAsync(id);

        Assert.Equal(BeijingTime.EndOf(new DateOnly(2016, 8, 17)), before[duty.Id]);
        Assert.Equal(BeijingTime.EndOf(new DateOnly(2016, 8, 19)), after[duty.Id]);
        Assert.Equal(before, await _portal.DuesAsync());
    }

    [Fact]
    public async Task Load_PartsOfAWhole_FollowItWhereTheyWereDueOnItsDay()
    {
        var (district, unit) = await _portal.DistrictAsync();
        var same = (await _portal.TriggerAsync(district, Decided))[0];
        var other = (await _portal.TriggerAsync(district, Decided))[0];
        var dueOn = new Due(same.OriginalDueAt, IsProvisional: false).DueOn;
        var onItsDay = await _portal.PassAsync(district, unit, same.Id, dueOn);
        var ownDay = await _portal.PassAsync(district, unit, other.Id, dueOn.AddDays(-4));
        var before = await _portal.DuesAsync();

        var (id, outcome) = await _portal.LoadAsync(CalendarPortal.Draft(month: 8, firstDay: 22));
        var after = await _portal.DuesAsync();
        await _portal.UndoAsync(id);

        Assert.Equal(1, outcome.Below);
        Assert.NotEqual(before[same.Id], after[same.Id]);
        Assert.Equal(after[same.Id], after[onItsDay]);
        Assert.Equal(before[ownDay], after[ownDay]);
        Assert.Equal(before, await _portal.DuesAsync());
    }

    [Fact]
    public async Task Load_NextYear_SettlesWhatWasProvisional()
    {
        var agency = await _portal.AgencyAsync("gongshang");
        var duty = (await _portal.TriggerAsync(agency, new DateOnly(2026, 12, 10), register: Registers.None))[0];
        Assert.Equal(new DateOnly(2027, 1, 7), new Due(duty.OriginalDueAt, IsProvisional: true).DueOn);
        var draft = new CalendarNoticeDraft("国测发〔2026〕1号", 2027, OwnPortal.Today, "", [new(new DateOnly(2027, 1, 1), NoticeDayKind.Holiday, "元旦")]);

        var (id, _) = await _portal.LoadAsync(draft);
        var settled = (await _portal.DuesAsync())[duty.Id];
        await using var db = await _portal.OfficeAsync();
        var last = (await CalendarPortal.Queries(db).LoadAsync(Cancellation)).LastYear;
        await _portal.UndoAsync(id);

        Assert.Equal(BeijingTime.EndOf(new DateOnly(2027, 1, 8)), settled);
        Assert.Equal(2027, last);
        Assert.Equal(2026, (await CalendarPortal.Queries(db).LoadAsync(Cancellation)).LastYear);
        Assert.Equal(duty.OriginalDueAt, (await _portal.DuesAsync())[duty.Id]);
    }

    [Fact]
    public async Task Load_TheSameDraftTwice_IsOneNotice()
    {
        await _portal.TriggerAsync(await _portal.AgencyAsync("gongshang"), Decided);
        var (id, preview) = await _portal.PrepareAsync(CalendarPortal.Draft(month: 8, firstDay: 29));

        var both = await Task.WhenAll(_portal.LoadAsync(id, preview.Seen), _portal.LoadAsync(id, preview.Seen));
        var dues = await _portal.DuesAsync();
        var again = await _portal.LoadAsync(id, preview.Seen);

        Assert.All([.. both, again], outcome => Assert.Equal((true, preview.Seen.Moved), (outcome.IsDone, outcome.Moved)));
        Assert.Equal(dues, await _portal.DuesAsync());
        Assert.Equal(1L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.calendar_notice WHERE id = $1", id));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE action = 'calendar.loaded' AND subject_id = $1", id));
        await _portal.UndoAsync(id);
    }

    [Fact]
    public async Task Load_TwoPreparedAtOnce_TheSecondIsStale()
    {
        var first = await _portal.PrepareAsync(CalendarPortal.Draft());
        var second = await _portal.PrepareAsync(CalendarPortal.Draft(firstDay: 5));

        var outcomes = await Task.WhenAll(_portal.LoadAsync(first.Id, first.Preview.Seen), _portal.LoadAsync(second.Id, second.Preview.Seen));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal("Stale", Assert.Single(outcomes, outcome => !outcome.IsDone).Violations[0].Code);
        await _portal.UndoAsync(outcomes[0].IsDone ? first.Id : second.Id);
    }

    [Fact]
    public async Task Load_ADutyEnteredSinceThePreview_IsStaleAndMovesNothing()
    {
        var agency = await _portal.AgencyAsync("gongshang");
        var (id, preview) = await _portal.PrepareAsync(CalendarPortal.Draft());
        await _portal.TriggerAsync(agency, Decided);
        var before = await _portal.DuesAsync();

        var refused = await _portal.LoadAsync(id, preview.Seen);

        Assert.Equal("Stale", refused.Violations[0].Code);
        Assert.Equal(before, await _portal.DuesAsync());
        Assert.Equal(0L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.calendar_notice WHERE id = $1", id));
    }

    [Fact]
    public async Task Undo_AYearThatAnotherNoticeBuildsOn_IsRefused()
    {
        var (year, _) = await _portal.LoadAsync(new CalendarNoticeDraft("国测发〔2026〕2号", 2027, OwnPortal.Today, "", [new(new DateOnly(2027, 1, 1), NoticeDayKind.Holiday, "元旦")]));
        var (amending, _) = await _portal.LoadAsync(new CalendarNoticeDraft("国测发〔2027〕1号", 2027, OwnPortal.Today, "", [new(new DateOnly(2027, 5, 3), NoticeDayKind.Holiday, "劳动节")]));

        var refused = await _portal.UndoAsync(year);
        await _portal.UndoAsync(amending);
        var undone = await _portal.UndoAsync(year);
        var preview = await _portal.UndoPreviewAsync(year);

        Assert.Equal("UndoLaterFirst", refused.Violations[0].Code);
        Assert.True(undone.IsDone);
        Assert.Null(preview);
    }

    [Fact]
    public async Task Notices_AreForEverybodyToReadAndForTheOfficeToWrite()
    {
        var (id, _) = await _portal.LoadAsync(CalendarPortal.Draft());
        var sources = own.Portal.Services.GetRequiredService<GovDataSources>();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var source = sources.For(audience);
            Assert.Equal(3L, await Sql.ScalarAsync<long>(source, "SELECT count(*) FROM gov.calendar_notice_day WHERE notice_id = $1", id));
            if (audience is Audience.Owner)
            {
                continue;
            }

            Assert.Equal("42501", await Sql.RefusedAsync(source, "UPDATE gov.calendar_notice SET moved = 0"));
            Assert.Equal("42501", await Sql.RefusedAsync(source, "DELETE FROM gov.calendar_notice_day"));
            if (audience is not Audience.Office)
            {
                Assert.Equal("42501", await Sql.RefusedAsync(source, "INSERT INTO gov.calendar_notice_day VALUES ($1, '2016-12-01', 'holiday', 'x')", id));
                Assert.Equal("42501", await Sql.RefusedAsync(source, "SELECT count(*) FROM gov.calendar_draft"));
                Assert.Equal("42501", await Sql.RefusedAsync(source, "SELECT * FROM gov.move_due_dates('{}', '{}', '{}', '{}', '', '', now())"));
            }
        }

        await _portal.UndoAsync(id);
    }
}
