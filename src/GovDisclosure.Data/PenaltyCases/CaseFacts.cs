using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>Between a draft and the rows that keep it.</summary>
internal static class CaseFacts
{
    /// <summary>A case as its form shows it.</summary>
    public static CaseDraft DraftOf(PenaltyCase found, TriggerEvent trigger) => new()
    {
        Title = trigger.Title,
        Reference = trigger.Reference,
        DecidedOn = BeijingTime.DateOf(trigger.OccurredAt),
        PartyKind = found.PartyKind,
        PartyName = found.PartyName,
        RepresentativeName = found.RepresentativeName,
        Facts = found.Facts,
        Kinds = [.. found.Kinds],
        Basis = found.Basis,
        Result = found.Result,
        Performance = found.Performance,
        DecidingBody = found.DecidingBody,
        Channel = found.Channel,
        PlatformNumber = found.PlatformNumber,
        PlatformEnteredOn = found.PlatformEnteredOn,
    };

    /// <summary>Writes a draft's descriptive fields into a case; number, name and date stand in the trigger and never change.</summary>
    public static void Apply(CaseDraft draft, PenaltyCase to)
    {
        to.PartyKind = draft.PartyKind!.Value;
        to.PartyName = draft.PartyName;
        to.RepresentativeName = draft.RepresentativeName;
        to.Facts = draft.Facts;
        to.Kinds = [.. draft.Kinds];
        to.Basis = draft.Basis;
        to.Result = draft.Result;
        to.Performance = draft.Performance;
        to.DecidingBody = draft.DecidingBody;
        to.Channel = draft.Channel!.Value;
        ApplyPlatform(draft, to);
    }

    /// <summary>Writes the entry in the shared platform, which may come after the publication.</summary>
    public static void ApplyPlatform(CaseDraft draft, PenaltyCase to)
    {
        to.PlatformNumber = draft.PlatformNumber;
        to.PlatformEnteredOn = draft.PlatformEnteredOn;
    }

    /// <summary>The fields of the form in which two drafts differ.</summary>
    public static IReadOnlyList<string> Differences(CaseDraft one, CaseDraft other)
    {
        (string Field, object? One, object? Other)[] all =
        [
            (nameof(CaseDraft.Title), one.Title, other.Title),
            (nameof(CaseDraft.Reference), one.Reference, other.Reference),
            (nameof(CaseDraft.DecidedOn), one.DecidedOn, other.DecidedOn),
            (nameof(CaseDraft.PartyKind), one.PartyKind, other.PartyKind),
            (nameof(CaseDraft.PartyName), one.PartyName, other.PartyName),
            (nameof(CaseDraft.RepresentativeName), one.RepresentativeName, other.RepresentativeName),
            (nameof(CaseDraft.Facts), one.Facts, other.Facts),
            (nameof(CaseDraft.Kinds), string.Join(',', one.Kinds.Order()), string.Join(',', other.Kinds.Order())),
            (nameof(CaseDraft.Basis), one.Basis, other.Basis),
            (nameof(CaseDraft.Result), one.Result, other.Result),
            (nameof(CaseDraft.Performance), one.Performance, other.Performance),
            (nameof(CaseDraft.DecidingBody), one.DecidingBody, other.DecidingBody),
            (nameof(CaseDraft.Channel), one.Channel, other.Channel),
            (nameof(CaseDraft.PlatformNumber), one.PlatformNumber, other.PlatformNumber),
            (nameof(CaseDraft.PlatformEnteredOn), one.PlatformEnteredOn, other.PlatformEnteredOn),
        ];
        return [.. all.Where(field => !Equals(field.One, field.Other)).Select(field => field.Field)];
    }
}
