namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>处罚种类.</summary>
/// <remarks>行政处罚法(2009) art. 8.</remarks>
public enum PenaltyKind
{
    /// <summary>警告.</summary>
    Warning,

    /// <summary>罚款.</summary>
    Fine,

    /// <summary>没收违法所得、没收非法财物.</summary>
    Confiscation,

    /// <summary>责令停产停业.</summary>
    ClosureOrder,

    /// <summary>暂扣或者吊销许可证、执照.</summary>
    LicenceRevocation,

    /// <summary>行政拘留.</summary>
    Detention,

    /// <summary>法律、行政法规规定的其他行政处罚.</summary>
    Other,
}
