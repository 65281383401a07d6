using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Plans;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>What the office's filters choose from.</summary>
public sealed record OfficeChoices(IReadOnlyList<BoardAgency> Agencies, IReadOnlyList<SectionOption> Sections, IReadOnlyList<BoardTask> Tasks)
{
    /// <summary>Reads the choices of a plan.</summary>
    public static async Task<OfficeChoices> LoadAsync(
        Guid planId, BoardQueries board, PlanQueries plans, TaskQueries tasks, CancellationToken cancellationToken) =>
        new(
            await board.AgenciesAsync(cancellationToken),
            await plans.SectionsAsync(planId, cancellationToken),
            await tasks.ListAsync(planId, cancellationToken));
}
