using System.ComponentModel.DataAnnotations;

namespace GovDisclosure.Web.Pages.Admin.People;

/// <summary>What the forms of a person's page send: the name, or the roles.</summary>
public sealed class PersonInput
{
    /// <summary>The name. It has no annotations of its shape, since the other forms of the page do not send it.</summary>
    [Display(Name = "Person.DisplayName", Description = "Person.DisplayNameHint")]
    public string? DisplayName { get; set; }

    /// <summary>The roles ticked.</summary>
    public IList<string> Roles { get; set; } = [];
}
