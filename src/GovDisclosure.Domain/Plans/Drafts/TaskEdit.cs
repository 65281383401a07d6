using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans.Drafts;

/// <summary>A task as a person corrected it.</summary>
/// <param name="Number">Section, sub-section and item: 1.2.3, 0 for a level that is not there.</param>
/// <param name="Text">Its words.</param>
/// <param name="Leads">Who leads, as names between 、.</param>
/// <param name="IsJoint">Whether they lead each for its own field.</param>
/// <param name="Responsible">Who carries it out.</param>
/// <param name="Cooperating">Who supports those.</param>
/// <param name="Deadlines">What its words demand in time; none leaves the office's default for the whole task.</param>
public sealed record TaskEdit(
    string Number, string Text, string Leads, bool IsJoint, string Responsible, string Cooperating, IReadOnlyList<DeadlineEdit> Deadlines);

/// <summary>One demand in time as a person corrected it.</summary>
/// <param name="Phrase">The words that it stands for.</param>
/// <param name="Kind">The kind of demand.</param>
/// <param name="Value">Days, hours, months or years after an event, or the figure of a target.</param>
/// <param name="Period">The period of a periodic duty or quota.</param>
/// <param name="MinCount">The least count in each period, for a quota.</param>
/// <param name="Date">The last day, for a fixed date.</param>
public sealed record DeadlineEdit(string Phrase, DeadlineRuleKind? Kind, decimal? Value, PeriodUnit? Period, int? MinCount, DateOnly? Date);
