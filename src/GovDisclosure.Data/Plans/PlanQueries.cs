using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans;

/// <summary>The head of a plan.</summary>
public sealed record PlanHead(Guid Id, int Year, string Title, string DocumentNumber, string Issuer, DateOnly IssuedOn);

/// <summary>How much a plan asks, and of how many.</summary>
/// <param name="Sections">The sections.</param>
/// <param name="Tasks">The tasks with an attribution.</param>
/// <param name="Agencies">The agencies that an attribution reaches, by name or through a group, on the day of issue.</param>
public sealed record PlanFigures(int Sections, int Tasks, int Agencies);

/// <summary>A section's heading, for filters.</summary>
public sealed record SectionOption(int Ordinal, string Title);

/// <summary>A plan as its public page shows it.</summary>
public sealed record PlanPage(PlanHead Head, IReadOnlyList<SectionOfPlan> Sections, IReadOnlyList<TaskOfPlan> GeneralDuties)
{
    /// <summary>How many tasks carry an attribution.</summary>
    public int AttributedTasks => Sections.Sum(section => section.Subsections.Sum(subsection => subsection.Tasks.Count));

    /// <summary>How the plan was revised, the first revision first.</summary>
    public IReadOnlyList<RevisionOfPlan> Revisions { get; init; } = [];

    /// <summary>The tasks that a revision ended, in their order.</summary>
    public IReadOnlyList<EndedTask> Ended { get; init; } = [];
}

/// <summary>A revision of a plan.</summary>
public sealed record RevisionOfPlan(Guid Id, int Ordinal, string Title, string DocumentNumber, DateOnly IssuedOn, DateOnly EffectiveFrom);

/// <summary>A task that is no longer in force, with the revision that ended it.</summary>
public sealed record EndedTask(TaskOfPlan Task, Guid RevisionId);

/// <summary>A section with its sub-sections.</summary>
public sealed record SectionOfPlan(int Ordinal, string Title, IReadOnlyList<SubsectionOfPlan> Subsections);

/// <summary>A sub-section with its tasks, in the order of the text.</summary>
public sealed record SubsectionOfPlan(int Ordinal, string Title, IReadOnlyList<TaskOfPlan> Tasks);

/// <summary>A task: what, who and by when.</summary>
public sealed record TaskOfPlan(
    string Number, int Sequence, string Title, string? ItemTitle, string Text, string? Attribution,
    IReadOnlyList<NamedInPlan> Assignments, IReadOnlyList<RuleOfPlan> Rules);

/// <summary>Somebody named by an attribution.</summary>
public sealed record NamedInPlan(string Name, string EnglishName, AssignmentRole Role, bool IsGroup)
{
    /// <summary>Which members of the group the municipal office chose for the task; <see langword="null"/> while every one is meant.</summary>
    public TaskChoice? Choice { get; init; }
}

/// <summary>A rule with the clause that it is about.</summary>
public sealed record RuleOfPlan(DeadlineRule Rule, string Clause);

/// <summary>Reads plans, which are public.</summary>
public sealed class PlanQueries(GovDbContext db)
{
    /// <summary>The plan in force of the latest year; <see langword="null"/> before one is loaded.</summary>
    public Task<PlanHead?> CurrentAsync(CancellationToken cancellationToken) =>
        Heads(db.WorkPlans.Where(plan => plan.Status == WorkPlanStatus.Active).OrderByDescending(plan => plan.Year)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The plans of all years, the newest first.</summary>
    public async Task<IReadOnlyList<PlanHead>> PublishedAsync(CancellationToken cancellationToken) =>
        await Heads(db.WorkPlans.Where(plan => plan.Status != WorkPlanStatus.Draft).OrderByDescending(plan => plan.Year)).ToListAsync(cancellationToken);

    /// <summary>The sections of a plan.</summary>
    public async Task<IReadOnlyList<SectionOption>> SectionsAsync(Guid planId, CancellationToken cancellationToken) =>
        await db.PlanSections.Where(section => section.PlanId == planId).OrderBy(section => section.Ordinal)
            .Select(section => new SectionOption(section.Ordinal, section.Title)).ToListAsync(cancellationToken);

    /// <summary>How much a plan asks, and of how many.</summary>
    public async Task<PlanFigures> FiguresAsync(PlanHead plan, CancellationToken cancellationToken)
    {
        var tasks = db.Tasks.Where(task => task.PlanId == plan.Id && !task.IsGeneral && task.EndedAt == null);
        return await db.WorkPlans.Where(row => row.Id == plan.Id).Select(row => new PlanFigures(
            db.PlanSections.Count(section => section.PlanId == plan.Id),
            tasks.Count(),
            db.TaskReach(plan.Id).Where(reached => tasks.Any(task => task.Id == reached.TaskId)).Select(reached => reached.AgencyId).Distinct().Count()))
            .SingleAsync(cancellationToken);
    }

    /// <summary>The phrases of the groups that an agency belonged to on the plan's day of issue; none where the words are no agency's name.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="name">The agency's whole name: short, full or English.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlySet<string>> GroupsOfAsync(PlanHead plan, string name, CancellationToken cancellationToken)
    {
        var pattern = LikePattern.Exactly(name);
        var phrases = await (
            from member in db.AgencyGroupMembers
            where member.ValidFrom <= plan.IssuedOn && (member.ValidTo == null || member.ValidTo >= plan.IssuedOn)
            join agency in db.Agencies on member.MemberAgencyId equals agency.Id
            where EF.Functions.ILike(agency.ShortName, pattern, LikePattern.Escape)
                || EF.Functions.ILike(agency.FullName, pattern, LikePattern.Escape)
                || EF.Functions.ILike(agency.EnglishName, pattern, LikePattern.Escape)
            join agencyGroup in db.AgencyGroups on member.GroupId equals agencyGroup.Id
            select agencyGroup.Phrase).Distinct().ToListAsync(cancellationToken);
        return phrases.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The whole plan of a year, unless it is a draft.</summary>
    public async Task<PlanPage?> FindAsync(int year, CancellationToken cancellationToken)
    {
        var head = await Heads(db.WorkPlans.Where(plan => plan.Year == year && plan.Status != WorkPlanStatus.Draft)).SingleOrDefaultAsync(cancellationToken);
        if (head is null)
        {
            return null;
        }

        var sections = await db.PlanSections.AsNoTracking().Where(section => section.PlanId == head.Id)
            .Include(section => section.Subsections).ThenInclude(subsection => subsection.Items)
            .OrderBy(section => section.Ordinal).ToListAsync(cancellationToken);
        var tasks = await db.Tasks.AsNoTracking().Where(task => task.PlanId == head.Id)
            .Include(task => task.Assignments).Include(task => task.Rules)
            .OrderBy(task => task.Ordinal).ToListAsync(cancellationToken);
        var names = await NamesAsync(cancellationToken);
        var choices = await new ChoiceQueries(db).OfPlanAsync(head.Id, cancellationToken);
        var items = sections.SelectMany(section => section.Subsections).SelectMany(subsection => subsection.Items).ToDictionary(item => item.Id, item => item.Title);

        TaskOfPlan Show(DisclosureTask task) => new(
            task.Number, task.Sequence, task.Title, task.ItemId is { } item ? items[item] : null, task.Text, task.Attribution,
            [.. task.InForceAssignments().Select(assignment => new NamedInPlan(
                assignment.NameAsWritten, names[assignment.AssigneeAgencyId ?? assignment.AssigneeGroupId!.Value], assignment.Role, assignment.AssigneeGroupId is not null)
            {
                Choice = choices.GetValueOrDefault(assignment.Id),
            })],
            [.. task.Rules.Where(rule => rule.SupersededAt is null || rule.SupersededAt == task.EndedAt).OrderBy(rule => rule.Ordinal).Select(rule => new RuleOfPlan(rule.Rule, rule.Clause))]);


        // A heading whose every task a revision ended is gone with them.
        var inForce = tasks.Where(task => task.EndedAt is null).ToList();
        var emptied = tasks.Where(task => task.EndedAt is not null).SelectMany(task => new[] { task.SectionId, task.SubsectionId })
            .Except(inForce.SelectMany(task => new[] { task.SectionId, task.SubsectionId })).ToHashSet();
        return new PlanPage(
            head,
            [.. sections.Where(section => !emptied.Contains(section.Id)).Select(section => new SectionOfPlan(
                section.Ordinal, section.Title,
                [.. section.Subsections.Where(subsection => !emptied.Contains(subsection.Id)).OrderBy(subsection => subsection.Ordinal).Select(subsection => new SubsectionOfPlan(
                    subsection.Ordinal, subsection.Title,
                    [.. inForce.Where(task => task.SubsectionId == subsection.Id).Select(Show)]))]))],
            [.. inForce.Where(task => task.IsGeneral).Select(Show)])
        {
            Revisions = await RevisionsAsync(head.Id, cancellationToken),
            Ended = [.. tasks.Where(task => task.EndedByRevisionId is not null).Select(task => new EndedTask(Show(task), task.EndedByRevisionId!.Value))],
        };
    }

    /// <summary>How a plan was revised, the first revision first.</summary>
    public async Task<IReadOnlyList<RevisionOfPlan>> RevisionsAsync(Guid planId, CancellationToken cancellationToken) =>
        await db.PlanRevisions.Where(row => row.PlanId == planId).OrderBy(row => row.Ordinal)
            .Select(row => new RevisionOfPlan(row.Id, row.Ordinal, row.Title, row.DocumentNumber, row.IssuedOn, row.EffectiveFrom)).ToListAsync(cancellationToken);

    private async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken)
    {
        var agencies = await db.Agencies.Select(row => new { row.Id, row.EnglishName }).ToListAsync(cancellationToken);
        var groups = await db.AgencyGroups.Select(row => new { row.Id, row.EnglishName }).ToListAsync(cancellationToken);
        return agencies.Concat(groups).ToDictionary(row => row.Id, row => row.EnglishName);
    }

    private static IQueryable<PlanHead> Heads(IQueryable<WorkPlan> plans) =>
        plans.Select(plan => new PlanHead(plan.Id, plan.Year, plan.Title, plan.DocumentNumber, plan.Issuer, plan.IssuedOn));
}
