using CsCheck;
using GovDisclosure.Domain.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

public sealed class RegionalDaysOffTests
{
    // 三月三 of 2016 in Guangxi: two working days off besides the country's.
    private static readonly RegionalDaysOff Guangxi = new("广西壮族自治区", [Off("2016-04-11"), Off("2016-04-12")]);

    [Fact]
    public void In_LocalDaysOff_CountOverThemAndSayWhose()
    {
        var calendar = Calendar.In(Guangxi);

        Assert.Equal("广西壮族自治区", calendar.Region);
        Assert.Equal(Date("2016-04-13"), calendar.AddWorkingDays(Date("2016-04-08"), 1));
        Assert.Equal(("三月三", "广西壮族自治区"), (calendar.Describe(Date("2016-04-11")).Name, calendar.Describe(Date("2016-04-11")).Region));
        Assert.Null(calendar.Describe(Date("2016-10-01")).Region);
        Assert.Null(Calendar.Region);
        Assert.Equal(Date("2016-04-11"), Calendar.AddWorkingDays(Date("2016-04-08"), 1));
    }

    [Fact]
    public void In_LocalDayOnAMakeUpDayOrANationalHoliday_IsOffEitherWay()
    {
        var calendar = Calendar.In(new RegionalDaysOff("某自治州", [Off("2016-10-08"), Off("2016-10-01"), Off("2031-04-01")]));

        Assert.False(calendar.IsWorkingDay(Date("2016-10-08")));
        Assert.Equal("国庆节", calendar.Describe(Date("2016-10-01")).Name);
        Assert.True(calendar.IsWorkingDay(Date("2031-04-01"))); // nothing is announced there
        Assert.True(calendar.IsProvisional(Date("2031-04-01")));
    }

    [Fact]
    public void In_AnyLocalDays_EqualsTheOracle() =>
        Gen.Select(AnyDates, Gen.Int[-200, 200], AnyDates.HashSet[0, 40]).Sample((from, count, off) =>
        {
            var calendar = Calendar.In(new RegionalDaysOff("某地", off.Select(date => Off(date))));
            var date = from;
            for (var left = Math.Abs(count); left > 0;)
            {
                date = date.AddDays(Math.Sign(count));
                var isOff = off.Contains(date) && date.Year is >= 2008 and <= 2026;
                left -= NaiveCalendar.IsWorkingDay(date) && !isOff ? 1 : 0;
            }

            return calendar.AddWorkingDays(from, count) == date;
        }, iter: 300);

    [Fact]
    public void Constructor_DaysThatAreNotOffOrTwice_Throws()
    {
        var worked = new CalendarEntry(Date("2016-04-09"), CalendarDayKind.MakeUpWorkday, "三月三", Notice: null);

        Assert.Throws<ArgumentException>(() => new RegionalDaysOff("广西", [worked]));
        Assert.Throws<ArgumentException>(() => new RegionalDaysOff("广西", [Off("2016-04-11"), Off("2016-04-11")]));
    }

    private static CalendarEntry Off(string date) => Off(Date(date));

    private static CalendarEntry Off(DateOnly date) => new(date, CalendarDayKind.Holiday, "三月三", Notice: null);
}
