using GovDisclosure.Domain.Calendars;
using Microsoft.Extensions.Time.Testing;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

public sealed class BeijingClockTests
{
    private readonly FakeTimeProvider _time = new(Instant("2026-11-24T16:30:00Z"));

    [Fact]
    public void Now_NotPinned_IsTheRealInstant()
    {
        var clock = new BeijingClock(_time);

        Assert.False(clock.IsPinned);
        Assert.Equal(Instant("2026-11-24T16:30:00Z"), clock.Now);
        Assert.Equal(Date("2026-11-25"), clock.Today); // half past midnight in Beijing
    }

    [Fact]
    public void Now_Pinned_IsThatDateAtTheRealTimeOfDay()
    {
        var clock = new BeijingClock(_time, Date("2016-10-20"));

        Assert.True(clock.IsPinned);
        Assert.Equal(Instant("2016-10-20T00:30:00+08:00"), clock.Now);
        Assert.Equal(TimeSpan.Zero, clock.Now.Offset);
        Assert.Equal(Date("2016-10-20"), clock.Today);
    }

    [Fact]
    public void Today_PinnedWhileTheRealDayEnds_Stays()
    {
        var clock = new BeijingClock(_time, Date("2016-10-20"));
        _time.Advance(TimeSpan.FromHours(23.75));

        Assert.Equal(Date("2016-10-20"), clock.Today);
        Assert.Equal(Instant("2016-10-20T00:15:00+08:00"), clock.Now);
    }

    [Fact]
    public void Today_NotPinnedWhileTheRealDayEnds_MovesAtBeijingMidnight()
    {
        var clock = new BeijingClock(_time);
        _time.Advance(TimeSpan.FromHours(23.5));

        Assert.Equal(Date("2026-11-26"), clock.Today);
    }

    [Fact]
    public void Now_FinerThanMicroseconds_IsCutToWhatTheDatabaseKeeps()
    {
        _time.Advance(TimeSpan.FromTicks(1_234_567));

        Assert.Equal(Instant("2026-11-24T16:30:00.123456Z"), new BeijingClock(_time).Now);
    }
}
