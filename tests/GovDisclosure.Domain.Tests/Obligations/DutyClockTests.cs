using CsCheck;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Tests.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Obligations;

public sealed class DutyClockTests
{
    private static readonly DateOnly Decided = new(2016, 9, 9);
    private static readonly DutyClock Twenty = new([Rules.WorkingDays(20)], BeijingTime.StartOf(Decided), ClockChanges.None);
    private static readonly DutyClock Both = Twenty with { Bases = [Rules.WorkingDays(20), Rules.WorkingDays(7)] };

    [Fact]
    public void DueAt_TwentyAndTwenty_AreFortyFromTheStart() =>
        Assert.Equal(BeijingTime.EndOf(Calendar.AddWorkingDays(Decided, 40)), Twenty.ExtendedBy(20).DueAt(Calendar));

    [Fact]
    public void Count_TwoBases_KeepsBothAndTheEarliestBinds()
    {
        var due = Both.Count(Calendar);

        Assert.Equal([Calendar.AddWorkingDays(Decided, 20), Calendar.AddWorkingDays(Decided, 7)], due.All.Select(basis => basis.Due.DueOn));
        Assert.Equal(7, due.Binding.Rule.Value);
    }

    [Fact]
    public void Stopped_FiveWorkingDays_MovesByFiveWorkingDays()
    {
        // 19 to 23 September 2016 is a full working week.
        var stopped = Twenty.Stopped(new DateOnly(2016, 9, 19), new DateOnly(2016, 9, 23));

        Assert.Equal(BeijingTime.EndOf(Calendar.AddWorkingDays(Decided, 25)), stopped.DueAt(Calendar));
        Assert.Equal(Twenty.Count(Calendar).Binding.Original, stopped.Count(Calendar).Binding.Original);
    }

    [Fact]
    public void DueAt_NamedDate_HoldsWhereItIsLater()
    {
        var counted = Twenty.DueAt(Calendar);
        var day = new DateOnly(2016, 12, 1);

        Assert.Equal(BeijingTime.EndOf(day), (Twenty with { GrantedUntil = day }).DueAt(Calendar));
        Assert.Equal(counted, (Twenty with { GrantedUntil = new DateOnly(2016, 9, 12) }).DueAt(Calendar));
        Assert.Equal(Twenty.ExtendedBy(100).DueAt(Calendar), (Twenty.ExtendedBy(100) with { GrantedUntil = day }).DueAt(Calendar));
    }

    [Fact]
    public void CountsOneUnit_HoursBesideDays_Cannot()
    {
        Assert.True(Both.CountsOneUnit);
        Assert.False((Twenty with { Bases = [Rules.WorkingDays(20), Rules.Hours(24)] }).CountsOneUnit);
        Assert.False((Twenty with { Bases = [Rules.WorkingDaysBefore(7)] }).CountsOneUnit);
        Assert.True((Twenty with { Bases = [Rules.Hours(24)] }).CountsOneUnit);
        Assert.False((Twenty with { Bases = [Rules.Hours(24)] }).CanStop);
        Assert.False((Twenty with { Bases = [Rules.Months(3)] }).CanStop);
    }

    [Fact]
    public void Check_BeyondTheCapOfOneBasis_IsNamedOnce()
    {
        var capped = Both with { Bases = [.. Both.Bases.Select(basis => basis with { ExtensionCap = 20 })] };

        Assert.Empty(capped.ExtendedBy(20).Check());
        Assert.Equal(["ExtensionBeyondCap"], capped.ExtendedBy(20).ExtendedBy(1).Check().Select(violation => violation.Code));
        Assert.Equal(20, capped.ExtensionCap);
        Assert.Null(Both.ExtensionCap);
    }

    [Fact]
    public void DueAt_AnyGrants_OrderDoesNotMatterAndNoneMakesItEarlier() =>
        Gen.Select(AnyDates, Gen.Int[1, 40], Gen.Int[1, 30], Gen.Int[1, 30], Gen.Int[0, 40], Gen.Int[0, 20]).Sample((start, count, one, other, offset, length) =>
        {
            var clock = new DutyClock([Rules.WorkingDays(count), Rules.WorkingDays(count + 3)], BeijingTime.StartOf(start), ClockChanges.None);
            var from = start.AddDays(1 + offset);
            var (a, b) = (clock.ExtendedBy(one).ExtendedBy(other).Stopped(from, from.AddDays(length)), clock.Stopped(from, from.AddDays(length)).ExtendedBy(other).ExtendedBy(one));
            return a.DueAt(Calendar) == b.DueAt(Calendar) && a.DueAt(Calendar) > clock.DueAt(Calendar)
                && clock.ExtendedBy(one).ExtendedBy(other).DueAt(Calendar) == clock.ExtendedBy(one + other).DueAt(Calendar);
        }, iter: 2000);
}
