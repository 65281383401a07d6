namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>How much of a case is not published.</summary>
public enum ExemptionScope
{
    /// <summary>The case is published without some words; the duty stays.</summary>
    Part,

    /// <summary>The case is not published; the duty is lifted once approved.</summary>
    Whole,
}

/// <summary>The ground of an exemption (不予公开的理由).</summary>
/// <remarks>政府信息公开条例(2008) art. 14; 国发〔2014〕6号, (五).</remarks>
public enum ExemptionGround
{
    /// <summary>国家秘密.</summary>
    StateSecret,

    /// <summary>商业秘密.</summary>
    TradeSecret,

    /// <summary>个人隐私.</summary>
    Privacy,

    /// <summary>可能危及国家安全、公共安全、经济安全和社会稳定.</summary>
    PublicSecurity,
}
