using GovDisclosure.Data.Agencies;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans;

/// <summary>Whom a group of a task means, as the municipal office chose.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="Phrase">The group as the plan writes it.</param>
/// <param name="Members">The agencies meant.</param>
/// <param name="ChosenAt">Since when.</param>
/// <param name="ChosenByName">Who chose; <see langword="null"/> where the public asks.</param>
/// <param name="Note">Why, where it was said.</param>
public sealed record TaskChoice(Guid AssignmentId, string Phrase, IReadOnlyList<AgencyOption> Members, DateTimeOffset ChosenAt, string? ChosenByName, string Note);

/// <summary>A group that a task names.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="Phrase">The group as the plan writes it.</param>
/// <param name="CanChoose">Whether its words leave open who is meant.</param>
/// <param name="Members">How many members it had on the plan's day of issue.</param>
/// <param name="Choice">What the office chose; <see langword="null"/> while every member is meant.</param>
public sealed record TaskGroup(Guid AssignmentId, string Phrase, bool CanChoose, int Members, TaskChoice? Choice);

/// <summary>One group of a task, to choose from.</summary>
/// <param name="Group">The group.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Task">The task's number and title.</param>
/// <param name="Options">Its members on the plan's day of issue.</param>
/// <param name="Seen">Names the choice that was seen, so that a form that has grown stale can be told.</param>
public sealed record GroupChoice(TaskGroup Group, Guid TaskId, (string Number, string Title) Task, IReadOnlyList<AgencyOption> Options, string Seen);

/// <summary>Reads which members of groups the plan's tasks mean.</summary>
public sealed class ChoiceQueries(GovDbContext db)
{
    private const int MostMembers = 500;

    /// <summary>The standing choices about a task.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<TaskChoice>> OfTaskAsync(Guid taskId, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(db.Assignments.Where(row => row.TaskId == taskId).Select(row => row.Id), true, cancellationToken)).Values];

    /// <summary>The standing choices about the tasks of a plan, by assignment; without who chose, which is not public.</summary>
    public Task<IReadOnlyDictionary<Guid, TaskChoice>> OfPlanAsync(Guid planId, CancellationToken cancellationToken) => ReadAsync(
        db.Assignments.Where(row => db.Tasks.Any(task => task.Id == row.TaskId && task.PlanId == planId)).Select(row => row.Id), false, cancellationToken);

    /// <summary>The groups that a task names, in the order of the attribution.</summary>
    public async Task<IReadOnlyList<TaskGroup>> GroupsAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var choices = (await OfTaskAsync(taskId, cancellationToken)).ToDictionary(choice => choice.AssignmentId);
        var rows = await (
            from assignment in db.Assignments
            where assignment.TaskId == taskId
            join agencyGroup in db.AgencyGroups on assignment.AssigneeGroupId equals agencyGroup.Id
            join task in db.Tasks on assignment.TaskId equals task.Id
            join plan in db.WorkPlans on task.PlanId equals plan.Id
            orderby assignment.Ordinal
            select new
            {
                assignment.Id,
                assignment.NameAsWritten,
                agencyGroup.ToConfirm,
                Members = db.AgencyGroupMembers.Count(member => member.GroupId == agencyGroup.Id && member.ValidFrom <= plan.IssuedOn && (member.ValidTo == null || member.ValidTo >= plan.IssuedOn)),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TaskGroup(row.Id, row.NameAsWritten, row.ToConfirm, row.Members, choices.GetValueOrDefault(row.Id)))];
    }

    /// <summary>One group of a task with its members; <see langword="null"/> where the plan names no group so.</summary>
    public async Task<GroupChoice?> FindAsync(Guid assignmentId, CancellationToken cancellationToken)
    {
        var found = await (
            from assignment in db.Assignments
            where assignment.Id == assignmentId && assignment.AssigneeGroupId != null
            join task in db.Tasks on assignment.TaskId equals task.Id
            join plan in db.WorkPlans on task.PlanId equals plan.Id
            select new { TaskId = task.Id, task.Number, task.Title, plan.IssuedOn, assignment.AssigneeGroupId }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var group = (await GroupsAsync(found.TaskId, cancellationToken)).Single(row => row.AssignmentId == assignmentId);
        var options = await (
            from member in db.AgencyGroupMembers
            where member.GroupId == found.AssigneeGroupId && member.ValidFrom <= found.IssuedOn && (member.ValidTo == null || member.ValidTo >= found.IssuedOn)
            join agency in db.Agencies on member.MemberAgencyId equals agency.Id
            orderby agency.Kind, agency.Code
            select new AgencyOption(agency.Id, agency.ShortName, agency.EnglishName)).Take(MostMembers).ToListAsync(cancellationToken);
        var seen = await db.AssignmentChoices.Where(row => row.AssignmentId == assignmentId && row.ValidTo == null).Select(row => row.Id.ToString()).SingleOrDefaultAsync(cancellationToken);
        return new GroupChoice(group, found.TaskId, (found.Number, found.Title), options, seen ?? "");
    }

    // Never the whole row: the public's login may not read who chose.
    private async Task<IReadOnlyDictionary<Guid, TaskChoice>> ReadAsync(IQueryable<Guid> assignments, bool withName, CancellationToken cancellationToken)
    {
        var standing = db.AssignmentChoices.Where(row => row.ValidTo == null && assignments.Contains(row.AssignmentId));
        var rows = await (
            from choice in standing
            join assignment in db.Assignments on choice.AssignmentId equals assignment.Id
            orderby assignment.Ordinal
            select new { choice.Id, choice.AssignmentId, assignment.NameAsWritten, choice.ValidFrom, choice.Note }).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new Dictionary<Guid, TaskChoice>();
        }

        var members = (await (
            from choice in standing
            from member in choice.Members
            join agency in db.Agencies on member.MemberAgencyId equals agency.Id
            orderby agency.Kind, agency.Code
            select new { choice.Id, Agency = new AgencyOption(agency.Id, agency.ShortName, agency.EnglishName) }).ToListAsync(cancellationToken)).ToLookup(row => row.Id, row => row.Agency);
        var names = withName ? await standing.Select(row => new { row.Id, row.ChosenByName }).ToDictionaryAsync(row => row.Id, row => row.ChosenByName, cancellationToken) : [];
        return rows.ToDictionary(
            row => row.AssignmentId,
            row => new TaskChoice(row.AssignmentId, row.NameAsWritten, [.. members[row.Id]], row.ValidFrom, names.GetValueOrDefault(row.Id), row.Note));
    }
}
