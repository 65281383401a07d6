using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Web.Pages.Office.Tasks;

/// <summary>The form that chooses which members of a group a task means.</summary>
public sealed class GroupInput
{
    /// <summary>Names the choice that the form was shown with.</summary>
    public string? Seen { get; set; }

    /// <summary>Names the choice whose effect was shown: only that one is saved.</summary>
    public string? Previewed { get; set; }

    [Display(Name = "Choice.Members")]
    public IList<Guid> Members { get; set; } = [];

    [Display(Name = "Choice.Note", Description = "Choice.NoteHint")]
    [StringLength(AssignmentChoice.NoteLength)]
    public string? Note { get; set; }

    /// <summary>Names what is chosen now.</summary>
    public string Chosen => string.Join(',', Members.Distinct().Order());

    internal ChooseMembers ToRequest() => new(Seen ?? "", [.. Members], PlainText.OneLine(Note));
}
