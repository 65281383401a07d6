using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>A name of the register behind a name of a draft: why it was taken or proposed.</summary>
/// <param name="Name">The name of the register, with its dates.</param>
/// <param name="Holder">Whose it is, as the register calls it now.</param>
/// <param name="Distance">How many characters are different; <see langword="null"/> where it is the same name.</param>
/// <param name="Next">Who takes the holder's place, where somebody does.</param>
public sealed record FoundName(RegisteredName Name, string Holder, int? Distance, AgencySuccession? Next)
{
    /// <summary>Whom it proposes: where the holder's place is taken already, who took it.</summary>
    public Guid Proposed => Next is { CarriedOutAt: not null, SuccessorId: { } next } ? next : Name.Holder;

    /// <summary>The names that are the same, or else the nearest.</summary>
    public static IReadOnlyList<FoundName> Of(
        AgencyResolution resolution, IEnumerable<(Guid Id, string Name)> holders, IReadOnlyDictionary<Guid, AgencySuccession> successions)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        ArgumentNullException.ThrowIfNull(successions);
        var names = holders.DistinctBy(holder => holder.Id).ToDictionary(holder => holder.Id, holder => holder.Name);
        return
        [
            .. resolution.Matches.Select(match => new FoundName(match, names.GetValueOrDefault(match.Holder, match.Name), null, successions.GetValueOrDefault(match.Holder))),
            .. resolution.Nearest.Select(near => new FoundName(near.Name, names.GetValueOrDefault(near.Name.Holder, near.Name.Name), near.Distance, null)),
        ];
    }
}
