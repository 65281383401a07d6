namespace GovDisclosure.Domain.Legal;

/// <summary>What a provision counts.</summary>
public enum LegalUnit
{
    /// <summary>Working days: where the law writes 工作日, or where its 日 means them (see <see cref="DayMeaning"/>).</summary>
    WorkingDay,

    /// <summary>Calendar days.</summary>
    Day,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,

    /// <summary>Hours, from the moment.</summary>
    Hour,

    /// <summary>Nothing: it names a date of each year.</summary>
    Date,
}
