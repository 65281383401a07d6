using CsCheck;
using GovDisclosure.Domain.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

public sealed class BeijingTimeTests
{
    [Theory]
    [InlineData("2016-10-13T15:59:59Z", "2016-10-13")]
    [InlineData("2016-10-13T16:00:00Z", "2016-10-14")] // midnight in Beijing while UTC is still on the 13th
    [InlineData("2016-10-13T23:59:59Z", "2016-10-14")]
    [InlineData("2016-10-14T00:00:00Z", "2016-10-14")] // 08:00 in Beijing
    [InlineData("2016-10-14T00:00:00+08:00", "2016-10-14")]
    [InlineData("2016-10-13T23:59:59+08:00", "2016-10-13")]
    [InlineData("2016-07-13T16:00:00Z", "2016-07-14")] // no summer time
    [InlineData("2015-12-31T16:00:00Z", "2016-01-01")]
    [InlineData("2016-10-13T12:00:00-07:00", "2016-10-14")]
    public void DateOf_AroundMidnight_IsTheDateInBeijing(string instant, string expected)
    {
        Assert.Equal(Date(expected), BeijingTime.DateOf(Instant(instant)));
    }

    [Fact]
    public void EndOf_ADay_Is2400AsUtc()
    {
        var end = BeijingTime.EndOf(Date("2016-10-13"));

        Assert.Equal(Instant("2016-10-13T16:00:00Z"), end);
        Assert.Equal(TimeSpan.Zero, end.Offset);
        Assert.Equal(BeijingTime.StartOf(Date("2016-10-14")), end);
    }

    [Fact]
    public void At_ATimeOfDay_IsThatTimeInBeijingAsUtc()
    {
        var instant = BeijingTime.At(Date("2016-10-14"), new TimeOnly(7, 30));

        Assert.Equal(Instant("2016-10-13T23:30:00Z"), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Fact]
    public void At_DateAndTimeOfAnInstant_GivesTheInstantBack() =>
        Gen.Select(AnyDates, Gen.Long[0, TimeSpan.TicksPerDay - 1]).Sample((date, ticks) =>
        {
            var instant = BeijingTime.At(date, new TimeOnly(ticks));
            return BeijingTime.DateOf(instant) == date
                && BeijingTime.TimeOf(instant).Ticks == ticks
                && instant >= BeijingTime.StartOf(date)
                && instant < BeijingTime.EndOf(date);
        });
}
