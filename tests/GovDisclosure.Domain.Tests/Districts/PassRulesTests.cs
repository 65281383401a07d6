using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Tests.Districts;

public sealed class PassRulesTests
{
    private static readonly DateOnly Today = new(2016, 10, 20);
    private static readonly DateOnly CityDue = new(2016, 10, 31);
    private static readonly Guid Unit = Guid.NewGuid();
    private static readonly DutyToPass Whole = new(new DateOnly(2016, 10, 1), BeijingTime.EndOf(CityDue), ObligationState.Upcoming, []);

    [Theory]
    [InlineData("2016-10-20")]
    [InlineData("2016-10-31")]
    public void Check_OwnDateFromTodayToTheCitys_Allowed(string due) => Assert.Empty(Codes(Draft(DateOnly.Parse(due, null))));

    [Theory]
    [InlineData("2016-11-01", "DueAfterCity")]
    [InlineData("2016-10-19", "DueTooEarly")]
    [InlineData(null, "DueMissing")]
    public void Check_AnotherDate_StandsBesideItsField(string? due, string code)
    {
        var violation = Assert.Single(PassRules.Check(Draft(due is null ? null : DateOnly.Parse(due, null)), Whole, Today));

        Assert.Equal((code, $"Dues[{Unit}]"), (violation.Code, violation.Field));
    }

    [Fact]
    public void Check_BeforeTheDutyBegins_ItsFirstDayIsTheEarliest()
    {
        var later = Whole with { WindowStart = new DateOnly(2016, 10, 25) };

        Assert.Equal(["DueTooEarly"], Codes(Draft(new DateOnly(2016, 10, 24)), later));
        Assert.Empty(Codes(Draft(new DateOnly(2016, 10, 25)), later));
    }

    [Fact]
    public void Check_OverdueDuty_OnlyTheCitysOwnDate()
    {
        var late = Whole with { DueAt = BeijingTime.EndOf(new DateOnly(2016, 9, 30)), State = ObligationState.Overdue };

        Assert.Empty(Codes(Draft(new DateOnly(2016, 9, 30)), late));
        Assert.Equal(["DueAfterCity"], Codes(Draft(Today), late));
        Assert.Equal(["DueTooEarly"], Codes(Draft(new DateOnly(2016, 9, 29)), late));
    }

    [Theory]
    [InlineData(ObligationState.Exempt, "WholeNotOwed")]
    [InlineData(ObligationState.Cancelled, "WholeNotOwed")]
    [InlineData(ObligationState.FulfilledOnTime, "WholeDone")]
    [InlineData(ObligationState.FulfilledLate, "WholeDone")]
    public void Check_DutyNotToBeDone_Refused(ObligationState state, string code) => Assert.Equal([code], Codes(Draft(CityDue), Whole with { State = state }));

    [Fact]
    public void Check_NobodyNamed_RefusedUnlessPartsAreThere()
    {
        var nobody = new PassDraft([], RollUpMode.Any, [], null);

        Assert.Equal(["NoUnit"], Codes(nobody));
        Assert.Empty(Codes(nobody, Whole with { HeldBy = [Unit], State = ObligationState.FulfilledOnTime }));
        Assert.Equal(["AlreadyPassed"], Codes(Draft(CityDue), Whole with { HeldBy = [Unit] }));
    }

    [Fact]
    public void Check_ChosenMode_NeedsOneThatIsMarked()
    {
        Assert.Equal(["NoneChosen"], Codes(Draft(CityDue) with { RollUp = RollUpMode.Chosen, Chosen = [Guid.NewGuid()] }));
        Assert.Empty(Codes(Draft(CityDue) with { RollUp = RollUpMode.Chosen, Chosen = [Unit] }));
        Assert.Equal(["NoteTooLong"], Codes(Draft(CityDue) with { Note = new string('长', DutyPass.NoteLength + 1) }));
    }

    [Fact]
    public void DueAtOf_ClockInHours_NeverAfterTheWholes()
    {
        var emergency = Whole with { DueAt = BeijingTime.At(CityDue, new TimeOnly(9, 30)) };

        Assert.Equal(emergency.DueAt, emergency.DueAtOf(CityDue));
        Assert.Equal(BeijingTime.EndOf(CityDue.AddDays(-1)), emergency.DueAtOf(CityDue.AddDays(-1)));
    }

    private static PassDraft Draft(DateOnly? dueOn) => new([new UnitDraft(Unit, dueOn)], RollUpMode.All, [], null);

    private static IEnumerable<string> Codes(PassDraft draft, DutyToPass? whole = null) => PassRules.Check(draft, whole ?? Whole, Today).Select(found => found.Code);
}
