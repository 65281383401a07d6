using System.Runtime.InteropServices;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>The last instant at which a publication is in time.</summary>
/// <remarks>
/// There is one comparison for every kind of rule, in memory and in SQL alike: <c>published_at &lt;= due_at</c>. A rule in days ends at
/// 24:00 of its last day (民法典 art. 203, para. 2), which is the instant 00:00 of the day after; 24:00 sharp still counts, as it does
/// in law. A rule in hours ends at its own instant, which also counts. Because 24:00 belongs to the day it ends,
/// <see cref="DueOn"/> follows from <see cref="DueAt"/> and needs no column of its own.
/// </remarks>
/// <param name="DueAt">The last instant in time, with offset zero.</param>
/// <param name="IsProvisional">Whether the calendar behind it is not yet announced, so that the date may still move.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Due(DateTimeOffset DueAt, bool IsProvisional)
{
    /// <summary>The last day, in Beijing: the day that <see cref="DueAt"/> falls in, or ends when it is 24:00.</summary>
    public DateOnly DueOn => BeijingTime.DateOf(DueAt.AddTicks(-1));

    /// <summary>Whether <see cref="DueAt"/> is the end of a day, 24:00, and not a time within it.</summary>
    public bool IsEndOfDay => DueAt == BeijingTime.EndOf(DueOn);

    /// <summary>Due by 24:00 of <paramref name="day"/> in Beijing.</summary>
    public static Due EndOf(DateOnly day, bool isProvisional = false) => new(BeijingTime.EndOf(day), isProvisional);

    /// <summary>Whether a publication at <paramref name="publishedAt"/> is in time.</summary>
    public bool Covers(DateTimeOffset publishedAt) => publishedAt <= DueAt;
}
