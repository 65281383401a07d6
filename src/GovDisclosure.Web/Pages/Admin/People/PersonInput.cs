using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Accounts;

namespace GovDisclosure.Web.Pages.Admin.People;

/// <summary>What the forms of a person's page send: the name, or the roles.</summary>
public sealed class PersonInput
{
    /// <summary>The name; the other forms of the page do not send it.</summary>
    [Display(Name = "Person.DisplayName", Description = "Person.DisplayNameHint")]
    [Required(ErrorMessage = "Person.DisplayNameMissing")]
    [StringLength(PersonService.NameLength)]
    public string? DisplayName { get; set; }

    /// <summary>The roles ticked.</summary>
    public IList<string> Roles { get; set; } = [];
}
