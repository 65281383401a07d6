namespace GovDisclosure.Domain.Legal;

/// <summary>Which way a provision looks from its trigger.</summary>
public enum LegalDirection
{
    /// <summary>At the latest the number after the trigger.</summary>
    After,

    /// <summary>At the latest the number before it: 举行听证的七日前.</summary>
    Before,

    /// <summary>At the earliest the number after it: 不少于30日. It sets no last day.</summary>
    AtLeast,

    /// <summary>By a date of each year.</summary>
    ByDate,
}
