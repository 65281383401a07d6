using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Supervision;

/// <summary>Whether a notice was answered. Derived from its dates, never stored.</summary>
public enum NoticeState
{
    /// <summary>未答复: there is still time.</summary>
    Waiting,

    /// <summary>逾期未答复: the date for the reply has passed without one.</summary>
    Overdue,

    /// <summary>已答复: the first reply came in time.</summary>
    Answered,

    /// <summary>逾期后答复: the first reply came after its date.</summary>
    AnsweredLate,
}

/// <summary>The state of a notice as a function of its dates.</summary>
public static class NoticeStates
{
    /// <summary>Returns the state on a day.</summary>
    /// <param name="replyBy">The last Beijing date for the reply.</param>
    /// <param name="firstRepliedAt">The first reply; further ones change nothing.</param>
    /// <param name="today">The Beijing date asked about.</param>
    public static NoticeState Of(DateOnly replyBy, DateTimeOffset? firstRepliedAt, DateOnly today) => firstRepliedAt switch
    {
        { } repliedAt when IsLate(replyBy, repliedAt) => NoticeState.AnsweredLate,
        not null => NoticeState.Answered,
        _ when today > replyBy => NoticeState.Overdue,
        _ => NoticeState.Waiting,
    };

    /// <summary>Whether a reply came after its date, which ends at 24:00 in Beijing (民法典 art. 203, para. 2).</summary>
    public static bool IsLate(DateOnly replyBy, DateTimeOffset repliedAt) => !Due.EndOf(replyBy).Covers(repliedAt);
}
