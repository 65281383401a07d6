using GovDisclosure.Domain.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

public sealed class CalendarNoticeTests
{
    private static readonly DateOnly Today = Date("2016-08-10");

    [Fact]
    public void Check_AProperNotice_FindsNothing() => Assert.Empty(Check(Draft()));

    [Fact]
    public void Check_EachMistake_IsNamedBesideItsField()
    {
        var day = Draft().Days[0];
        Assert.Equal(("NumberMissing", "Number"), Only(Draft() with { Number = "" }));
        Assert.Equal(("TooLong", "Number"), Only(Draft() with { Number = new string('长', 101) }));
        Assert.Equal(("NumberKnown", "Number"), Only(Draft() with { Number = "国办发明电〔2015〕18号" }));
        Assert.Equal(("YearMissing", "Year"), Only(Draft() with { Year = null }));
        Assert.Equal(("YearGap", "Year"), Only(Draft() with { Year = 2028, Days = [day with { Date = Date("2028-01-03") }] }));
        Assert.Equal(("YearGap", "Year"), Only(Draft() with { Year = 2007, Days = [day with { Date = Date("2007-01-03") }] }));
        Assert.Equal(("IssuedMissing", "IssuedOn"), Only(Draft() with { IssuedOn = null }));
        Assert.Equal(("IssuedInFuture", "IssuedOn"), Only(Draft() with { IssuedOn = Today.AddDays(1) }));
        Assert.Equal(("TooLong", "Source"), Only(Draft() with { Source = new string('s', 501) }));
        Assert.Equal(("DaysMissing", "Days"), Only(Draft() with { Days = [] }));
        Assert.Equal(("TooManyDays", "Days"), Only(Draft() with { Days = [.. Enumerable.Range(0, 121).Select(n => day with { Date = Date("2016-01-01").AddDays(n) })] }));
        Assert.Equal(("DayOutside", "Days"), Only(Draft() with { Days = [day with { Date = Date("2017-01-02") }] }));
        Assert.Equal(("DayTwice", "Days"), Only(Draft() with { Days = [day, day] }));
        Assert.Equal(("MakeUpOnWeekday", "Days"), Only(Draft() with { Days = [day with { Kind = NoticeDayKind.MakeUpWorkday }] }));
        Assert.Equal(("DayName", "Days"), Only(Draft() with { Days = [day with { Name = "" }] }));
        Assert.Empty(Check(Draft() with { Days = [day with { Name = "", Kind = NoticeDayKind.Ordinary }] }));
        Assert.Empty(Check(Draft() with { Days = [day with { Date = Date("2015-12-31") }] }));
    }

    [Fact]
    public void Read_TheShapeOfTheDocs_GivesTheNotice()
    {
        var read = CalendarNoticeJson.Read("""
            {
              "number": "国发明电〔2015〕1号", "year": 2015, "issued_on": "2015-05-13", "source": "https://www.gov.cn/",
              "days": [
                { "date": "2015-09-03", "type": "holiday", "name": "抗战胜利70周年纪念日" },
                { "date": "2015-09-06", "type": "makeup-workday", "name": "抗战胜利70周年纪念日" },
                { "date": "2015-09-07", "type": "ordinary" }
              ]
            }
            """)!;

        Assert.Equal(("国发明电〔2015〕1号", 2015, Date("2015-05-13"), "https://www.gov.cn/"), (read.Number, read.Year, read.IssuedOn, read.Source));
        Assert.Equal([NoticeDayKind.Holiday, NoticeDayKind.MakeUpWorkday, NoticeDayKind.Ordinary], read.Days.Select(day => day.Kind));
        Assert.Equal(Date("2015-09-06"), read.Days[1].Date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"days\":1}")]
    [InlineData("{\"days\":[1]}")]
    [InlineData("{\"days\":[{\"date\":\"2016-02-30\",\"type\":\"holiday\"}]}")]
    [InlineData("{\"days\":[{\"date\":\"2016-02-03\",\"type\":\"feast\"}]}")]
    [InlineData("{\"days\":[{\"date\":null,\"type\":\"holiday\"}]}")]
    [InlineData("{\"issued_on\":\"yesterday\",\"days\":[]}")]
    [InlineData("{\"year\":{},\"days\":[]}")]
    [InlineData("{\"days\":[[[[[[[[[[[]]]]]]]]]]]}")]
    public void Read_WhatIsNoNotice_GivesNothing(string text) => Assert.Null(CalendarNoticeJson.Read(text));

    private static CalendarNoticeDraft Draft() => new("国测发〔2016〕1号", 2016, Today, "", [new(Date("2016-09-01"), NoticeDayKind.Holiday, "试验")]);

    private static IEnumerable<RuleViolation> Check(CalendarNoticeDraft draft) =>
        CalendarNoticeRules.Check(draft, Calendar, new HashSet<string>(StringComparer.Ordinal) { "国办发明电〔2015〕18号" }, Today);

    private static (string Code, string? Field) Only(CalendarNoticeDraft draft)
    {
        var found = Assert.Single(Check(draft));
        return (found.Code, found.Field);
    }
}
