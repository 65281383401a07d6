using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>Between a copy and the row that the public reads.</summary>
internal static class PublishedCopies
{
    /// <summary>The row of a copy that was published.</summary>
    public static PublishedCase Make(PenaltyCase found, CaseCopy copy, Disclosure disclosure, Guid id, string? externalAddress) => new()
    {
        AgencyId = found.AgencyId,
        Id = id,
        CaseId = found.Id,
        DisclosureId = disclosure.Id,
        Title = copy.Title,
        Reference = copy.Reference,
        DecidedOn = copy.DecidedOn,
        PartyKind = copy.PartyKind,
        PartyName = copy.PartyName,
        RepresentativeName = copy.RepresentativeName,
        Facts = copy.Facts,
        Kinds = [.. copy.Kinds],
        Basis = copy.Basis,
        Result = copy.Result,
        Performance = copy.Performance,
        DecidingBody = copy.DecidingBody,
        PartGround = copy.PartGround,
        CorrectsCaseId = found.CorrectsCaseId,
        ExternalAddress = externalAddress,
        PublishedAt = disclosure.PublishedAt,
        IsSample = disclosure.IsSample,
    };

    /// <summary>The copy of a row.</summary>
    public static CaseCopy CopyOf(PublishedCase row) => new()
    {
        Title = row.Title,
        Reference = row.Reference,
        DecidedOn = row.DecidedOn,
        PartyKind = row.PartyKind,
        PartyName = row.PartyName,
        RepresentativeName = row.RepresentativeName,
        Facts = row.Facts,
        Kinds = [.. row.Kinds],
        Basis = row.Basis,
        Result = row.Result,
        Performance = row.Performance,
        DecidingBody = row.DecidingBody,
        PartGround = row.PartGround,
    };
}
