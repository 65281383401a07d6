namespace GovDisclosure.Domain.Calendars;

/// <summary>Turns instants into Beijing dates and Beijing dates into instants.</summary>
/// <remarks>
/// Beijing time has been UTC+8 without summer time since September 1991, so a fixed offset serves every date of this portal and needs
/// no time-zone data on the server. The UTC date is yesterday's until 08:00 in Beijing: never take a date from a UTC instant directly.
/// All instants are returned with offset zero, because PostgreSQL's <c>timestamp with time zone</c> takes no other through Npgsql.
/// </remarks>
public static class BeijingTime
{
    /// <summary>UTC+8, all year.</summary>
    public static TimeSpan ZoneOffset { get; } = TimeSpan.FromHours(8);

    /// <summary>The date on a wall calendar in Beijing at <paramref name="instant"/>.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(ZoneOffset).DateTime);

    /// <summary>The time on a clock in Beijing at <paramref name="instant"/>.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(ZoneOffset).DateTime);

    /// <summary>00:00 of <paramref name="date"/> in Beijing, as an instant with offset zero.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>24:00 of <paramref name="date"/> in Beijing (民法典 art. 203, para. 2): the same instant as 00:00 of the day after, with offset zero.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));

    /// <summary><paramref name="time"/> on <paramref name="date"/> in Beijing, as an instant with offset zero.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new DateTimeOffset(date.ToDateTime(time), ZoneOffset).ToUniversalTime();
}
