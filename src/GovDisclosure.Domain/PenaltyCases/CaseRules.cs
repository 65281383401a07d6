using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>What must be true before a penalty decision is registered.</summary>
/// <remarks>What is to be published: 国发〔2014〕6号, (三).</remarks>
public static class CaseRules
{
    /// <summary>The longest case name, in characters.</summary>
    public const int TitleLength = 300;

    /// <summary>The longest decision number, in characters.</summary>
    public const int ReferenceLength = 100;

    /// <summary>The longest number in the shared platform, in characters.</summary>
    public const int PlatformNumberLength = 100;

    /// <summary>Within how many working days of the decision a case is to be published.</summary>
    /// <remarks>国发〔2014〕6号; used to point at old decisions only, since what counts is the plan's own rule.</remarks>
    private const int UsualWorkingDays = 20;

    /// <summary>The first decisions that must be published: those made from this day on.</summary>
    /// <remarks>国发〔2014〕6号, in force from 2014-06-01.</remarks>
    public static DateOnly FirstDecision { get; } = new(2014, 6, 1);

    /// <summary>Returns every rule that the draft would break, in the order of the form.</summary>
    /// <param name="draft">The draft, cleaned.</param>
    /// <param name="today">The Beijing date.</param>
    public static IEnumerable<RuleViolation> Check(CaseDraft draft, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return CheckIdentity(draft, today).Concat(CheckParty(draft)).Concat(CheckContent(draft)).Concat(CheckPlatform(draft, today));
    }

    /// <summary>What is allowed, but should be looked at: many old decisions at once, or a number that will be hidden.</summary>
    /// <param name="draft">A draft that the rules found nothing against.</param>
    /// <param name="today">The Beijing date.</param>
    /// <param name="calendar">The working days.</param>
    public static IEnumerable<RuleViolation> Remarks(CaseDraft draft, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(calendar);
        if (draft.DecidedOn is { } decidedOn && calendar.AddWorkingDays(decidedOn, UsualWorkingDays) is var due && due < today)
        {
            yield return new("AlreadyOverdue", nameof(CaseDraft.DecidedOn), due);
        }

        if (PersonalData.IsIn(string.Join('\n', draft.Title, draft.PartyName, draft.Facts, draft.Basis, draft.Result, draft.Performance)))
        {
            yield return new("NumbersHidden");
        }

        if (draft.PlatformNumber is null)
        {
            yield return new("NotOnPlatform", nameof(CaseDraft.PlatformNumber));
        }
    }

    private static IEnumerable<RuleViolation> CheckIdentity(CaseDraft draft, DateOnly today)
    {
        foreach (var violation in Text(draft.Title, nameof(CaseDraft.Title), TitleLength).Concat(Text(draft.Reference, nameof(CaseDraft.Reference), ReferenceLength)))
        {
            yield return violation;
        }

        if (draft.DecidedOn is not { } decidedOn)
        {
            yield return new("DecidedOnMissing", nameof(CaseDraft.DecidedOn));
        }
        else if (decidedOn > today)
        {
            yield return new("DecidedInFuture", nameof(CaseDraft.DecidedOn), today);
        }
        else if (decidedOn < FirstDecision)
        {
            yield return new("DecidedTooEarly", nameof(CaseDraft.DecidedOn), FirstDecision);
        }
    }

    private static IEnumerable<RuleViolation> CheckParty(CaseDraft draft)
    {
        if (draft.PartyKind is null)
        {
            yield return new("PartyKindMissing", nameof(CaseDraft.PartyKind));
        }

        foreach (var violation in Text(draft.PartyName, nameof(CaseDraft.PartyName), PenaltyCase.NameLength))
        {
            yield return violation;
        }

        if (draft.PartyKind == PartyKind.Organisation)
        {
            foreach (var violation in Text(draft.RepresentativeName ?? "", nameof(CaseDraft.RepresentativeName), PenaltyCase.NameLength))
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<RuleViolation> CheckContent(CaseDraft draft)
    {
        foreach (var violation in Text(draft.Facts, nameof(CaseDraft.Facts), PenaltyCase.TextLength))
        {
            yield return violation;
        }

        if (draft.Kinds.Count == 0)
        {
            yield return new("KindsMissing", nameof(CaseDraft.Kinds));
        }

        foreach (var violation in Text(draft.Basis, nameof(CaseDraft.Basis), PenaltyCase.TextLength)
            .Concat(Text(draft.Result, nameof(CaseDraft.Result), PenaltyCase.TextLength))
            .Concat(Text(draft.Performance, nameof(CaseDraft.Performance), PenaltyCase.TextLength))
            .Concat(Text(draft.DecidingBody, nameof(CaseDraft.DecidingBody), PenaltyCase.NameLength)))
        {
            yield return violation;
        }

        if (draft.Channel is null)
        {
            yield return new("ChannelMissing", nameof(CaseDraft.Channel));
        }
    }

    private static IEnumerable<RuleViolation> CheckPlatform(CaseDraft draft, DateOnly today)
    {
        if (draft.PlatformNumber is { Length: > PlatformNumberLength })
        {
            yield return new("TooLong", nameof(CaseDraft.PlatformNumber), PlatformNumberLength);
        }

        if (draft.PlatformNumber is null != draft.PlatformEnteredOn is null)
        {
            yield return draft.PlatformNumber is null
                ? new("PlatformNumberMissing", nameof(CaseDraft.PlatformNumber))
                : new("PlatformDateMissing", nameof(CaseDraft.PlatformEnteredOn));
        }
        else if (draft.PlatformEnteredOn > today)
        {
            yield return new("PlatformInFuture", nameof(CaseDraft.PlatformEnteredOn), today);
        }
        else if (draft.PlatformEnteredOn < draft.DecidedOn)
        {
            yield return new("PlatformBeforeDecision", nameof(CaseDraft.PlatformEnteredOn), draft.DecidedOn!.Value);
        }
    }

    private static IEnumerable<RuleViolation> Text(string text, string field, int longest)
    {
        if (text.Length == 0)
        {
            yield return new(field + "Missing", field);
        }
        else if (text.Length > longest)
        {
            yield return new("TooLong", field, longest);
        }
    }
}
