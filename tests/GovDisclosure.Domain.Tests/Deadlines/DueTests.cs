using GovDisclosure.Domain.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

public sealed class DueTests
{
    [Theory]
    [InlineData("2016-10-13T00:00:00+08:00", true)]
    [InlineData("2016-10-13T23:59:59+08:00", true)]
    [InlineData("2016-10-14T00:00:00+08:00", true)] // 24:00 of the last day
    [InlineData("2016-10-14T00:00:00.000001+08:00", false)]
    [InlineData("2016-10-13T15:59:59Z", true)]
    [InlineData("2016-10-13T16:00:01Z", false)] // still the 13th in UTC
    public void Covers_EndOfDay_IncludesTheWholeDayInBeijing(string publishedAt, bool expected)
    {
        Assert.Equal(expected, Due.EndOf(Date("2016-10-13")).Covers(Instant(publishedAt)));
    }

    [Fact]
    public void DueOn_EndOfDay_IsThatDayAndNotTheNext()
    {
        var due = Due.EndOf(Date("2016-10-13"));

        Assert.Equal(Date("2016-10-13"), due.DueOn);
        Assert.True(due.IsEndOfDay);
        Assert.Equal(TimeSpan.Zero, due.DueAt.Offset);
    }

    [Fact]
    public void DueOn_WithinADay_IsItsBeijingDate()
    {
        var due = new Due(Instant("2016-10-13T00:30:00+08:00"), IsProvisional: false);

        Assert.Equal(Date("2016-10-13"), due.DueOn);
        Assert.False(due.IsEndOfDay);
    }
}
