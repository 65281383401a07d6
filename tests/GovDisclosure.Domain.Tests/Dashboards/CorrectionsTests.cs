using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Tests.Dashboards;

public sealed class CorrectionsTests
{
    [Theory]
    [InlineData(null, ObligationState.Overdue, CorrectionKind.EnteredLater)]
    [InlineData(ObligationState.Overdue, ObligationState.Cancelled, CorrectionKind.EnteredByMistake)]
    [InlineData(ObligationState.Overdue, ObligationState.FulfilledOnTime, CorrectionKind.LoggedLater)]
    [InlineData(ObligationState.DueSoon, ObligationState.FulfilledLate, CorrectionKind.LoggedLater)]
    [InlineData(ObligationState.FulfilledOnTime, ObligationState.Upcoming, CorrectionKind.NoLongerCounted)]
    [InlineData(ObligationState.FulfilledOnTime, ObligationState.FulfilledLate, CorrectionKind.CountedOtherwise)]
    public void KindOf_TwoReadingsOfADay_SaysWhatWasRecordedLater(ObligationState? then, ObligationState now, CorrectionKind kind) =>
        Assert.Equal(kind, Corrections.KindOf(then, now));

    [Fact]
    public void KindOf_TheSameReading_Refused() =>
        Assert.Throws<ArgumentException>(() => Corrections.KindOf(ObligationState.Overdue, ObligationState.Overdue));
}
