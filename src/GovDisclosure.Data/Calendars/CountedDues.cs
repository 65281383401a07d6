using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Calendars;

/// <summary>
/// The due date that a calendar gives each rule from each day that some open duty is counted from, with the bases and grants that change the
/// count. A million duties share some thousands of these, so they are counted once each, in Domain, and the database only compares.
/// </summary>
internal sealed record CountedDues(Guid[] RuleIds, DateOnly[] Starts, string?[] Clocks, DateTimeOffset[] DueAts)
{
    private static readonly DeadlineRuleKind[] Kinds = [.. Enum.GetValues<DeadlineRuleKind>().Where(kind => MayDepend(kind))];

    public static async Task<CountedDues> ByAsync(GovDbContext db, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var rules = (await db.TaskRules.AsNoTracking().Where(row => Kinds.Contains(row.Rule.Kind)).Select(row => new { row.Id, row.Rule }).ToListAsync(cancellationToken))
            .Where(row => CalendarMoves.DependsOnCalendar(row.Rule))
            .ToDictionary(row => row.Id, row => row.Rule);
        Guid[] ids = [.. rules.Keys];
        var starts = await db.Database.SqlQuery<Start>($"SELECT rule_id, start_on, clock FROM gov.counted_starts({ids})").ToListAsync(cancellationToken);
        var moves = new CalendarMoves(calendar);
        return new CountedDues(
            [.. starts.Select(start => start.RuleId)],
            [.. starts.Select(start => start.StartOn)],
            [.. starts.Select(start => start.Clock)],
            [.. starts.Select(start => start.Clock is { } clock
                ? CountedClock.Read(clock).At(rules[start.RuleId], start.StartOn).DueAt(calendar)
                : moves.DueFrom(rules[start.RuleId], start.StartOn).DueAt)]);
    }

    /// <summary>The duties that would move, of the agencies that the login may read.</summary>
    public IQueryable<CalendarMoveRow> Moves(GovDbContext db) => db.CalendarMoves(RuleIds, Starts, Clocks, DueAts);

    /// <summary>Moves them, of all agencies. The caller has the calendar locked.</summary>
    public Task<MovedCount> MoveAsync(GovDbContext db, string note, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var actor = db.Scope.PersonName;
        return db.Database.SqlQuery<MovedCount>(
            $"SELECT moved, below FROM gov.move_due_dates({RuleIds}, {Starts}, {Clocks}, {DueAts}, {note}, {actor}, {at})").SingleAsync(cancellationToken);
    }

    private static bool MayDepend(DeadlineRuleKind kind) => kind is DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota
        || CalendarMoves.DependsOnCalendar(new DeadlineRule { Kind = kind, Phrase = "" });

    private sealed record Start(Guid RuleId, DateOnly StartOn, string? Clock);
}

/// <summary>How many duties were moved: of agencies, and of districts' sub-units, of which the office sees no more.</summary>
public sealed record MovedCount(int Moved, int Below);
