using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Supervision;

namespace GovDisclosure.Web.Pages.Work.Notices;

/// <summary>The form that answers a reminder.</summary>
public sealed class ReplyInput
{
    /// <summary>Made when the form is shown; the same form sent twice is one reply.</summary>
    public Guid? RequestKey { get; set; }

    [Display(Name = "Reply.Text", Description = "Reply.TextHint")]
    [Required(ErrorMessage = "Reply.TextMissing")]
    [StringLength(SupervisionReply.TextLength)]
    [DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    [Display(Name = "Reply.ExpectedOn", Description = "Reply.ExpectedOnHint")]
    public DateOnly? ExpectedOn { get; set; }
}
