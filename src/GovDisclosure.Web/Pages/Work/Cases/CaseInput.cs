using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>The form of a case. In the order of the page, which is the order of the error summary.</summary>
public sealed class CaseInput
{
    [Display(Name = "Case.Title", Description = "Case.TitleHint")]
    [Required]
    [StringLength(CaseRules.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "Case.Reference", Description = "Case.ReferenceHint")]
    [Required]
    [StringLength(CaseRules.ReferenceLength)]
    public string? Reference { get; set; }

    [Display(Name = "Case.DecidedOn", Description = "Case.DecidedOnHint")]
    [Required]
    public DateOnly? DecidedOn { get; set; }

    [Display(Name = "Case.PartyKind")]
    [Required(ErrorMessage = "Case.PartyKindMissing")]
    public PartyKind? PartyKind { get; set; }

    [Display(Name = "Case.PartyName", Description = "Case.PartyNameHint")]
    [Required]
    [StringLength(PenaltyCase.NameLength)]
    public string? PartyName { get; set; }

    [Display(Name = "Case.RepresentativeName", Description = "Case.RepresentativeNameHint")]
    [StringLength(PenaltyCase.NameLength)]
    public string? RepresentativeName { get; set; }

    [Display(Name = "Case.Facts", Description = "Case.FactsHint")]
    [Required]
    [StringLength(PenaltyCase.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Facts { get; set; }

    [Display(Name = "Case.Kinds")]
    public IList<PenaltyKind> Kinds { get; set; } = [];

    [Display(Name = "Case.Basis", Description = "Case.BasisHint")]
    [Required]
    [StringLength(PenaltyCase.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Basis { get; set; }

    [Display(Name = "Case.Result", Description = "Case.ResultHint")]
    [Required]
    [StringLength(PenaltyCase.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Result { get; set; }

    [Display(Name = "Case.Performance", Description = "Case.PerformanceHint")]
    [Required]
    [StringLength(PenaltyCase.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Performance { get; set; }

    [Display(Name = "Case.DecidingBody")]
    [Required]
    [StringLength(PenaltyCase.NameLength)]
    public string? DecidingBody { get; set; }

    [Display(Name = "Case.Channel", Description = "Case.ChannelHint")]
    [Required(ErrorMessage = "Case.ChannelMissing")]
    public DisclosureChannel? Channel { get; set; }

    [Display(Name = "Case.PlatformNumber", Description = "Case.PlatformNumberHint")]
    [StringLength(CaseRules.PlatformNumberLength)]
    public string? PlatformNumber { get; set; }

    [Display(Name = "Case.PlatformEnteredOn")]
    public DateOnly? PlatformEnteredOn { get; set; }

    /// <summary>Whether nothing was typed; what the form proposes does not count.</summary>
    public bool IsEmpty => Kinds.Count == 0 && DecidedOn is null && PlatformEnteredOn is null && PartyKind is null
        && new[] { Title, Reference, PartyName, RepresentativeName, Facts, Basis, Result, Performance, PlatformNumber }.All(string.IsNullOrWhiteSpace);

    /// <summary>A case in the form.</summary>
    public static CaseInput Of(CaseDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new CaseInput
        {
            Title = draft.Title,
            Reference = draft.Reference,
            DecidedOn = draft.DecidedOn,
            PartyKind = draft.PartyKind,
            PartyName = draft.PartyName,
            RepresentativeName = draft.RepresentativeName,
            Facts = draft.Facts,
            Kinds = [.. draft.Kinds],
            Basis = draft.Basis,
            Result = draft.Result,
            Performance = draft.Performance,
            DecidingBody = draft.DecidingBody,
            Channel = draft.Channel,
            PlatformNumber = draft.PlatformNumber,
            PlatformEnteredOn = draft.PlatformEnteredOn,
        };
    }

    /// <summary>What the form says.</summary>
    public CaseDraft ToDraft() => new CaseDraft
    {
        Title = Title ?? "",
        Reference = Reference ?? "",
        DecidedOn = DecidedOn,
        PartyKind = PartyKind,
        PartyName = PartyName ?? "",
        RepresentativeName = RepresentativeName,
        Facts = Facts ?? "",
        Kinds = [.. Kinds.Where(Enum.IsDefined)],
        Basis = Basis ?? "",
        Result = Result ?? "",
        Performance = Performance ?? "",
        DecidingBody = DecidingBody ?? "",
        Channel = Channel,
        PlatformNumber = PlatformNumber,
        PlatformEnteredOn = PlatformEnteredOn,
    }.Cleaned();
}
