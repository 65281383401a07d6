using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Requests;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>The form that asks for more time or for release.</summary>
public sealed class RequestInput
{
    /// <summary>Made when the form is shown; the same form sent twice is one request.</summary>
    public Guid? RequestKey { get; set; }

    [Display(Name = "Request.Kind")]
    [Required(ErrorMessage = "Request.KindMissing")]
    public DutyRequestKind? Kind { get; set; }

    [Display(Name = "Request.DueOn")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Request.ExtendBy")]
    public int? ExtendBy { get; set; }

    [Display(Name = "Request.StopFrom")]
    public DateOnly? StopFrom { get; set; }

    [Display(Name = "Request.StopTo")]
    public DateOnly? StopTo { get; set; }

    [Display(Name = "Request.Ground", Description = "Request.GroundHint")]
    public ExemptionGround? Ground { get; set; }

    [Display(Name = "Request.Reason", Description = "Request.ReasonHint")]
    [Required(ErrorMessage = "Request.ReasonMissing")]
    [StringLength(DutyRequest.ReasonLength)]
    [DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    /// <summary>What is asked for.</summary>
    public RequestDraft ToDraft() => new(Kind, Reason ?? "", DueOn, Ground) { ExtendBy = ExtendBy, StopFrom = StopFrom, StopTo = StopTo };
}
