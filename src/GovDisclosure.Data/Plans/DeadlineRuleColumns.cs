using GovDisclosure.Domain.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovDisclosure.Data.Plans;

/// <summary>How a rule is kept: the same columns with a task and with an obligation that it binds.</summary>
internal static class DeadlineRuleColumns
{
    public static void HasRuleColumns(this ComplexPropertyBuilder<DeadlineRule> rule)
    {
        rule.Property(value => value.Kind).HasColumnName("kind");
        rule.Property(value => value.Value).HasColumnName("value").HasPrecision(12, 4);
        rule.Property(value => value.Period).HasColumnName("period");
        rule.Property(value => value.MinCount).HasColumnName("min_count");
        rule.Property(value => value.WorkingDaysAfterPeriod).HasColumnName("working_days_after_period");
        rule.Property(value => value.DayOfNextMonth).HasColumnName("day_of_next_month");
        rule.Property(value => value.RollsOffDaysOff).HasColumnName("rolls_off_days_off");
        rule.Property(value => value.Date).HasColumnName("fixed_date");
        rule.Property(value => value.Event).HasColumnName("trigger_kind");
        rule.Property(value => value.Starts).HasColumnName("clock_start");
        rule.Property(value => value.ExtensionCap).HasColumnName("extension_cap");
        rule.Property(value => value.InForceFrom).HasColumnName("in_force_from");
        rule.Property(value => value.InForceTo).HasColumnName("in_force_to");
        rule.Property(value => value.Phrase).HasColumnName("phrase").HasMaxLength(200);
        rule.Property(value => value.Assumed).HasColumnName("assumed");
        rule.Property(value => value.LegalBasis).HasColumnName("legal_basis").HasMaxLength(300);
    }
}
