using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Web.Pages.Admin.Settings;

/// <summary>The form that changes what a word is taken to demand.</summary>
public sealed class ChangeRuleInput
{
    /// <summary>From when the default held that the form showed.</summary>
    public string? SeenSince { get; set; }

    [Display(Name = "Assumed.Kind")]
    [Required(ErrorMessage = "Assumed.KindMissing")]
    public DeadlineRuleKind? Kind { get; set; }

    [Display(Name = "Assumed.Value", Description = "Assumed.ValueHint")]
    public int? Value { get; set; }

    [Display(Name = "Assumed.Period", Description = "Assumed.PeriodHint")]
    public PeriodUnit? Period { get; set; }

    [Display(Name = "Assumed.Basis", Description = "Assumed.BasisHint")]
    [Required(ErrorMessage = "Assumed.BasisMissing")]
    [StringLength(AssumedRuleRules.BasisLength)]
    public string? Basis { get; set; }

    internal static ChangeRuleInput Of(AssumedRuleDefault present) => new()
    {
        SeenSince = present.ValidFrom.UtcTicks.ToString(CultureInfo.InvariantCulture),
        Kind = present.Kind,
        Value = (int?)present.Value,
        Period = present.Period,
        Basis = present.Basis,
    };

    internal AssumedRuleChange ToChange(string word) => new(
        word, Kind!.Value, Value, Period, PlainText.OneLine(Basis),
        long.TryParse(SeenSince, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : DateTimeOffset.MinValue);
}
