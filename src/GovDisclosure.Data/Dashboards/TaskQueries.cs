using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Dashboards;

/// <summary>A task of the plan, to choose or to head a column.</summary>
public sealed record BoardTask(Guid Id, string Number, string Title, int Section, int Ordinal)
{
    /// <summary>Whether a revision of the plan ended it: what was owed until then is still shown.</summary>
    public bool IsEnded { get; init; }
}

/// <summary>A task with its words.</summary>
public sealed record TaskPageWords(BoardTask Task, string Text, string? Attribution, string? SectionTitle, IReadOnlyList<TaskDeadlineRule> Rules);

/// <summary>Reads a plan's tasks, which are public.</summary>
public sealed class TaskQueries(GovDbContext db)
{
    /// <summary>Every task of a plan, in its order.</summary>
    public async Task<IReadOnlyList<BoardTask>> ListAsync(Guid planId, CancellationToken cancellationToken) =>
        await (
            from task in db.Tasks
            where task.PlanId == planId
            from section in db.PlanSections.Where(section => section.Id == task.SectionId).DefaultIfEmpty()
            orderby task.Ordinal
            select new BoardTask(task.Id, task.Number, task.Title, section == null ? 0 : section.Ordinal, task.Ordinal) { IsEnded = task.EndedAt != null }).ToListAsync(cancellationToken);

    /// <summary>One task of a plan with its words.</summary>
    public async Task<TaskPageWords?> FindAsync(Guid planId, Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from task in db.Tasks
            where task.PlanId == planId && task.Id == id
            from section in db.PlanSections.Where(section => section.Id == task.SectionId).DefaultIfEmpty()
            select new
            {
                Task = new BoardTask(task.Id, task.Number, task.Title, section == null ? 0 : section.Ordinal, task.Ordinal) { IsEnded = task.EndedAt != null },
                task.EndedAt,
                task.Text,
                task.Attribution,
                SectionTitle = section == null ? null : section.Title,
            }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new TaskPageWords(
            found.Task, found.Text, found.Attribution, found.SectionTitle,
            await db.TaskRules.AsNoTracking()
                .Where(rule => rule.TaskId == id && (rule.SupersededAt == null || rule.SupersededAt == found.EndedAt)).OrderBy(rule => rule.Ordinal).ToListAsync(cancellationToken));
    }
}
