using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Supervision;

namespace GovDisclosure.Data.Supervision;

/// <summary>One line of a list of reminders.</summary>
public sealed record NoticeRow : ListedRow
{
    public required Guid AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string AgencyNameEnglish { get; init; }

    public required int Year { get; init; }

    public required int Number { get; init; }

    public required string Message { get; init; }

    public required DateOnly ReplyBy { get; init; }

    public required string SentByName { get; init; }

    public required bool IsSample { get; init; }

    /// <summary>How many duties it is about.</summary>
    public required int Duties { get; init; }

    public required DateTimeOffset? FirstRepliedAt { get; init; }

    /// <summary>催办〔2016〕12号.</summary>
    public string Name => NoticeNumbers.Write(Year, Number);

    /// <summary>Whether it was answered, seen from a day.</summary>
    public NoticeState StateOn(DateOnly today) => NoticeStates.Of(ReplyBy, FirstRepliedAt, today);
}

/// <summary>One reminder with its duties as they stand and the replies, oldest first.</summary>
public sealed record NoticeDetail(NoticeRow Notice, IReadOnlyList<NamedDuty> Duties, IReadOnlyList<SupervisionReply> Replies);

/// <summary>Which reminders a list shows.</summary>
public enum NoticeFilterState
{
    /// <summary>All.</summary>
    All,

    /// <summary>Unanswered, and the date for the reply has passed.</summary>
    Overdue,

    /// <summary>Unanswered, in time or not.</summary>
    Unanswered,

    /// <summary>Answered, in time or not.</summary>
    Answered,
}

/// <summary>What the list of reminders is narrowed to.</summary>
public sealed record NoticeFilter(NoticeFilterState State = NoticeFilterState.All, Guid? AgencyId = null);

/// <summary>How many reminders each light of the list counts, under the filters but for the state.</summary>
public sealed record NoticeCounts(int All, int Overdue, int Unanswered)
{
    public int Answered => All - Unanswered;

    public int Of(NoticeFilterState state) => state switch
    {
        NoticeFilterState.Overdue => Overdue,
        NoticeFilterState.Unanswered => Unanswered,
        NoticeFilterState.Answered => Answered,
        _ => All,
    };
}

/// <summary>An agency with the duties that a reminder could be about.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Name">Its short name.</param>
/// <param name="NameEnglish">Its English name.</param>
/// <param name="Duties">The duties, by due instant.</param>
/// <param name="More">How many overdue ones there are besides, which a form of this size cannot show.</param>
public sealed record ChaseCandidate(Guid AgencyId, string Name, string NameEnglish, IReadOnlyList<NamedDuty> Duties, int More);

/// <summary>An agency to choose, with how many duties it has overdue.</summary>
public sealed record OverdueAgency(Guid Id, string Name, string NameEnglish, int Overdue);
