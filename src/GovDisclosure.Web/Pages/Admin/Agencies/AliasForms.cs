using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Web.Pages.Admin.Agencies;

/// <summary>The form that enters an alias.</summary>
public sealed class AliasInput
{
    public Guid? RequestKey { get; set; }

    [Display(Name = "Alias.Name")]
    [Required(ErrorMessage = "Alias.Missing")]
    [StringLength(NameRules.NameLength)]
    public string? Name { get; set; }

    [Display(Name = "Alias.From", Description = "Alias.FromHint")]
    public DateOnly? ValidFrom { get; set; }
}

/// <summary>The form that ends one.</summary>
public sealed class EndAliasInput
{
    public Guid? AliasId { get; set; }

    [Required(ErrorMessage = "Alias.DayMissing")]
    public DateOnly? Day { get; set; }
}
