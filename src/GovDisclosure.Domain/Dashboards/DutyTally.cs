using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Dashboards;

/// <summary>How a number of duties stand: each in exactly one of the parts.</summary>
/// <param name="OnTime">按期完成: done in time.</param>
/// <param name="Late">逾期后完成: done late.</param>
/// <param name="Open">未到期: open and in time, due soon and extended among them.</param>
/// <param name="Overdue">逾期未完成: open and late.</param>
/// <param name="Exempt">不予公开: released by a decision; never in a rate.</param>
/// <param name="DueSoon">Those of the open ones that are due soon.</param>
public readonly record struct DutyTally(int OnTime, int Late, int Open, int Overdue, int Exempt = 0, int DueSoon = 0)
{
    /// <summary>Every duty that is owed, whatever its state.</summary>
    public int Owed => OnTime + Late + Open + Overdue;

    /// <summary>Those whose answer is in: done, in time or late, or overdue. The whole of the rate.</summary>
    /// <remarks>What is open and in time can still be kept and so says nothing yet; what was done early is kept already.</remarks>
    public int Settled => OnTime + Late + Overdue;

    /// <summary>按期率: done in time of those settled, in whole percent rounded down, so that 100 means all; none of none is no rate.</summary>
    public int? Percent => Settled == 0 ? null : (int)(OnTime * 100L / Settled);

    /// <summary>Adds a number of duties in a state. Cancelled ones are counted nowhere.</summary>
    public DutyTally Plus(ObligationState state, int count) => state switch
    {
        ObligationState.FulfilledOnTime => this with { OnTime = OnTime + count },
        ObligationState.FulfilledLate => this with { Late = Late + count },
        ObligationState.Upcoming or ObligationState.Extended => this with { Open = Open + count },
        ObligationState.DueSoon => this with { Open = Open + count, DueSoon = DueSoon + count },
        ObligationState.Overdue => this with { Overdue = Overdue + count },
        ObligationState.Exempt => this with { Exempt = Exempt + count },
        ObligationState.Cancelled => this,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Adds another tally.</summary>
    public DutyTally Plus(DutyTally other) => new(
        OnTime + other.OnTime, Late + other.Late, Open + other.Open, Overdue + other.Overdue, Exempt + other.Exempt, DueSoon + other.DueSoon);

    /// <summary>Adds many tallies.</summary>
    public static DutyTally Sum(IEnumerable<DutyTally> tallies) => tallies.Aggregate(default(DutyTally), (sum, next) => sum.Plus(next));
}
