using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>What a name stands for, as a form asks it.</summary>
public enum NameAnswer
{
    /// <summary>Somebody in the register.</summary>
    Known,

    /// <summary>An agency that the register does not have.</summary>
    NewAgency,

    /// <summary>A group that the register does not have.</summary>
    NewGroup,
}

/// <summary>The form that says what a name stands for.</summary>
public sealed class NameInput
{
    /// <summary>The version that the form was shown with.</summary>
    public uint Version { get; set; }

    [Display(Name = "PlanName.Answer")]
    [Required(ErrorMessage = "PlanName.AnswerMissing")]
    public NameAnswer? Answer { get; set; }

    [Display(Name = "PlanName.Holder", Description = "PlanName.HolderHint")]
    public Guid? Holder { get; set; }

    [Display(Name = "PlanName.Kind")]
    public AgencyKind? Kind { get; set; }

    [Display(Name = "PlanName.EnglishName", Description = "PlanName.EnglishNameHint")]
    public string? EnglishName { get; set; }
}
