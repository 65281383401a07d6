using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>A name of the register behind a name of a draft: why it was taken or proposed.</summary>
/// <param name="Name">The name of the register, with its dates.</param>
/// <param name="Holder">Whose it is, as the register calls it now.</param>
/// <param name="Distance">How many characters are different; <see langword="null"/> where it is the same name.</param>
public sealed record FoundName(RegisteredName Name, string Holder, int? Distance)
{
    /// <summary>The names that are the same, or else the nearest.</summary>
    public static IReadOnlyList<FoundName> Of(AgencyResolution resolution, IEnumerable<(Guid Id, string Name)> holders)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        var names = holders.DistinctBy(holder => holder.Id).ToDictionary(holder => holder.Id, holder => holder.Name);
        return
        [
            .. resolution.Matches.Select(match => new FoundName(match, names.GetValueOrDefault(match.Holder, match.Name), null)),
            .. resolution.Nearest.Select(near => new FoundName(near.Name, names.GetValueOrDefault(near.Name.Holder, near.Name.Name), near.Distance)),
        ];
    }
}
