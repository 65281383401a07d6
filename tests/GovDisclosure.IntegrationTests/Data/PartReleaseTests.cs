using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>What a district no longer owes, its sub-units no longer owe in parts: from the same instant on, and what is past stays.</summary>
public sealed class PartReleaseTests(PortalServer server)
{
    private const string Note = "依法不予公开";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_ReleaseGranted_PartsAreReleasedAndThePastStays()
    {
        var (district, duty) = await NewDutyAsync(TriggerKind.PenaltyDecision);
        await district.PassAsync(duty.Id, RollUpMode.All);
        var parts = new[] { await TestDistrict.PartOfAsync(district.Units[0], duty.Id), await TestDistrict.PartOfAsync(district.Units[1], duty.Id) };
        await district.Units[0].LogAsync("街道公开", new DateOnly(2016, 10, 19), [parts[0]]);

        await ReleaseAsync(district, duty);

        Assert.Equal(ObligationState.Exempt, (await district.Agency.DutyAsync(duty.Id)).State);
        foreach (var (unit, part) in district.Units.Zip(parts))
        {
            Assert.Equal(ObligationState.Exempt, (await unit.DutyAsync(part)).State);
            await using var db = unit.Open();
            var owed = await new ObligationQueries(db).ListAsync(new ObligationFilter(), PageRequest.First, unit.View, Cancellation);
            Assert.Empty(owed.Rows);
            var released = await db.ObligationStandings.SingleAsync(row => row.ObligationId == part && row.ValidTo == null, Cancellation);
            Assert.Equal((StandingReason.WholeReleased, Note, "测试经办人"), (released.Reason, released.Note, released.ActorName));
            var told = Assert.Single((await new ObligationDetailQuery(db).FindAsync(part, unit.View, Cancellation))!.History, entry => entry.Kind == HistoryKind.WholeReleased);
            Assert.Equal((Note, "测试经办人"), (told.Note, told.ActorName));
        }

        await using var first = district.Units[0].Open();
        Assert.Equal("街道公开", Assert.Single((await new ObligationDetailQuery(first).FindAsync(parts[0], district.Units[0].View, Cancellation))!.Disclosures).Title);
        Assert.Equal(ObligationState.FulfilledOnTime, await StateBeforeAsync(district.Units[0], parts[0]));
        Assert.Equal(ObligationState.Upcoming, await StateBeforeAsync(district.Units[1], parts[1]));
    }

    [Fact]
    public async Task Decide_ReleaseGranted_IsInEveryTrailAndNoPartIsLeft()
    {
        var (district, duty) = await NewDutyAsync(TriggerKind.PenaltyDecision);
        await district.PassAsync(duty.Id, RollUpMode.Any);

        await ReleaseAsync(district, duty);

        await using var db = district.Agency.Open();
        Assert.All(await db.DutyParts.ToListAsync(Cancellation), part => Assert.Equal((true, Note), (part.TakenBackAt is not null, part.TakenBackReason)));
        Assert.Empty((await new SubUnitQueries(db).FindAsync(duty.Id, district.Agency.View, Cancellation))!.Parts);
        Assert.Empty(await new DistrictQueries(db).PassedCountsAsync([duty.Id], district.Agency.View, Cancellation));
        Assert.Equal(2, (await HistoryAsync(district, duty)).Count(entry => entry.Kind == HistoryKind.PartReleased && entry.Note == Note));
        Assert.Equal(2, await LinesAsync(district.Agency, "part.released"));
        foreach (var unit in district.Units)
        {
            Assert.Equal(1, await LinesAsync(unit, "part.released"));
        }
    }

    [Fact]
    public async Task Cancel_OfTheEvent_PartsFallAwayWithIt()
    {
        var (district, duty) = await NewDutyAsync(TriggerKind.MeetingDecision);
        await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[0]]);
        var part = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);

        await using var cases = new Cases(district.Agency.Open());
        Assert.Null(await cases.Events.CancelAsync(duty.TriggerId!.Value, "登记有误", Cancellation));

        Assert.Equal(ObligationState.Cancelled, (await district.Agency.DutyAsync(duty.Id)).State);
        Assert.Equal(ObligationState.Cancelled, (await district.Units[0].DutyAsync(part)).State);
        await using var db = district.Agency.Open();
        Assert.Equal("登记有误", (await db.DutyParts.SingleAsync(Cancellation)).TakenBackReason);
        Assert.Equal(1, await LinesAsync(district.Units[0], "part.released"));
    }

    [Fact]
    public async Task Release_AndPassAtOneMoment_NoPartIsLeftOwed()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        for (var round = 0; round < 6; round++)
        {
            var (district, duty) = await NewDutyAsync(TriggerKind.PenaltyDecision);
            await district.Agency.AskAsync(duty.Id, null);
            var request = (await district.Agency.RequestAsync(duty.Id)).Id;

            var passing = district.PassAsync(duty.Id, RollUpMode.All);
            var deciding = office.DecideAsync(request, DecisionOutcome.Grant, note: Note);

            Assert.Empty(await deciding);
            Assert.All((await passing).Violations, violation => Assert.Equal("WholeNotOwed", violation.Code));
            await using var db = district.Agency.Open();
            Assert.False(await db.DutyParts.AnyAsync(part => part.TakenBackAt == null, Cancellation));
        }
    }

    [Fact]
    public async Task Release_OfWhatWasTakenBackByHand_ChangesNothingOfIt()
    {
        var (district, duty) = await NewDutyAsync(TriggerKind.PenaltyDecision);
        await district.PassAsync(duty.Id, RollUpMode.All);
        await district.TakeBackAsync(duty.Id, district.Units[0], "改由另一单位承担");

        await ReleaseAsync(district, duty);

        var history = await HistoryAsync(district, duty);
        Assert.Equal("改由另一单位承担", Assert.Single(history, entry => entry.Kind == HistoryKind.PartTakenBack).Note);
        Assert.Equal(district.Units[1].Agency.ShortName, Assert.Single(history, entry => entry.Kind == HistoryKind.PartReleased).Title);
        Assert.Equal(0, await LinesAsync(district.Units[0], "part.released"));
    }

    [Fact]
    public async Task Release_OfAPartThatFellAwayByItself_AddsNoSecondStanding()
    {
        var (district, duty) = await NewDutyAsync(TriggerKind.PenaltyDecision);
        await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[0]]);
        var part = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);
        // As where an administrator replaces the rule of both.
        await Sql.RunAsync(server.Administrator, "UPDATE gov.obligation_standing SET valid_to = valid_from + interval '1 hour' WHERE obligation_id = $1", part);
        await Sql.RunAsync(server.Administrator, """
            INSERT INTO gov.obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason)
            SELECT agency_id, obligation_id, valid_to, due_at, 'cancelled', 'cancelled' FROM gov.obligation_standing WHERE obligation_id = $1
            """, part);

        await ReleaseAsync(district, duty);

        await using var db = district.Units[0].Open();
        Assert.Equal(2, await db.ObligationStandings.CountAsync(row => row.ObligationId == part, Cancellation));
        await using var own = district.Agency.Open();
        Assert.NotNull((await own.DutyParts.SingleAsync(Cancellation)).TakenBackAt);
    }

    [Fact]
    public async Task Migration_OfAWholeReleasedBefore_ReleasesItsPartsFromThenOn()
    {
        var (district, duty) = await NewDutyAsync(TriggerKind.PenaltyDecision);
        await district.PassAsync(duty.Id, RollUpMode.All);
        // As it was written before the parts fell away with it: without the trigger.
        await Sql.RunAsync(server.Administrator, $"""
            SET session_replication_role = replica;
            UPDATE gov.obligation_standing SET valid_to = valid_from + interval '1 hour' WHERE obligation_id = '{duty.Id}';
            INSERT INTO gov.obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note)
            SELECT agency_id, obligation_id, valid_to, due_at, 'exempt', 'exempted', '{Note}' FROM gov.obligation_standing WHERE obligation_id = '{duty.Id}';
            RESET session_replication_role;
            """);
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "GovDisclosure.Data", "Sql", "0004_parts.sql"), Cancellation);

        await Sql.RunAsync(server.Administrator, "BEGIN;" + script[script.IndexOf("SET LOCAL ROLE", StringComparison.Ordinal)..] + "COMMIT;");

        await using var db = district.Agency.Open();
        Assert.All(await db.DutyParts.ToListAsync(Cancellation), part => Assert.Equal((true, Note), (part.TakenBackAt is not null, part.TakenBackReason)));
        foreach (var unit in district.Units)
        {
            await using var own = unit.Open();
            var standings = await own.ObligationStandings.OrderBy(row => row.ValidFrom).ToListAsync(Cancellation);
            Assert.Equal([ObligationDisposition.Open, ObligationDisposition.Exempt], standings.Select(row => row.Disposition));
            Assert.Equal(standings[1].ValidFrom, standings[0].ValidTo);
            // Not from the day of the release: until the migration it was shown as owed.
            Assert.True(standings[1].ValidFrom > TimeProvider.System.GetUtcNow().AddHours(-1));
        }
    }

    [Fact]
    public async Task History_OfTheWayPartsMakeUpTheWhole_TellsEachChange()
    {
        var (district, duty) = await NewDutyAsync(TriggerKind.PenaltyDecision);
        await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[0]]);
        await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[1]]);
        await district.PassAsync(duty.Id, RollUpMode.Any, units: []);
        await district.PassAsync(duty.Id, RollUpMode.Chosen, units: [], chosen: [district.Units[0]]);
        await district.PassAsync(duty.Id, RollUpMode.Chosen, units: [], chosen: [district.Units[1]]);

        var changes = (await HistoryAsync(district, duty)).Where(entry => entry.Kind == HistoryKind.RollUpChanged).ToList();

        Assert.Equal(
            [new(RollUpMode.All, RollUpMode.Any), new(RollUpMode.Any, RollUpMode.Chosen), new RollUpChange(RollUpMode.Chosen, RollUpMode.Chosen)],
            changes.Select(entry => entry.RollUp));
        Assert.All(changes, entry => Assert.Equal("测试经办人", entry.ActorName));
    }

    private async Task<(TestDistrict District, Obligation Duty)> NewDutyAsync(TriggerKind kind)
    {
        var district = await TestDistrict.CreateAsync(server);
        return (district, (await district.Agency.TriggerAsync(kind, BeijingTime.StartOf(new DateOnly(2016, 10, 10))))[0]);
    }

    private async Task ReleaseAsync(TestDistrict district, Obligation duty)
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        Assert.Empty(await district.Agency.AskAsync(duty.Id, null));
        Assert.Empty(await office.DecideAsync((await district.Agency.RequestAsync(duty.Id)).Id, DecisionOutcome.Grant, note: Note));
    }

    // As it was known when the release was written, and a moment before it held.
    private static async Task<ObligationState> StateBeforeAsync(TestAgency unit, Guid part)
    {
        await using var db = unit.Open();
        var at = (await db.ObligationStandings.SingleAsync(row => row.ObligationId == part && row.ValidTo == null, Cancellation)).ValidFrom;
        return (await db.ObligationsAt(at, at, at).SingleAsync(row => row.Id == part, Cancellation)).State;
    }

    private static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(TestDistrict district, Obligation duty)
    {
        await using var db = district.Agency.Open();
        return (await new ObligationDetailQuery(db).FindAsync(duty.Id, district.Agency.View, Cancellation))!.History;
    }

    private async Task<int> LinesAsync(TestAgency agency, string action) => (int)await Sql.ScalarAsync<long>(
        server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE agency_id = $1 AND action = $2", agency.Id, action);
}
