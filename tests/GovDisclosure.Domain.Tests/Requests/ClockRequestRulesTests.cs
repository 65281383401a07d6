using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Domain.Tests.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Requests;

public sealed class ClockRequestRulesTests
{
    private const int Most = 60;

    private static readonly DateOnly Decided = new(2016, 9, 9);
    private static readonly DateTimeOffset Now = BeijingTime.At(new DateOnly(2016, 9, 20), new TimeOnly(9, 0));
    private static readonly DutyClock Clock = new([Rules.WorkingDays(20)], BeijingTime.StartOf(Decided), ClockChanges.None);
    private static readonly RequestedDuty Duty = DutyOf(Clock);
    private static readonly RequestDraft More = new(DutyRequestKind.Extension, "案情复杂", null, null) { ExtendBy = 20 };
    private static readonly RequestDraft Pause =
        new(DutyRequestKind.Pause, "征求第三方意见", null, null) { StopFrom = new DateOnly(2016, 9, 19), StopTo = new DateOnly(2016, 9, 23) };

    [Fact]
    public void Check_PlainRequests_AreAccepted()
    {
        Assert.Empty(Codes(More));
        Assert.Empty(Codes(Pause));
    }

    [Theory]
    [InlineData(0, "ExtensionCount")]
    [InlineData(-1, "ExtensionCount")]
    [InlineData(1001, "ExtensionCount")]
    [InlineData(61, "CountTooFar")]
    [InlineData(1000, "CountTooFar")]
    public void Check_NumberThatCannotBe_IsRefused(int count, string code) => Assert.Equal([code], Codes(More with { ExtendBy = count }));

    [Fact]
    public void Check_SixtyWorkingDays_ReachesTheLimit() => Assert.Empty(Codes(More with { ExtendBy = Most }));

    [Fact]
    public void Check_DateAndNumber_IsOneTooMany() => Assert.Equal(["DateOrCount"], Codes(More with { DueOn = new DateOnly(2016, 11, 15) }));

    [Fact]
    public void Check_DutyWithoutATrigger_HasOnlyADate()
    {
        var periodic = Duty with { Clock = null };

        Assert.Equal(["CountNeedsPeriod"], Codes(More, periodic));
        Assert.Equal(["PauseNeedsPeriod"], Codes(Pause, periodic));
        Assert.Equal(["PauseNeedsPeriod"], Codes(Pause, DutyOf(Clock with { Bases = [Rules.Hours(24)] }), BeijingTime.StartOf(Decided)));
    }

    [Fact]
    public void Check_BeyondTheCapOfTheArticle_IsRefused()
    {
        var capped = DutyOf(Clock with { Bases = [Rules.WorkingDays(20) with { ExtensionCap = 20 }] });

        Assert.Empty(Codes(More, capped));
        Assert.Equal(["ExtensionBeyondCap"], Codes(More with { ExtendBy = 21 }, capped));
    }

    [Theory]
    [InlineData(null, "2016-09-23", "StopFromMissing")]
    [InlineData("2016-09-19", null, "StopToMissing")]
    [InlineData("2016-09-09", "2016-09-23", "StopBeforeTrigger")]
    [InlineData("2016-09-23", "2016-09-19", "StopEndsBeforeItStarts")]
    [InlineData("2016-10-14", "2016-10-20", "StopAfterDue")]
    [InlineData("2016-09-24", "2016-09-25", "NothingMoves")] // a weekend
    [InlineData("2016-10-01", "2016-10-07", "NothingMoves")] // the national day's week
    [InlineData("2016-09-19", "2017-03-31", "CountTooFar")]
    [InlineData("2016-09-19", "2026-03-31", "StopTooLong")]
    public void Check_PauseThatCannotBe_IsRefused(string? from, string? to, string code) => Assert.Equal(
        [code], Codes(Pause with { StopFrom = from is null ? null : Date(from), StopTo = to is null ? null : Date(to) }));

    [Fact]
    public void Check_PauseOfTheLastDay_MovesItByOne() =>
        Assert.Empty(Codes(Pause with { StopFrom = new DateOnly(2016, 10, 13), StopTo = new DateOnly(2016, 10, 13) }));

    [Fact]
    public void Check_AfterTheDueInstant_NeitherIsPossible()
    {
        var late = BeijingTime.StartOf(new DateOnly(2016, 10, 14));

        Assert.Equal(["AlreadyDue"], Codes(More, now: late));
        Assert.Equal(["AlreadyDue"], Codes(Pause, now: late));
    }

    [Fact]
    public void Cleaned_KeepsWhatBelongsToTheKind()
    {
        var all = new RequestDraft(DutyRequestKind.Exemption, " 理由 ", Decided, ExemptionGround.TradeSecret) { ExtendBy = 1, StopFrom = Decided, StopTo = Decided };

        Assert.Equal(new RequestDraft(DutyRequestKind.Exemption, "理由", null, ExemptionGround.TradeSecret), all.Cleaned());
        Assert.Equal(new RequestDraft(DutyRequestKind.Extension, "理由", Decided, null) { ExtendBy = 1 }, (all with { Kind = DutyRequestKind.Extension }).Cleaned());
        Assert.Equal(new RequestDraft(DutyRequestKind.Pause, "理由", null, null) { StopFrom = Decided, StopTo = Decided }, (all with { Kind = DutyRequestKind.Pause }).Cleaned());
    }

    private static RequestedDuty DutyOf(DutyClock clock)
    {
        var dueAt = clock.DueAt(Calendar);
        return new RequestedDuty(new ObligationFacts(dueAt, dueAt, ObligationDisposition.Open, null), HasPending: false, clock);
    }

    private static IReadOnlyList<string> Codes(RequestDraft draft, RequestedDuty? duty = null, DateTimeOffset? now = null) =>
        [.. RequestRules.Check(draft, duty ?? Duty, now ?? Now, Calendar, Most).Select(violation => violation.Code)];
}
