namespace GovDisclosure.Domain.Requests;

/// <summary>What an agency wants to ask for.</summary>
/// <param name="Kind">More time, a pause, or release.</param>
/// <param name="Reason">Why.</param>
/// <param name="DueOn">For more time until a date, the last Beijing date asked for.</param>
/// <param name="Ground">For release, what it rests on.</param>
public sealed record RequestDraft(DutyRequestKind? Kind, string Reason, DateOnly? DueOn, ExemptionGround? Ground)
{
    /// <summary>For more time as a number, how much, in the rule's own unit.</summary>
    public int? ExtendBy { get; init; }

    /// <summary>For a pause, the first Beijing day that shall not count.</summary>
    public DateOnly? StopFrom { get; init; }

    /// <summary>For a pause, the last one.</summary>
    public DateOnly? StopTo { get; init; }

    /// <summary>The same without what does not belong to its kind.</summary>
    public RequestDraft Cleaned() => new(
        Kind, PlainText.Lines(Reason), Kind == DutyRequestKind.Extension ? DueOn : null, Kind == DutyRequestKind.Exemption ? Ground : null)
    {
        ExtendBy = Kind == DutyRequestKind.Extension ? ExtendBy : null,
        StopFrom = Kind == DutyRequestKind.Pause ? StopFrom : null,
        StopTo = Kind == DutyRequestKind.Pause ? StopTo : null,
    };
}
