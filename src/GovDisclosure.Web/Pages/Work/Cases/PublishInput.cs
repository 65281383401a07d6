using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>Whose page is the publication.</summary>
public enum PublishWhere
{
    /// <summary>The portal's.</summary>
    Portal,

    /// <summary>The agency's own, which is out already.</summary>
    OwnPage,
}

/// <summary>The form for publishing a case.</summary>
public sealed class PublishInput
{
    public Guid? RequestKey { get; set; }

    [Display(Name = "Publish.Where")]
    [Required(ErrorMessage = "Publish.WhereMissing")]
    public PublishWhere? Where { get; set; }

    [Display(Name = "Case.Channel")]
    [Required(ErrorMessage = "Case.ChannelMissing")]
    public DisclosureChannel? Channel { get; set; }

    [Display(Name = "Publish.ExternalAddress", Description = "Publish.ExternalAddressHint")]
    [StringLength(Disclosure.AddressLength)]
    [DataType(DataType.Url)]
    public string? ExternalAddress { get; set; }

    [Display(Name = "Disclosure.PublishedOn", Description = "Disclosure.PublishedOnHint")]
    public DateOnly? PublishedOn { get; set; }

    public PartInput? Part { get; set; }

    /// <summary>Names the copy that was seen.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>What the form asks for.</summary>
    public PublishCase ToRequest(PartWords? part) => new(
        RequestKey!.Value, Channel, Where == PublishWhere.OwnPage ? ExternalAddress ?? "" : null, Where == PublishWhere.OwnPage ? PublishedOn : null, part, Fingerprint);
}

/// <summary>The words published instead of the exempt part.</summary>
public sealed class PartInput
{
    [Display(Name = "Case.Title")]
    [Required]
    [StringLength(CaseRules.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "Case.PartyName")]
    [Required]
    [StringLength(PenaltyCase.NameLength)]
    public string? PartyName { get; set; }

    [Display(Name = "Case.RepresentativeName")]
    [StringLength(PenaltyCase.NameLength)]
    public string? RepresentativeName { get; set; }

    [Display(Name = "Case.Facts")]
    [Required]
    [StringLength(PenaltyCase.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Facts { get; set; }

    [Display(Name = "Case.Basis")]
    [Required]
    [StringLength(PenaltyCase.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Basis { get; set; }

    [Display(Name = "Case.Result")]
    [Required]
    [StringLength(PenaltyCase.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Result { get; set; }

    [Display(Name = "Case.Performance")]
    [Required]
    [StringLength(PenaltyCase.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Performance { get; set; }

    /// <summary>The case's own words, to begin with.</summary>
    public static PartInput Of(CaseDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new PartInput
        {
            Title = draft.Title,
            PartyName = draft.PartyName,
            RepresentativeName = draft.RepresentativeName,
            Facts = draft.Facts,
            Basis = draft.Basis,
            Result = draft.Result,
            Performance = draft.Performance,
        };
    }

    /// <summary>What the form says.</summary>
    public PartWords ToWords() =>
        new PartWords(Title ?? "", PartyName ?? "", RepresentativeName, Facts ?? "", Basis ?? "", Result ?? "", Performance ?? "").Cleaned();
}
