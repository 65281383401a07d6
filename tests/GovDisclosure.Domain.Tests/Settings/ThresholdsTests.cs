using GovDisclosure.Domain.Settings;

namespace GovDisclosure.Domain.Tests.Settings;

/// <summary>Which thresholds can hold.</summary>
public sealed class ThresholdsTests
{
    [Theory]
    [InlineData(0, 100, 99)]
    [InlineData(60, 2, 1)]
    [InlineData(3, 95, 80)]
    public void Check_InOrder_NothingStandsAgainstThem(int soon, int green, int amber) => Assert.Empty(new Thresholds(soon, green, amber).Check());

    [Theory]
    [InlineData(-1, 95, 80, "DueSoonOutOfRange", "DueSoonWorkingDays")]
    [InlineData(61, 95, 80, "DueSoonOutOfRange", "DueSoonWorkingDays")]
    [InlineData(3, 101, 80, "PercentOutOfRange", "GreenPercent")]
    [InlineData(3, 95, 0, "PercentOutOfRange", "AmberPercent")]
    [InlineData(3, 80, 80, "AmberNotBelowGreen", "AmberPercent")]
    [InlineData(3, 80, 95, "AmberNotBelowGreen", "AmberPercent")]
    public void Check_OutOfRangeOrOrder_SaidBesideTheField(int soon, int green, int amber, string code, string field)
    {
        var violation = Assert.Single(new Thresholds(soon, green, amber).Check());

        Assert.Equal((code, field), (violation.Code, violation.Field));
    }
}
