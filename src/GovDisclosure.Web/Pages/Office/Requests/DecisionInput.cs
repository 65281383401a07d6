using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Requests;

namespace GovDisclosure.Web.Pages.Office.Requests;

/// <summary>The form that answers a request.</summary>
public sealed class DecisionInput
{
    [Display(Name = "Decision.Outcome")]
    [Required(ErrorMessage = "Decision.OutcomeMissing")]
    public DecisionOutcome? Outcome { get; set; }

    [Display(Name = "Decision.DueOn", Description = "Decision.DueOnHint")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Decision.Note", Description = "Decision.NoteHint")]
    [StringLength(RequestDecision.NoteLength)]
    [DataType(DataType.MultilineText)]
    public string? Note { get; set; }
}
