namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>Who is penalised.</summary>
public enum PartyKind
{
    /// <summary>单位: a legal person or another organisation; its legal representative is published too.</summary>
    Organisation,

    /// <summary>个人: a natural person, of whom only the name is published.</summary>
    Person,
}
