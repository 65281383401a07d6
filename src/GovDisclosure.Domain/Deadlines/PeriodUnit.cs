namespace GovDisclosure.Domain.Deadlines;

/// <summary>The calendar period in which a recurring duty falls due. Weeks run Monday to Sunday.</summary>
public enum PeriodUnit
{
    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>January to March and so on.</summary>
    Quarter,

    /// <summary>January to June, July to December.</summary>
    HalfYear,

    /// <summary>A calendar year.</summary>
    Year,
}
