using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Supervision;

namespace GovDisclosure.Web.Pages.Office.Notices;

/// <summary>The form that sends reminders. In the order of the page, which is the order of the error summary.</summary>
public sealed class NoticeInput
{
    /// <summary>Made when the form is shown; the same form sent twice is one batch.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>The identities of the agencies ticked, as sent.</summary>
    public IList<string> Agencies { get; set; } = [];

    /// <summary>The identities of the duties ticked, as sent.</summary>
    public IList<string> Duties { get; set; } = [];

    [Display(Name = "Notice.Message", Description = "Notice.MessageHint")]
    [Required(ErrorMessage = "Notice.MessageMissing")]
    [StringLength(SupervisionNotice.MessageLength)]
    [DataType(DataType.MultilineText)]
    public string? Message { get; set; }

    [Display(Name = "Notice.ReplyBy", Description = "Notice.ReplyByHint")]
    [Required(ErrorMessage = "Notice.ReplyByMissing")]
    public DateOnly? ReplyBy { get; set; }
}
