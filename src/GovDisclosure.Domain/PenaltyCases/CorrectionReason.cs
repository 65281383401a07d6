namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>Why a penalty decision was changed or revoked.</summary>
public enum CorrectionReason
{
    /// <summary>行政复议.</summary>
    Review,

    /// <summary>行政诉讼.</summary>
    Lawsuit,

    /// <summary>本机关自行纠正.</summary>
    OwnCorrection,
}
