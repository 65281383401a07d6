using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>The form of a draft's head.</summary>
public sealed class HeadInput
{
    /// <summary>The version that the form was shown with.</summary>
    public uint Version { get; set; }

    [Display(Name = "PlanHead.Title")]
    public string? Title { get; set; }

    [Display(Name = "PlanHead.DocumentNumber", Description = "PlanHead.DocumentNumberHint")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "PlanHead.Issuer")]
    public string? Issuer { get; set; }

    [Display(Name = "PlanHead.IssuedOn")]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "PlanHead.Year", Description = "PlanHead.YearHint")]
    public int? Year { get; set; }

    /// <summary>The form as a draft's plan fills it.</summary>
    public static HeadInput Of(ParsedPlan plan, uint version)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new() { Version = version, Title = plan.Title, DocumentNumber = plan.DocumentNumber, Issuer = plan.Issuer, IssuedOn = plan.IssuedOn, Year = plan.Year };
    }

    /// <summary>What was typed.</summary>
    public PlanHeadEdit ToEdit() => new PlanHeadEdit(Title ?? "", DocumentNumber ?? "", Issuer ?? "", IssuedOn, Year).Cleaned();
}
