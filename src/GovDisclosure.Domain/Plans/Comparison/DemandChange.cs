namespace GovDisclosure.Domain.Plans.Comparison;

/// <summary>Which way a demand in time changed, for whoever has to meet it.</summary>
public enum DemandShift
{
    /// <summary>Neither clearly stricter nor laxer: another event, a number in place of an assumed rule, or more often but later.</summary>
    Other,

    /// <summary>Harder to meet: fewer days, a shorter period, a higher count, an earlier date, a higher target, or new.</summary>
    Stricter,

    /// <summary>Easier to meet, or gone.</summary>
    Laxer,
}

/// <summary>A demand in time that is not the same in both plans.</summary>
/// <param name="OldIndex">Its place among the old task's demands; <see langword="null"/> where it is new.</param>
/// <param name="NewIndex">Its place among the new task's demands; <see langword="null"/> where it is gone.</param>
/// <param name="Old">What was demanded.</param>
/// <param name="New">What is demanded.</param>
/// <param name="Shift">Which way.</param>
public sealed record DemandChange(int? OldIndex, int? NewIndex, ComparableDemand? Old, ComparableDemand? New, DemandShift Shift);
