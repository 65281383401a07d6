namespace GovDisclosure.Domain.Deadlines;

/// <summary>What kind of event starts a deadline's clock (触发事项).</summary>
public enum TriggerKind
{
    /// <summary>作出行政处罚决定: the day of the penalty decision (国发〔2014〕6号; 国办发〔2018〕118号).</summary>
    PenaltyDecision,

    /// <summary>会议议定: a meeting decided a matter whose decision is to be interpreted to the public.</summary>
    MeetingDecision,

    /// <summary>文件公开: a policy document was published and needs its interpretation (政策解读).</summary>
    PolicyDocument,

    /// <summary>突发事件: an emergency happened; its periods run in hours from the moment, so a time of day is needed (国办发〔2016〕61号, 80号).</summary>
    Emergency,

    /// <summary>信息形成或者变更: information was made or changed, the clock of 政府信息公开条例(2019) art. 26.</summary>
    InformationChanged,
}
