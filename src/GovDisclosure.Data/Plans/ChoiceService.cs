using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans;

/// <summary>Which members of a group a task means.</summary>
/// <param name="Seen">What the form showed, by <see cref="GroupChoice.Seen"/>.</param>
/// <param name="Members">The agencies meant.</param>
/// <param name="Note">Why, in words.</param>
public sealed record ChooseMembers(string Seen, IReadOnlyCollection<Guid> Members, string Note);

/// <summary>What a choice does, or would do.</summary>
/// <param name="Ended">The open duties that fall away.</param>
/// <param name="Reopened">The duties that had fallen away and are owed again.</param>
/// <param name="Made">The duties that are new.</param>
public sealed record ChoiceCounts(int Ended, int Reopened, int Made);

/// <summary>What came of a choice.</summary>
/// <param name="Violations">The rules that stand against it; none where it was done, now or before.</param>
/// <param name="Counts">What was done; <see langword="null"/> where nothing had to be.</param>
public sealed record ChoiceOutcome(IReadOnlyList<RuleViolation> Violations, ChoiceCounts? Counts = null);

/// <summary>Lets the municipal office say which members of a group a task means. One call is one transaction and one line of the audit trail.</summary>
public sealed class ChoiceService(GovDbContext db, ChoiceQueries choices, CalendarQueries calendars, BeijingClock clock)
{
    private const string Before = "before_choice";

    /// <summary>Says what a choice would do, by doing it and taking it back.</summary>
    /// <exception cref="KeyNotFoundException">The plan names no group so.</exception>
    public Task<ChoiceOutcome> PreviewAsync(Guid assignmentId, ChooseMembers request, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.Database.CurrentTransaction!.CreateSavepointAsync(Before, cancellationToken);
            var outcome = await ChooseOnceAsync(assignmentId, request, cancellationToken);
            await db.Database.CurrentTransaction!.RollbackToSavepointAsync(Before, cancellationToken);
            db.ChangeTracker.Clear();
            return outcome;
        },
        cancellationToken);

    /// <summary>Chooses. The same again changes nothing.</summary>
    /// <exception cref="KeyNotFoundException">The plan names no group so.</exception>
    public Task<ChoiceOutcome> ChooseAsync(Guid assignmentId, ChooseMembers request, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => ChooseOnceAsync(assignmentId, request, cancellationToken), cancellationToken);

    private async Task<ChoiceOutcome> ChooseOnceAsync(Guid assignmentId, ChooseMembers request, CancellationToken cancellationToken)
    {
        var calendar = await calendars.LoadForWritingAsync(cancellationToken);
        await db.LockAsync("choice " + assignmentId, cancellationToken);
        var found = await choices.FindAsync(assignmentId, cancellationToken) ?? throw new KeyNotFoundException("No such group.");
        var members = request.Members.Distinct().ToArray();
        var present = found.Group.Choice;
        var meant = (present?.Members ?? found.Options).Select(agency => agency.Id).ToHashSet();
        if (meant.SetEquals(members) && (present is not null || found.Seen != request.Seen))
        {
            return new ChoiceOutcome([]);
        }

        var violations = ChoiceRules.Check(members, [.. found.Options.Select(option => option.Id)], found.Group.CanChoose, request.Note).ToList();
        if (found.Seen != request.Seen)
        {
            violations.Insert(0, new RuleViolation("Stale"));
        }

        if (violations.Count > 0)
        {
            return new ChoiceOutcome(violations);
        }

        var at = present is null || clock.Now > present.ChosenAt ? clock.Now : present.ChosenAt.AddMicroseconds(1);
        await db.AssignmentChoices.Where(row => row.AssignmentId == assignmentId && row.ValidTo == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, at), cancellationToken);
        var choice = new AssignmentChoice
        {
            AssignmentId = assignmentId,
            ValidFrom = at,
            Note = request.Note,
            ChosenByName = db.Scope.PersonName ?? "",
            Members = [.. members.Select(member => new AssignmentChoiceMember { MemberAgencyId = member })],
        };
        db.AssignmentChoices.Add(choice);
        await db.SaveChangesAsync(cancellationToken);
        var counts = await ApplyAsync(found, choice, calendar, cancellationToken);
        db.Record(
            "plan.narrowed", assignmentId, at,
            new { Task = found.Task.Number, Group = found.Group.Phrase, Members = members.Length, counts.Ended, counts.Reopened, counts.Made, request.Note });
        await db.SaveChangesAsync(cancellationToken);
        return new ChoiceOutcome([], counts);
    }

    // What falls away and comes back is the database's to find; what has not been there is made as the plan's own duties are, from now on.
    private async Task<ChoiceCounts> ApplyAsync(GroupChoice found, AssignmentChoice choice, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var note = choice.Note.Length == 0 ? found.Group.Phrase : $"{found.Group.Phrase}：{choice.Note}";
        var applied = await db.Database.SqlQuery<Applied>(
            $"SELECT * FROM gov.apply_choice({choice.AssignmentId}, {note}, {choice.ChosenByName}, {choice.ValidFrom})").ToListAsync(cancellationToken);
        var plan = await (
            from task in db.Tasks
            where task.Id == found.TaskId
            join row in db.WorkPlans on task.PlanId equals row.Id
            select new { row.Id, row.Year, row.IssuedOn }).SingleAsync(cancellationToken);
        var rules = await db.TaskRules.AsNoTracking().Where(rule => rule.TaskId == found.TaskId && rule.SupersededAt == null).ToListAsync(cancellationToken);
        var occurrences = new Occurrences(calendar);
        var all = rules.SelectMany(rule => occurrences.ForPlan(rule.Rule, plan.Year, plan.IssuedOn).Select(occurrence => (rule.Id, Of: occurrence)))
            .Where(row => row.Of.Due.DueAt > choice.ValidFrom).ToList();
        Guid[] ruleIds = [.. all.Select(row => row.Id)];
        string[] keys = [.. all.Select(row => row.Of.Key)];
        DateOnly[] starts = [.. all.Select(row => row.Of.WindowStart)];
        DateOnly[] ends = [.. all.Select(row => row.Of.WindowEnd)];
        DateTimeOffset[] dues = [.. all.Select(row => row.Of.Due.DueAt)];
        int[] required = [.. all.Select(row => row.Of.RequiredCount)];
        decimal?[] targets = [.. all.Select(row => row.Of.Target)];
        var made = await db.Database.SqlQuery<int>($"""
            SELECT gov.materialise_obligations({plan.Id}, {ruleIds}, {keys}, {starts}, {ends}, {dues}, {required}, {targets}, {choice.ValidFrom}) AS "Value"
            """).SingleAsync(cancellationToken);
        return new ChoiceCounts(applied[0].Ended, applied[0].Reopened, made);
    }

    private sealed record Applied(int Ended, int Reopened);
}
