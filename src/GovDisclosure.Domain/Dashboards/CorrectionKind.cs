using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Dashboards;

/// <summary>What was recorded after a day that makes a duty's state on that day read otherwise.</summary>
public enum CorrectionKind
{
    /// <summary>补登事项: the event had happened, and was entered later.</summary>
    EnteredLater,

    /// <summary>撤销事项: the event had been entered by mistake.</summary>
    EnteredByMistake,

    /// <summary>补记公开: it had been published, and was logged later.</summary>
    LoggedLater,

    /// <summary>不再计入: what was counted as its publication was returned or withdrawn.</summary>
    NoLongerCounted,

    /// <summary>改计: another publication counts, on the other side of the due instant.</summary>
    CountedOtherwise,
}

/// <summary>Tells what kind of correction lies between two readings of one day.</summary>
public static class Corrections
{
    /// <summary>The kind, from the state as recorded when the day ended and as recorded now.</summary>
    /// <param name="then">The state as recorded then; <see langword="null"/> where the duty was not recorded.</param>
    /// <param name="now">The state of the same instant by what is recorded now.</param>
    /// <exception cref="ArgumentException">The two are the same: nothing was corrected.</exception>
    public static CorrectionKind KindOf(ObligationState? then, ObligationState now) => (then, now) switch
    {
        _ when then == now => throw new ArgumentException("Nothing was corrected.", nameof(now)),
        (null, _) => CorrectionKind.EnteredLater,
        (_, ObligationState.Cancelled) => CorrectionKind.EnteredByMistake,
        _ when IsFulfilled(then.Value) && IsFulfilled(now) => CorrectionKind.CountedOtherwise,
        _ when IsFulfilled(now) => CorrectionKind.LoggedLater,
        _ => CorrectionKind.NoLongerCounted,
    };

    private static bool IsFulfilled(ObligationState state) => state is ObligationState.FulfilledOnTime or ObligationState.FulfilledLate;
}
