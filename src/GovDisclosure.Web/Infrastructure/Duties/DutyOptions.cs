using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Settings;

namespace GovDisclosure.Web.Infrastructure.Duties;

/// <summary>How duties are shown. Section <c>Duties</c> of the configuration.</summary>
public sealed class DutyOptions
{
    public const string Section = "Duties";

    /// <summary>How many working days ahead a duty counts as due soon (临近到期).</summary>
    [Range(0, 60, ErrorMessage = "Duties:DueSoonWorkingDays must be a whole number from 0 to 60.")]
    public int DueSoonWorkingDays { get; set; } = 3;

    /// <summary>From how many percent on a rate is green.</summary>
    [Range(0, 100, ErrorMessage = "Duties:GreenPercent must be a whole number from 0 to 100.")]
    public int GreenPercent { get; set; } = 95;

    /// <summary>From how many percent on a rate is amber; below it is red.</summary>
    [Range(0, 100, ErrorMessage = "Duties:AmberPercent must be a whole number from 0 to 100.")]
    public int AmberPercent { get; set; } = 80;

    /// <summary>The three together: what holds until an administrator sets others.</summary>
    public Thresholds Thresholds => new(DueSoonWorkingDays, GreenPercent, AmberPercent);
}
