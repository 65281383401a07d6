using System.Text.Json;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Data.Calendars;

/// <summary>What a count follows from besides its rule and day, as <c>gov.counted_duties</c> writes it.</summary>
internal sealed record CountedClock(IReadOnlyList<CountedClock.Basis>? Bases, int? Extended, IReadOnlyList<DateOnly[]>? Stops, DateOnly? Until)
{
    public static CountedClock Read(string json) => JsonSerializer.Deserialize<CountedClock>(json, JsonSerializerOptions.Web)!;

    /// <summary>The clock of a rule from a day.</summary>
    public DutyClock At(DeadlineRule rule, DateOnly start) => new(
        Bases is null ? [rule] : [.. Bases.Select(basis => new DeadlineRule { Kind = EnumWords.FromWord<DeadlineRuleKind>(basis.Kind), Phrase = "", Value = basis.Value })],
        BeijingTime.StartOf(start),
        new ClockChanges(Extended is { } count ? [new PeriodExtension(count)] : [], [.. (Stops ?? []).Select(stop => new ClockStop(stop[0], stop[1]))]),
        Until);

    /// <summary>One of several bases: what it counts and how much.</summary>
    internal sealed record Basis(string Kind, decimal? Value);
}
