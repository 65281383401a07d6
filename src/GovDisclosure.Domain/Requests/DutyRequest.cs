namespace GovDisclosure.Domain.Requests;

/// <summary>What an agency asks of the municipal office for one of its duties (延期, 不予公开), with its reason.</summary>
public sealed class DutyRequest
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The request's identity within the agency.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The form's own key, unique within the agency: the same form sent twice is one request.</summary>
    public required Guid RequestKey { get; init; }

    /// <summary>The duty.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>What is asked for.</summary>
    public required DutyRequestKind Kind { get; init; }

    /// <summary>For an exemption, what it rests on.</summary>
    public ExemptionGround? Ground { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>For an extension until a date, the last Beijing date asked for.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>For an extension of the period, how much it adds, in the rule's own unit: 20 and 20 working days are 40 from the start.</summary>
    public int? ExtendBy { get; init; }

    /// <summary>For a pause, the first Beijing day that shall not count.</summary>
    public DateOnly? StopFrom { get; init; }

    /// <summary>For a pause, the last one.</summary>
    public DateOnly? StopTo { get; init; }

    /// <summary>When it was asked for; an extension before the due instant.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Who asked; <see langword="null"/> for sample data.</summary>
    public Guid? AskedById { get; init; }

    /// <summary>The name at the time.</summary>
    public required string AskedByName { get; init; }

    /// <summary>When the agency took it back, or its duty fell away; <see langword="null"/> while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Why it ended, where not the agency took it back but its duty ended.</summary>
    public string? WithdrawnNote { get; set; }

    /// <summary>Whether it is sample data.</summary>
    public bool IsSample { get; init; }
}

/// <summary>What an agency may ask for.</summary>
public enum DutyRequestKind
{
    /// <summary>延期: a later due date; the original date is kept.</summary>
    Extension,

    /// <summary>不予公开: release from the duty.</summary>
    Exemption,

    /// <summary>暂停计时: some days shall not count, as while third parties are asked; what is left of the period follows after them.</summary>
    Pause,
}

/// <summary>What an exemption rests on.</summary>
/// <remarks>政府信息公开条例 (2008) art. 8 and art. 14: what may not be published, and what endangers more than it informs.</remarks>
public enum ExemptionGround
{
    /// <summary>国家秘密.</summary>
    StateSecret,

    /// <summary>商业秘密.</summary>
    TradeSecret,

    /// <summary>个人隐私.</summary>
    PersonalPrivacy,

    /// <summary>公开会危及国家安全、公共安全、经济安全和社会稳定.</summary>
    PublicSafety,

    /// <summary>无应公开内容: in this period or matter there is nothing that the task asks for.</summary>
    NothingToDisclose,
}
