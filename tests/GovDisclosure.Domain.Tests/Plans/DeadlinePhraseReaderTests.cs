using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

public sealed class DeadlinePhraseReaderTests
{
    [Theory]
    [InlineData("应当自信息形成或者变更之日起20个工作日内予以公开。", "20个工作日内", DeadlineRuleKind.WorkingDaysAfterEvent, 20, "信息形成或者变更")]
    [InlineData("应于文件公开后3个工作日内发布。", "3个工作日内", DeadlineRuleKind.WorkingDaysAfterEvent, 3, "文件公开")]
    [InlineData("文件印发后,应在十五个工作日内解读。", "十五个工作日内", DeadlineRuleKind.WorkingDaysAfterEvent, 15, "文件印发")]
    [InlineData("会议议定的事项,除依法保密的外,要在3个工作日内公开。", "3个工作日内", DeadlineRuleKind.WorkingDaysAfterEvent, 3, "会议议定的事项")]
    [InlineData("会议纪要2个工作日以内上网。", "2个工作日以内", DeadlineRuleKind.WorkingDaysAfterEvent, 2, "会议纪要")]
    [InlineData("自收到申请之日起7日内答复。", "7日内", DeadlineRuleKind.CalendarDaysAfterEvent, 7, "收到申请")]
    [InlineData("在门户网站自印发之日起10天内公布。", "10天内", DeadlineRuleKind.CalendarDaysAfterEvent, 10, "印发")]
    [InlineData("自受理之日起三个月内完成。", "三个月内", DeadlineRuleKind.MonthsAfterEvent, 3, "受理")]
    [InlineData("突发事件发生后24小时内通报。", "24小时内", DeadlineRuleKind.HoursAfterEvent, 24, "突发事件发生")]
    [InlineData("24小时内回应。", "24小时内", DeadlineRuleKind.HoursAfterEvent, 24, null)]
    [InlineData("\uFF12\uFF10个工作日内公开。", "\uFF12\uFF10个工作日内", DeadlineRuleKind.WorkingDaysAfterEvent, 20, null)]
    [InlineData("培训率不低于50%。", "培训率不低于50%", DeadlineRuleKind.Target, 50, null)]
    [InlineData("分值权重不得低于4\uFF05。", "分值权重不得低于4\uFF05", DeadlineRuleKind.Target, 4, null)]
    [InlineData("主动公开率达到百分之九十。", "主动公开率达到百分之九十", DeadlineRuleKind.Target, 90, null)]
    public void Read_ClocksAndTargets_GiveValueAndEvent(string text, string phrase, DeadlineRuleKind kind, int value, string? trigger)
    {
        var deadline = Assert.Single(DeadlinePhraseReader.Read(text, 2016).Deadlines);

        Assert.Equal((phrase, kind, (decimal?)value, trigger), (deadline.Phrase, deadline.Kind, deadline.Value, deadline.Event));
        Assert.Equal(text.IndexOf(phrase, StringComparison.Ordinal), deadline.TextOffset);
    }

    [Theory]
    [InlineData("按月公开进展。", "按月", PeriodUnit.Month, null)]
    [InlineData("逐月公开进展。", "逐月", PeriodUnit.Month, null)]
    [InlineData("按季度公开进展。", "按季度", PeriodUnit.Quarter, null)]
    [InlineData("每季度公开进展。", "每季度", PeriodUnit.Quarter, null)]
    [InlineData("每半年公开进展。", "每半年", PeriodUnit.HalfYear, null)]
    [InlineData("每年公开进展。", "每年", PeriodUnit.Year, null)]
    [InlineData("每周至少更新1次。", "每周至少更新1次", PeriodUnit.Week, 1)]
    [InlineData("每季度举办新闻发布会不少于2次。", "每季度举办新闻发布会不少于2次", PeriodUnit.Quarter, 2)]
    [InlineData("每半年公开一次。", "每半年公开一次", PeriodUnit.HalfYear, 1)]
    [InlineData("每月至少发布解读材料3篇。", "每月至少发布解读材料3篇", PeriodUnit.Month, 3)]
    [InlineData("年内至少听取两次汇报。", "年内至少听取两次", PeriodUnit.Year, 2)]
    public void Read_Periods_GivePeriodAndCount(string text, string phrase, PeriodUnit period, int? minCount)
    {
        var deadline = Assert.Single(DeadlinePhraseReader.Read(text, 2016).Deadlines);

        Assert.Equal((phrase, (PeriodUnit?)period, minCount), (deadline.Phrase, deadline.Period, deadline.MinCount));
        Assert.Equal(minCount is null ? DeadlineRuleKind.Periodic : DeadlineRuleKind.Quota, deadline.Kind);
    }

    [Theory]
    [InlineData("6月底前完成。", "6月底前", "2016-06-30")]
    [InlineData("6月底完成。", "6月底", "2016-06-30")]
    [InlineData("二月底前完成。", "二月底前", "2016-02-29")]
    [InlineData("2017年1月15日前完成。", "2017年1月15日前", "2017-01-15")]
    [InlineData("年底前完成。", "年底前", "2016-12-31")]
    [InlineData("2017年底前完成。", "2017年底前", "2017-12-31")]
    [InlineData("年内完成。", "年内", "2016-12-31")]
    [InlineData("三季度末前完成。", "三季度末前", "2016-09-30")]
    [InlineData("公布2016年版权力清单。", "2016年版", "2016-12-31")]
    public void Read_Dates_GiveTheLastDay(string text, string phrase, string date)
    {
        var deadline = Assert.Single(DeadlinePhraseReader.Read(text, 2016).Deadlines);

        Assert.Equal((phrase, DeadlineRuleKind.FixedDate), (deadline.Phrase, deadline.Kind));
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), deadline.Date);
    }

    [Fact]
    public void Read_DateWithoutAnyYear_IsADeadlineWithoutADate()
    {
        var deadline = Assert.Single(DeadlinePhraseReader.Read("年底前完成。", year: null).Deadlines);

        Assert.Equal((DeadlineRuleKind.FixedDate, (DateOnly?)null), (deadline.Kind, deadline.Date));
    }

    [Theory]
    [InlineData("及时公开信息。", "及时")]
    [InlineData("快速反应、及时发声。", "及时")]
    [InlineData("应当邀请代表并及时反馈。", "及时")]
    [InlineData("定期公布进度。", "定期")]
    [InlineData("适时公开节点。", "适时")]
    [InlineData("实时更新数据。", "实时")]
    [InlineData("持续发布监测信息。", "持续")]
    public void Read_QualitativeWords_AreDeadlines(string text, string word)
    {
        var deadline = Assert.Single(DeadlinePhraseReader.Read(text, 2016).Deadlines);

        Assert.Equal((word, DeadlineRuleKind.Qualitative), (deadline.Phrase, deadline.Kind));
    }

    [Theory]
    [InlineData("对重大舆情回应不及时、不主动的,要通报。")]
    [InlineData("更加及时的回应关切和便民服务平台。")]
    [InlineData("提高公开的及时性。")]
    [InlineData("推进经济社会可持续发展。")]
    [InlineData("不定期抽查。")]
    [InlineData("严格在法定期限内答复。")]
    [InlineData("按照年初与市政府签订的目标责任书公开。")]
    [InlineData("落实《行动计划(2016-2018年)》。")]
    [InlineData("执行《目录》2015年版。")]
    [InlineData("执行《产品目录2016年版》。")]
    [InlineData("制定2016年重大建设项目稽察计划。")]
    [InlineData("对接12345便民热线。")]
    [InlineData("发布年度报告。")]
    public void Read_WordsThatOnlyLookAlike_AreNoDeadlines(string text)
    {
        var reading = DeadlinePhraseReader.Read(text, 2016);

        Assert.Empty(reading.Deadlines);
        Assert.Empty(reading.Unread);
    }

    [Theory]
    [InlineData("数月内完成。", "数月内")]
    [InlineData("每日更新。", "每日")]
    [InlineData("2月30日前完成。", "30日前")]
    [InlineData("降幅控制在5%以下。", "5%")]
    [InlineData("看6月底的数据。", "月底")]
    public void Read_TimeWithoutARule_IsUnread(string text, string phrase)
    {
        var reading = DeadlinePhraseReader.Read(text, 2016);

        Assert.Empty(reading.Deadlines);
        Assert.Equal((text.IndexOf(phrase, StringComparison.Ordinal), phrase), Assert.Single(reading.Unread));
    }

    [Fact]
    public void Read_TwoPeriodsInOneSentence_AreTwoDeadlines() =>
        Assert.Equal(
            ["每月", "每季度召开会议不少于2次"],
            DeadlinePhraseReader.Read("每月公布进展、每季度召开会议不少于2次。", 2016).Deadlines.Select(deadline => deadline.Phrase));
}
