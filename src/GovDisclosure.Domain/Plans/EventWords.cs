using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>Reads which kind of trigger a plan's words mean.</summary>
public static class EventWords
{
    // The first that fits decides: 突发事件发生 before anything that merely mentions a document.
    private static readonly (string Word, TriggerKind Kind)[] Known =
    [
        ("处罚决定", TriggerKind.PenaltyDecision),
        ("突发事件", TriggerKind.Emergency),
        ("议定", TriggerKind.MeetingDecision),
        ("会议", TriggerKind.MeetingDecision),
        ("文件", TriggerKind.PolicyDocument),
    ];

    /// <summary>Says whether the words mean the duty's own last publication (上次更新): what is published must not grow older.</summary>
    public static ClockStart StartOf(string? words) =>
        words is not null && (words.Contains("上次", StringComparison.Ordinal) || words.Contains("上一次", StringComparison.Ordinal) || words.Contains("最近一次", StringComparison.Ordinal))
            ? ClockStart.OwnLastPublication
            : ClockStart.Event;

    /// <summary>Returns the kind; information made or changed where the words name none.</summary>
    public static TriggerKind KindOf(string? words) =>
        words is null ? TriggerKind.InformationChanged
        : Known.Where(known => words.Contains(known.Word, StringComparison.Ordinal)).Select(known => (TriggerKind?)known.Kind).FirstOrDefault()
            ?? TriggerKind.InformationChanged;
}
