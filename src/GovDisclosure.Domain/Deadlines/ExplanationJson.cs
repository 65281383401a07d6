using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>Writes an explanation in its one JSON form, described by docs/explanation.schema.json.</summary>
/// <remarks>
/// Whoever reads it can find the due day again: <c>start</c>, <c>n</c> and the kinds of the days are enough where days are counted, with
/// <c>stops</c>; otherwise the rule and the period or trigger are. A test does so with no part of this engine.
/// </remarks>
public static class ExplanationJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Chinese stays readable. The JSON is a document of its own and never part of an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters =
        {
            Words<CalendarDayKind>(),
            Words<ClockStart>(),
            Words<CountRole>(),
            Words<DeadlineRuleKind>(),
            Words<PeriodUnit>(),
            Words<TriggerKind>(),
        },
    };

    /// <summary>Writes an explanation, indented, with LF line ends.</summary>
    public static string Write(DeadlineExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return JsonSerializer.Serialize(ToForm(explanation), Options).ReplaceLineEndings("\n");
    }

    private static ExplanationForm ToForm(DeadlineExplanation explanation)
    {
        var isBack = explanation.Rule.Kind == DeadlineRuleKind.WorkingDaysBeforeEvent;
        var days = explanation.Days.Select(ToForm);
        return new ExplanationForm(
            StartOf(explanation),
            CountOf(explanation),
            explanation.DueOn,
            explanation.Due.DueAt,
            explanation.IsProvisional,
            new DueForm(explanation.Original.DueOn, explanation.Original.DueAt, explanation.Original.IsProvisional),
            explanation.EndsOn,
            ToForm(explanation.Rule),
            new OccurrenceForm(explanation.Occurrence.Key, explanation.Occurrence.WindowStart, explanation.Occurrence.WindowEnd),
            explanation.TriggeredOn is { } day ? new TriggerForm(day, explanation.TriggeredAt) : null,
            explanation.Period is { } period ? new PeriodForm(period.Key, period.Start, period.End) : null,
            explanation.Changes.Extensions,
            explanation.Changes.Stops,
            [.. explanation.Bases.Select(basis => ToForm(basis, explanation.Rule))],
            explanation.Region,
            explanation.Notices,
            [.. isBack ? days.Reverse() : days]);
    }

    /// <summary>Day zero where something is counted, else the first day of the window.</summary>
    private static DateOnly StartOf(DeadlineExplanation explanation) => explanation switch
    {
        { TriggeredOn: { } day } => day,
        { Period: { } period, Rule: { WorkingDaysAfterPeriod: > 0 } or { DayOfNextMonth: not null } } => period.End,
        _ => explanation.Occurrence.WindowStart,
    };

    /// <summary>How many are counted in all, extensions included; negative towards an event, null where nothing is counted.</summary>
    private static int? CountOf(DeadlineExplanation explanation) => explanation.Rule switch
    {
        { Kind: DeadlineRuleKind.WorkingDaysBeforeEvent } rule => -rule.CountAfterEvent,
        { IsTriggered: true } rule => rule.CountAfterEvent + explanation.Changes.ExtendedBy,
        { WorkingDaysAfterPeriod: > 0 and var count } => count,
        _ => null,
    };

    private static RuleForm ToForm(DeadlineRule rule) => new(
        rule.Kind,
        rule.Phrase,
        // 20 and not 20.0000, which is how the database keeps it.
        rule.Value / 1.0000m,
        rule.Period,
        rule.MinCount,
        rule.WorkingDaysAfterPeriod,
        rule.DayOfNextMonth,
        rule.RollsOffDaysOff,
        rule.Date,
        rule.Event,
        rule.Starts,
        rule.LegalBasis,
        rule.Assumed,
        rule.ExtensionCap,
        rule.InForceFrom,
        rule.InForceTo);

    private static BasisForm ToForm(BasisDue basis, DeadlineRule binding) => new(
        basis.Rule.LegalBasis,
        basis.Rule.Kind,
        basis.Rule.Phrase,
        basis.Due.DueOn,
        basis.Due.DueAt,
        basis.Original.DueOn,
        basis.Due.IsProvisional,
        ReferenceEquals(basis.Rule, binding));

    private static DayForm ToForm(ExplainedDay day) =>
        new(day.Day.Date, day.Number, day.Day.Kind, day.Role, day.Day.Name, day.Day.Notice, day.Day.Region, day.IsProvisional);

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    private sealed record ExplanationForm(
        DateOnly Start,
        int? N,
        DateOnly Due,
        DateTimeOffset DueAt,
        bool Provisional,
        DueForm Original,
        DateOnly? EndsOn,
        RuleForm Rule,
        OccurrenceForm Occurrence,
        TriggerForm? Trigger,
        PeriodForm? Period,
        IReadOnlyList<PeriodExtension> Extensions,
        IReadOnlyList<ClockStop> Stops,
        IReadOnlyList<BasisForm> Bases,
        string? Region,
        IReadOnlyList<string> Notices,
        IReadOnlyList<DayForm> Days);

    private sealed record DueForm(DateOnly Due, DateTimeOffset DueAt, bool Provisional);

    private sealed record OccurrenceForm(string Key, DateOnly WindowStart, DateOnly WindowEnd);

    private sealed record TriggerForm(DateOnly On, DateTimeOffset? At);

    private sealed record PeriodForm(string Key, DateOnly Start, DateOnly End);

    private sealed record RuleForm(
        DeadlineRuleKind Kind,
        string Phrase,
        decimal? Value,
        PeriodUnit? Period,
        int? MinCount,
        int? WorkingDaysAfterPeriod,
        int? DayOfNextMonth,
        bool RollsOffDaysOff,
        DateOnly? Date,
        TriggerKind? Event,
        ClockStart Starts,
        string? LegalBasis,
        bool Assumed,
        int? ExtensionCap,
        DateOnly? InForceFrom,
        DateOnly? InForceTo);

    private sealed record BasisForm(
        string? LegalBasis, DeadlineRuleKind Kind, string Phrase, DateOnly Due, DateTimeOffset DueAt, DateOnly Original, bool Provisional, bool Binds);

    private sealed record DayForm(
        DateOnly Date, int? Number, CalendarDayKind Kind, CountRole Role, string? Name, string? Notice, string? Region, bool Provisional);
}
