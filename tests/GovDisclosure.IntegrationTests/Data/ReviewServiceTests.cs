using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Reviews;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Reviews;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>A returned disclosure counts no longer, at once; a return is the last word.</summary>
public sealed class ReviewServiceTests(PortalServer server)
{
    private static readonly DateOnly Published = new(2016, 9, 20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Review_Returned_DutyIsOwedAgainAndTheAgencyIsTold()
    {
        var (office, agency, duty, disclosure) = await LoggedAsync();

        var refusals = await office.ReviewAsync(disclosure, ReviewOutcome.Returned, "链接打不开");

        Assert.Empty(refusals);
        Assert.Equal(ObligationState.Overdue, (await agency.DutyAsync(duty.Id)).State);
        await using var db = agency.Open();
        var told = Assert.Single(await new ReviewQueries(db).ReturnedAsync(null, 10, Cancellation));
        Assert.Equal((disclosure, "链接打不开"), (told.Id, told.Reason));
        var history = await new ObligationDetailQuery(db).HistoryOfAsync(agency.Id, duty.Id, Cancellation);
        Assert.Contains(history, entry => entry is { Kind: HistoryKind.DisclosureReturned, Note: "链接打不开" });
        Assert.DoesNotContain(history, entry => entry.Kind == HistoryKind.DisclosureWithdrawn);
    }

    [Fact]
    public async Task Review_ReturnedAndLoggedAnew_NothingLeftToTell()
    {
        var (office, agency, duty, disclosure) = await LoggedAsync();
        await office.ReviewAsync(disclosure, ReviewOutcome.Returned, "链接打不开");

        await agency.LogAsync("重新登记", new DateOnly(2016, 10, 19), [duty.Id]);

        await using var db = agency.Open();
        Assert.Empty(await new ReviewQueries(db).ReturnedAsync(null, 10, Cancellation));
        Assert.Equal(ObligationState.FulfilledLate, (await agency.DutyAsync(duty.Id)).State);
    }

    [Fact]
    public async Task Review_AcceptedThenReturned_LastWordHolds()
    {
        var (office, agency, duty, disclosure) = await LoggedAsync();

        Assert.Empty(await office.ReviewAsync(disclosure, ReviewOutcome.Accepted));
        Assert.Equal(ObligationState.FulfilledOnTime, (await agency.DutyAsync(duty.Id)).State);
        Assert.Empty(await office.ReviewAsync(disclosure, ReviewOutcome.Returned, "链接已失效"));
        Assert.Equal(["AlreadyReturned"], (await office.ReviewAsync(disclosure, ReviewOutcome.Accepted)).Select(violation => violation.Code));
        Assert.Equal(ObligationState.Overdue, (await agency.DutyAsync(duty.Id)).State);
    }

    [Fact]
    public async Task Review_ByTwoAtOnce_OneWins()
    {
        var (office, _, _, disclosure) = await LoggedAsync();
        var colleague = await TestAgency.CreateOfficeAsync(server);

        var answers = await Task.WhenAll(
            office.ReviewAsync(disclosure, ReviewOutcome.Returned, "一"), colleague.ReviewAsync(disclosure, ReviewOutcome.Returned, "二"));

        Assert.Equal(["AlreadyReturned"], answers.SelectMany(answer => answer).Select(violation => violation.Code));
    }

    [Fact]
    public async Task Withdraw_ReturnedOrAccepted_OnlyTheAccepted()
    {
        var (office, agency, _, returned) = await LoggedAsync();
        var (_, other, _, accepted) = await LoggedAsync();
        await office.ReviewAsync(returned, ReviewOutcome.Returned, "链接打不开");
        await office.ReviewAsync(accepted, ReviewOutcome.Accepted);

        Assert.Equal("AlreadyReturned", await WithdrawAsync(agency, returned));
        Assert.Null(await WithdrawAsync(other, accepted));
        Assert.Equal(["DisclosureWithdrawn"], (await office.ReviewAsync(accepted, ReviewOutcome.Returned, "原因")).Select(violation => violation.Code));
        await using var db = office.Open();
        Assert.Equal(ReviewState.Withdrawn, (await new ReviewQueries(db).AllFindAsync(accepted, Cancellation))!.State);
    }

    [Fact]
    public async Task Accept_Many_LeavesOutWhatIsClosed()
    {
        var (office, _, _, first) = await LoggedAsync();
        var (_, _, _, second) = await LoggedAsync();
        var (_, third, _, withdrawn) = await LoggedAsync();
        await WithdrawAsync(third, withdrawn);
        await using var db = office.Open();
        var service = new ReviewService(db, TestClock.Beijing);

        var result = await service.AcceptAsync([first, second, withdrawn, first], Cancellation);
        var again = await service.AcceptAsync([first, second], Cancellation);

        Assert.Equal(new AcceptResult(2, 1), result);
        Assert.Equal(new AcceptResult(0, 2), again);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => service.AcceptAsync([Guid.NewGuid()], Cancellation));
    }

    [Fact]
    public async Task AllCounts_OfAnAgency_EqualTheRowsOfEachLight()
    {
        var (office, agency, _, disclosure) = await LoggedAsync();
        await office.ReviewAsync(disclosure, ReviewOutcome.Returned, "原因");
        await agency.LogAsync("第二条", Published, [(await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 12))))[0].Id]);
        await using var db = office.Open();
        var queries = new ReviewQueries(db);

        var counts = await queries.AllCountsAsync(new ReviewFilter(AgencyId: agency.Id), Cancellation);

        foreach (var state in Enum.GetValues<ReviewState>())
        {
            Assert.Equal(counts.GetValueOrDefault(state), (await queries.AllAsync(new ReviewFilter(state, agency.Id), Cancellation)).Count);
        }

        Assert.Equal(2, counts.Values.Sum());
    }

    private static async Task<string?> WithdrawAsync(TestAgency agency, Guid disclosure)
    {
        await using var db = agency.Open();
        return (await new DisclosureService(db, TestClock.Beijing).WithdrawAsync(disclosure, "登记有误", Cancellation))?.Code;
    }

    private async Task<(TestAgency Office, TestAgency Agency, Obligation Duty, Guid Disclosure)> LoggedAsync()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9))))[0];
        var logged = await agency.LogAsync("处罚决定书公开", Published, [duty.Id]);
        return (await TestAgency.CreateOfficeAsync(server), agency, duty, logged.DisclosureId!.Value);
    }
}
