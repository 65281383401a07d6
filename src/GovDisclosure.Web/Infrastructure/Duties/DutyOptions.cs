using System.ComponentModel.DataAnnotations;

namespace GovDisclosure.Web.Infrastructure.Duties;

/// <summary>How duties are shown. Section <c>Duties</c> of the configuration.</summary>
public sealed class DutyOptions
{
    public const string Section = "Duties";

    /// <summary>How many working days ahead a duty counts as due soon (临近到期).</summary>
    [Range(0, 60, ErrorMessage = "Duties:DueSoonWorkingDays must be a whole number from 0 to 60.")]
    public int DueSoonWorkingDays { get; set; } = 3;
}
