namespace GovDisclosure.Domain.Legal;

/// <summary>How well a statement about the law is known.</summary>
public enum LegalMark
{
    /// <summary>The article's own text was read.</summary>
    V,

    /// <summary>Read only in a news item or on an agency's page, not in the instrument.</summary>
    P,

    /// <summary>From memory: to be checked before anybody relies on it.</summary>
    M,
}
