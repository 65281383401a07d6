namespace GovDisclosure.Domain.Obligations;

/// <summary>
/// Where an obligation stands at an instant. Always derived from facts, never stored: the same facts asked for another day
/// may answer with another state.
/// </summary>
public enum ObligationState
{
    /// <summary>未到期: the due instant is further away than the notice period.</summary>
    Upcoming,

    /// <summary>临近到期: due within the set number of working days, not yet fulfilled.</summary>
    DueSoon,

    /// <summary>逾期: the due instant has passed and nothing that fulfils the duty was published.</summary>
    Overdue,

    /// <summary>按期完成: published at or before the due instant.</summary>
    FulfilledOnTime,

    /// <summary>逾期后完成: published, but after the due instant.</summary>
    FulfilledLate,

    /// <summary>已延期: the municipal office granted a later due instant, which has not passed.</summary>
    Extended,

    /// <summary>不予公开: an approved exemption lifts the duty.</summary>
    Exempt,

    /// <summary>已取消: the trigger or the task was withdrawn, so the duty never counts.</summary>
    Cancelled,
}
