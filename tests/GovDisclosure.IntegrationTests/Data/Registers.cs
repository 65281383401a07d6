using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Legal;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Registers of legal bases that the year of the plan did not have.</summary>
internal static class Registers
{
    /// <summary>Nothing but the plan's own rules.</summary>
    public static LegalRegister None { get; } = new([], []);

    /// <summary>7 working days for a penalty decision, as 国办发〔2018〕118号 has them later.</summary>
    public static LegalRegister SevenDays { get; } = new(
        [
            new LegalProvision
            {
                Instrument = "法7",
                Version = "",
                Article = "",
                InForceFrom = new DateOnly(2016, 1, 1),
                InForceTo = null,
                Trigger = "penalty_decision",
                Event = TriggerKind.PenaltyDecision,
                Written = "7个工作日",
                Number = 7,
                Unit = LegalUnit.WorkingDay,
                Direction = LegalDirection.After,
                MonthAndDay = null,
                ExtensionCap = null,
                ClockStops = [],
                Mark = LegalMark.V,
                DatesMark = LegalMark.V,
                Source = "test",
            },
        ],
        []);
}
