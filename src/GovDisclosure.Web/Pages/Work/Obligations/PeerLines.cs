using GovDisclosure.Data.Obligations;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>Some of the agencies that share a duty.</summary>
/// <param name="Peers">The agencies.</param>
/// <param name="OwnId">The reader's own agency, which is marked.</param>
public sealed record PeerLines(IReadOnlyList<PeerState> Peers, Guid OwnId);
