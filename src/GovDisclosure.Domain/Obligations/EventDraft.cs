using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Obligations;

/// <summary>A trigger other than a penalty decision, as somebody typed it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="TaskId">The task that it concerns, where information was made or changed.</param>
/// <param name="Reference">The number that names it; empty where it has none.</param>
/// <param name="Title">What it is.</param>
/// <param name="OccurredOn">The Beijing date.</param>
/// <param name="OccurredTime">The time of day, where the clock runs in hours.</param>
public sealed record EventDraft(TriggerKind? Kind, Guid? TaskId, string Reference, string Title, DateOnly? OccurredOn, TimeOnly? OccurredTime)
{
    /// <summary>How many days ahead an event may be entered, where something is due before it.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>The kinds that are entered here; penalty decisions have a register of their own.</summary>
    public static IReadOnlyList<TriggerKind> Kinds { get; } =
        [TriggerKind.MeetingDecision, TriggerKind.PolicyDocument, TriggerKind.Emergency, TriggerKind.InformationChanged];

    /// <summary>Whether the time of day decides: the period runs in hours from the moment.</summary>
    /// <remarks>民法典 art. 201, para. 2.</remarks>
    public static bool NeedsTime(TriggerKind kind) => kind == TriggerKind.Emergency;

    /// <summary>Whether the task must be named: many tasks wait for such an event, and only one of them is meant.</summary>
    public static bool NeedsTask(TriggerKind kind) => kind == TriggerKind.InformationChanged;

    /// <summary>The instant that counts.</summary>
    public DateTimeOffset OccurredAt => Kind is { } kind && NeedsTime(kind)
        ? BeijingTime.At(OccurredOn!.Value, OccurredTime!.Value)
        : BeijingTime.StartOf(OccurredOn!.Value);

    /// <summary>The same without what nobody can see.</summary>
    public EventDraft Cleaned() => this with { Reference = PlainText.OneLine(Reference), Title = PlainText.OneLine(Title), TaskId = Kind is { } kind && NeedsTask(kind) ? TaskId : null };

    /// <summary>Returns every rule that the draft would break, in the order of the form.</summary>
    /// <param name="now">The present instant.</param>
    /// <param name="firstDay">The first day of the year that the plan is about: nothing before it starts one of its clocks.</param>
    /// <param name="mayBeAhead">Whether something is due before such an event, so that it is entered while it is still to come.</param>
    public IEnumerable<RuleViolation> Check(DateTimeOffset now, DateOnly firstDay, bool mayBeAhead = false)
    {
        var lastDay = BeijingTime.DateOf(now).AddDays(mayBeAhead ? MostDaysAhead : 0);
        if (Kind is not { } kind || !Kinds.Contains(kind))
        {
            yield return new("KindMissing", nameof(Kind));
            yield break;
        }

        if (NeedsTask(kind) && TaskId is null)
        {
            yield return new("TaskMissing", nameof(TaskId));
        }

        if (Title.Length is 0 or > TriggerEvent.TitleLength)
        {
            yield return Title.Length == 0 ? new("TitleMissing", nameof(Title)) : new("TooLong", nameof(Title), TriggerEvent.TitleLength);
        }

        if (Reference.Length > TriggerEvent.ReferenceLength)
        {
            yield return new("TooLong", nameof(Reference), TriggerEvent.ReferenceLength);
        }

        if (OccurredOn is not { } day)
        {
            yield return new("OccurredOnMissing", nameof(OccurredOn));
        }
        else if (day > lastDay)
        {
            yield return new("OccurredInFuture", nameof(OccurredOn), lastDay);
        }
        else if (day < firstDay)
        {
            yield return new("OccurredTooEarly", nameof(OccurredOn), firstDay);
        }
        else if (NeedsTime(kind) && OccurredTime is null)
        {
            yield return new("TimeMissing", nameof(OccurredTime));
        }
        else if (NeedsTime(kind) && !mayBeAhead && OccurredAt > now)
        {
            yield return new("OccurredInFuture", nameof(OccurredTime), BeijingTime.DateOf(now));
        }
    }
}
