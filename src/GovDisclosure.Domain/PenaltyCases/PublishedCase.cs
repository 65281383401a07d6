namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>
/// A case as the public reads it: a copy made at the instant of publication, with personal data masked. It never changes; taking it
/// down only hides it, and keeps the instant.
/// </summary>
public sealed class PublishedCase
{
    /// <summary>The agency that published it. The public reads the row until it is taken down.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The identity in the page's address.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The record that counts.</summary>
    public required Guid DisclosureId { get; init; }

    /// <summary>案件名称.</summary>
    public required string Title { get; init; }

    /// <summary>行政处罚决定书文号.</summary>
    public required string Reference { get; init; }

    /// <summary>The Beijing date of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Whether a unit or a person.</summary>
    public required PartyKind PartyKind { get; init; }

    /// <summary>The party's name.</summary>
    public required string PartyName { get; init; }

    /// <summary>法定代表人.</summary>
    public string? RepresentativeName { get; init; }

    /// <summary>主要违法事实, masked.</summary>
    public required string Facts { get; init; }

    /// <summary>处罚种类.</summary>
    public required IList<PenaltyKind> Kinds { get; init; }

    /// <summary>处罚依据, masked.</summary>
    public required string Basis { get; init; }

    /// <summary>处罚结果, masked.</summary>
    public required string Result { get; init; }

    /// <summary>履行方式和期限, masked.</summary>
    public required string Performance { get; init; }

    /// <summary>作出处罚的机关.</summary>
    public required string DecidingBody { get; init; }

    /// <summary>The ground on which an approved exemption leaves a part out; <see langword="null"/> where nothing is left out.</summary>
    public ExemptionGround? PartGround { get; init; }

    /// <summary>The agency's case that this one corrects, if any.</summary>
    public Guid? CorrectsCaseId { get; init; }

    /// <summary>The address of the agency's own page; <see langword="null"/> where the portal's page is the publication.</summary>
    public string? ExternalAddress { get; init; }

    /// <summary>The instant of publication, which is what fulfils.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it was taken down; <see langword="null"/> while it is public.</summary>
    public DateTimeOffset? TakenDownAt { get; set; }

    /// <summary>The name of the person who took it down, at the time.</summary>
    public string? TakenDownByName { get; set; }

    /// <summary>Why it was taken down.</summary>
    public string? TakenDownReason { get; set; }

    /// <summary>Whether it is sample data.</summary>
    public bool IsSample { get; init; }
}
