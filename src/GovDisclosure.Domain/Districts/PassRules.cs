using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Districts;

/// <summary>What a district wants to pass down, and how the parts are to make up the whole.</summary>
/// <param name="Units">The sub-units that are to get a part, each with its own due date.</param>
/// <param name="RollUp">Which parts make it fulfilled.</param>
/// <param name="Chosen">The sub-units whose parts count where only chosen ones do: new ones and those that have a part already.</param>
/// <param name="Note">What the sub-units are told.</param>
public sealed record PassDraft(IReadOnlyList<UnitDraft> Units, RollUpMode RollUp, IReadOnlyCollection<Guid> Chosen, string? Note);

/// <summary>One sub-unit's part.</summary>
/// <param name="UnitId">The sub-unit.</param>
/// <param name="DueOn">The last Beijing date that is on time.</param>
public sealed record UnitDraft(Guid UnitId, DateOnly? DueOn);

/// <summary>The duty that is to be passed down, as far as the rules ask.</summary>
/// <param name="WindowStart">The first date whose publications count.</param>
/// <param name="DueAt">The due instant in force.</param>
/// <param name="State">Where it stands.</param>
/// <param name="HeldBy">The sub-units that have a part already.</param>
public sealed record DutyToPass(DateOnly WindowStart, DateTimeOffset DueAt, ObligationState State, IReadOnlyCollection<Guid> HeldBy)
{
    /// <summary>The last date of the whole.</summary>
    public DateOnly DueOn => new Due(DueAt, IsProvisional: false).DueOn;

    /// <summary>The first date that a part may have: today or the first day that counts, but never after the whole's own.</summary>
    /// <remarks>What is late already can still be passed down, with the city's date and no other.</remarks>
    public DateOnly EarliestDueOn(DateOnly today)
    {
        var first = today > WindowStart ? today : WindowStart;
        return first < DueOn ? first : DueOn;
    }

    /// <summary>The instant at which a part is due: the end of its day, or the whole's own instant where that comes first.</summary>
    public DateTimeOffset DueAtOf(DateOnly dueOn) => BeijingTime.EndOf(dueOn) < DueAt ? BeijingTime.EndOf(dueOn) : DueAt;
}

/// <summary>What must be true before a duty is passed down.</summary>
public static class PassRules
{
    /// <summary>The most sub-units that one form passes to.</summary>
    public const int MostUnits = 100;

    /// <summary>Returns every rule that the draft would break, in the order of the form.</summary>
    /// <param name="draft">What is to be passed down.</param>
    /// <param name="whole">The duty.</param>
    /// <param name="today">The Beijing date.</param>
    public static IEnumerable<RuleViolation> Check(PassDraft draft, DutyToPass whole, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(whole);
        return CheckWhole(draft, whole).Concat(CheckUnits(draft, whole, today)).Concat(CheckChosen(draft, whole));
    }

    private static IEnumerable<RuleViolation> CheckWhole(PassDraft draft, DutyToPass whole)
    {
        if (draft.Units.Count > 0 && whole.State is (ObligationState.Exempt or ObligationState.Cancelled))
        {
            yield return new("WholeNotOwed");
        }

        if (draft.Units.Count > 0 && whole.State is (ObligationState.FulfilledOnTime or ObligationState.FulfilledLate))
        {
            yield return new("WholeDone");
        }

        if (draft.Units.Count == 0 && whole.HeldBy.Count == 0)
        {
            yield return new("NoUnit", nameof(PassDraft.Units));
        }

        if (draft.Units.Count > MostUnits)
        {
            yield return new("TooManyUnits", nameof(PassDraft.Units), MostUnits);
        }
    }

    private static IEnumerable<RuleViolation> CheckUnits(PassDraft draft, DutyToPass whole, DateOnly today)
    {
        var earliest = whole.EarliestDueOn(today);
        foreach (var unit in draft.Units)
        {
            var field = $"Dues[{unit.UnitId}]";
            if (whole.HeldBy.Contains(unit.UnitId))
            {
                yield return new("AlreadyPassed", nameof(PassDraft.Units));
            }
            else if (unit.DueOn is not { } dueOn)
            {
                yield return new("DueMissing", field);
            }
            else if (dueOn > whole.DueOn)
            {
                yield return new("DueAfterCity", field, whole.DueOn);
            }
            else if (dueOn < earliest)
            {
                yield return new("DueTooEarly", field, earliest);
            }
        }
    }

    private static IEnumerable<RuleViolation> CheckChosen(PassDraft draft, DutyToPass whole)
    {
        var parts = draft.Units.Select(unit => unit.UnitId).Concat(whole.HeldBy);
        if (draft.RollUp == RollUpMode.Chosen && !parts.Intersect(draft.Chosen).Any())
        {
            yield return new("NoneChosen", nameof(PassDraft.RollUp));
        }

        if (draft.Note?.Length > DutyPass.NoteLength)
        {
            yield return new("NoteTooLong", nameof(PassDraft.Note), DutyPass.NoteLength);
        }
    }
}
