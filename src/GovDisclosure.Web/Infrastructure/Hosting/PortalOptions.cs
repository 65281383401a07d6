using System.ComponentModel.DataAnnotations;

namespace GovDisclosure.Web.Infrastructure.Hosting;

/// <summary>What the outside world knows of the portal. Section <c>Portal</c> of the configuration.</summary>
public sealed class PortalOptions : IValidatableObject
{
    public const string Section = "Portal";

    /// <summary>
    /// The address under which the public reaches the portal. It goes into records of what was published, so it is never taken from what a
    /// browser sends as Host.
    /// </summary>
    [Required(ErrorMessage = "Portal:PublicAddress is missing.")]
    public Uri PublicAddress { get; set; } = new("http://localhost:5080");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!PublicAddress.IsAbsoluteUri || (PublicAddress.Scheme != Uri.UriSchemeHttp && PublicAddress.Scheme != Uri.UriSchemeHttps)
            || PublicAddress.UserInfo.Length > 0 || PublicAddress.Query.Length > 0 || PublicAddress.Fragment.Length > 0)
        {
            yield return new ValidationResult("Portal:PublicAddress must be an http or https address without user, query and fragment.", [nameof(PublicAddress)]);
        }
    }
}
