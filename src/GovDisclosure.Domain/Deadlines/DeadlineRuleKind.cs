namespace GovDisclosure.Domain.Deadlines;

/// <summary>What a task's words demand in time (时限要求).</summary>
public enum DeadlineRuleKind
{
    /// <summary>Within n working days of a trigger: the end of the n-th working day after the trigger's day.</summary>
    WorkingDaysAfterEvent,

    /// <summary>Within n calendar days of a trigger, rolled forward to a working day (Civil Code art. 203).</summary>
    CalendarDaysAfterEvent,

    /// <summary>Within n hours of a trigger, holidays included (Civil Code art. 201, para. 2).</summary>
    HoursAfterEvent,

    /// <summary>Once in each period: 按月, 按季度, 每半年.</summary>
    Periodic,

    /// <summary>At least k times in each period: 每季度不少于2次.</summary>
    Quota,

    /// <summary>By a date: 年底前, 6月底前.</summary>
    FixedDate,

    /// <summary>A word without a number (及时, 定期, 适时, 实时, 持续); the office's default for it is shown as assumed.</summary>
    Qualitative,

    /// <summary>A figure that the agency reports against a target: 培训率不低于50%.</summary>
    Target,

    /// <summary>Within n months of a trigger: the corresponding day, else the month's last, rolled forward to a working day (Civil Code art. 202 and 203).</summary>
    MonthsAfterEvent,

    /// <summary>Within n years of a trigger, found as months are.</summary>
    YearsAfterEvent,

    /// <summary>At least n working days before an event: the end of the n-th working day before the event's day (行政处罚法(2021) art. 64: 听证的七日前).</summary>
    WorkingDaysBeforeEvent,
}
