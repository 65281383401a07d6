using System.Globalization;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>Why a day in the address cannot be looked at.</summary>
public enum DayProblem
{
    /// <summary>It is no date.</summary>
    NotADay,

    /// <summary>It has not come yet.</summary>
    Future,

    /// <summary>The plan had not been issued.</summary>
    BeforePlan,

    /// <summary>It has to lie before the day that is looked at.</summary>
    NotBefore,
}

/// <summary>A day as the address asks for it.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Given">What was typed, which comes back with the form.</param>
/// <param name="Day">The day that was understood.</param>
/// <param name="Problem">Why it was not.</param>
public sealed record DayField(string Name, string Given, DateOnly? Day, DayProblem? Problem)
{
    /// <summary>Reads any date.</summary>
    public static DayField Read(IQueryCollection query, string name)
    {
        var given = query[name].ToString().Trim();
        if (given.Length == 0)
        {
            return new DayField(name, "", null, null);
        }

        return DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DayField(name, given, day, null)
            : new DayField(name, given.Length <= 20 ? given : given[..20], null, DayProblem.NotADay);
    }

    /// <summary>Reads a day on which the plan was in force.</summary>
    public static DayField Read(IQueryCollection query, string name, DateOnly issuedOn, DateOnly today)
    {
        var field = Read(query, name);
        return field.Day switch
        {
            { } day when day > today => field with { Day = null, Problem = DayProblem.Future },
            { } day when day < issuedOn => field with { Day = null, Problem = DayProblem.BeforePlan },
            _ => field,
        };
    }

    /// <summary>The same, where the day has to lie before another.</summary>
    public DayField Before(DateOnly other) => Day >= other ? this with { Day = null, Problem = DayProblem.NotBefore } : this;
}
