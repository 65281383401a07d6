namespace GovDisclosure.Domain.Disclosures;

/// <summary>Where an agency published (公开渠道).</summary>
public enum DisclosureChannel
{
    /// <summary>本机关门户网站.</summary>
    AgencyWebsite,

    /// <summary>“首都之窗”政务门户网站: the city's portal.</summary>
    CityPortal,

    /// <summary>政府公报.</summary>
    Gazette,

    /// <summary>政务微博、微信、客户端.</summary>
    NewMedia,

    /// <summary>新闻发布会.</summary>
    PressConference,

    /// <summary>报刊、广播、电视.</summary>
    Press,

    /// <summary>其他.</summary>
    Other,
}
