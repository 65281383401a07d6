using System.ComponentModel.DataAnnotations;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>From which day a revision holds, and what its preview was made of.</summary>
public sealed class ReviseInput
{
    /// <summary>The draft's version that the preview was made of.</summary>
    public uint Version { get; set; }

    /// <summary>How many revisions the plan had then.</summary>
    public int Revisions { get; set; }

    [Display(Name = "Revision.EffectiveFrom", Description = "Revision.EffectiveFromHint")]
    public DateOnly? EffectiveFrom { get; set; }
}
