using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Requests;

namespace GovDisclosure.Web.Infrastructure.Duties;

/// <summary>What may be asked for. Section <c>Requests</c> of the configuration.</summary>
public sealed class RequestOptions
{
    public const string Section = "Requests";

    /// <summary>How many working days after the original due date an extension may reach.</summary>
    [Range(1, 500, ErrorMessage = "Requests:MostExtensionWorkingDays must be a whole number from 1 to 500.")]
    public int MostExtensionWorkingDays { get; set; } = RequestRules.UsualMostWorkingDays;
}
