using System.Globalization;
using GovDisclosure.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>Who each name of a draft is, with those that the register gets.</summary>
internal static class DraftRegister
{
    /// <summary>Adds the agencies and groups that are new; the caller saves.</summary>
    /// <param name="db">The unit of work that publishes.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="codes">What the codes of new agencies begin with: no other publication may begin them so.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<(AgencyRegister Register, int NewAgencies, int NewGroups)> WriteAsync(
        GovDbContext db, OpenDraft draft, string codes, CancellationToken cancellationToken)
    {
        var groupIds = (await db.AgencyGroups.Select(row => row.Id).ToListAsync(cancellationToken)).ToHashSet();
        var (agencies, groups) = (new Dictionary<string, Guid>(StringComparer.Ordinal), new Dictionary<string, Guid>(StringComparer.Ordinal));
        var (newAgencies, newGroups) = (0, 0);
        foreach (var name in draft.Draft.NamesUsed)
        {
            var choice = draft.Draft.Names.GetValueOrDefault(name);
            switch (choice)
            {
                case { New: { Kind: { } kind } added }:
                    var agency = NewAgency(draft, name, kind, added.EnglishName, string.Create(CultureInfo.InvariantCulture, $"{codes}-{++newAgencies}"));
                    db.Agencies.Add(agency);
                    agencies.Add(name, agency.Id);
                    break;
                case { New: { } added }:
                    var group = new AgencyGroup { Phrase = name, EnglishName = added.EnglishName, ToConfirm = true, Source = Source(draft) };
                    newGroups++;
                    db.AgencyGroups.Add(group);
                    groups.Add(name, group.Id);
                    break;
                default:
                    var holder = choice?.Holder ?? draft.Names[name].Holder!.Value;
                    (groupIds.Contains(holder) ? groups : agencies).Add(name, holder);
                    break;
            }
        }

        return (new AgencyRegister(agencies, groups), newAgencies, newGroups);
    }

    private static Agency NewAgency(OpenDraft draft, string name, AgencyKind kind, string englishName, string code) => new()
    {
        // Letters for sign-in names; an administrator may give better names later.
        Code = code,
        ShortName = name,
        FullName = name,
        EnglishName = englishName,
        Kind = kind,
        ToConfirm = true,
        Source = Source(draft),
    };

    private static string Source(OpenDraft draft) => draft.Draft.Plan.DocumentNumber ?? draft.FileName;
}
