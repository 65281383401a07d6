using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Plans.Drafts;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>Reads drafts of plans, for the municipal office.</summary>
public sealed class PlanDraftQueries(GovDbContext db, RegisterNames names)
{
    /// <summary>How many drafts the list has.</summary>
    public const int MostListed = 50;

    /// <summary>The newest drafts that were not put away, the last corrected first.</summary>
    public async Task<IReadOnlyList<DraftLine>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await db.PlanDrafts.Where(row => row.DiscardedAt == null).OrderByDescending(row => row.ChangedAt).ThenByDescending(row => row.Id)
            .Take(MostListed).Select(row => new { row.Id, row.FileName, row.Content, row.ChangedAt, row.ChangedByName, row.PublishedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(row =>
        {
            var plan = PlanDraftJson.Read(row.Content).Plan;
            return new DraftLine(row.Id, row.FileName, plan.Title, plan.Year, plan.Tasks.Count, row.ChangedAt, row.ChangedByName, row.PublishedAt);
        })];
    }

    /// <summary>A draft; <see langword="null"/> where there is none of that identity, or it was put away.</summary>
    public async Task<OpenDraft?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db.PlanDrafts.AsNoTracking().Where(row => row.Id == id && row.DiscardedAt == null)
            .Select(row => new { Row = row, Version = EF.Property<uint>(row, "xmin") }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var draft = PlanDraftJson.Read(row.Row.Content);
        return new OpenDraft
        {
            Id = id,
            FileName = row.Row.FileName,
            SourceText = row.Row.SourceText,
            Draft = draft,
            Version = row.Version,
            ChangedAt = row.Row.ChangedAt,
            ChangedByName = row.Row.ChangedByName,
            PublishedAt = row.Row.PublishedAt,
            Names = Resolve(draft, await names.LoadAsync(cancellationToken)),
        };
    }

    /// <summary>What the names that a plan uses are in the register, on its date of issue.</summary>
    internal static IReadOnlyDictionary<string, AgencyResolution> Resolve(PlanDraft draft, AgencyResolver resolver)
    {
        // Before the date is known, the register of the plan's year answers.
        var on = draft.Plan.IssuedOn ?? new DateOnly(draft.Plan.Year ?? DateOnly.MinValue.Year, 6, 30);
        return draft.NamesUsed.ToDictionary(name => name, name => resolver.Resolve(name, on), StringComparer.Ordinal);
    }
}
