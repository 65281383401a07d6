using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>A case as the public is to read it: personal data masked, and the words of an approved exemption replaced.</summary>
public sealed record CaseCopy
{
    /// <summary>案件名称.</summary>
    public required string Title { get; init; }

    /// <summary>行政处罚决定书文号.</summary>
    public required string Reference { get; init; }

    /// <summary>The Beijing date of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Whether a unit or a person.</summary>
    public required PartyKind PartyKind { get; init; }

    /// <summary>The party's name.</summary>
    public required string PartyName { get; init; }

    /// <summary>法定代表人.</summary>
    public required string? RepresentativeName { get; init; }

    /// <summary>主要违法事实.</summary>
    public required string Facts { get; init; }

    /// <summary>处罚种类.</summary>
    public required IReadOnlyList<PenaltyKind> Kinds { get; init; }

    /// <summary>处罚依据.</summary>
    public required string Basis { get; init; }

    /// <summary>处罚结果.</summary>
    public required string Result { get; init; }

    /// <summary>履行方式和期限.</summary>
    public required string Performance { get; init; }

    /// <summary>作出处罚的机关.</summary>
    public required string DecidingBody { get; init; }

    /// <summary>The ground on which a part is left out; <see langword="null"/> where nothing is.</summary>
    public required ExemptionGround? PartGround { get; init; }

    /// <summary>Names exactly these words: who confirms them has seen them.</summary>
    [JsonIgnore]
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)))[..32];

    /// <summary>Makes the copy of a case.</summary>
    /// <param name="draft">The case.</param>
    /// <param name="part">What stands in place of the exempt part; <see langword="null"/> where nothing is exempt.</param>
    /// <param name="ground">The ground of the exempt part.</param>
    public static CaseCopy Of(CaseDraft draft, PartWords? part, ExemptionGround? ground)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new CaseCopy
        {
            Title = PersonalData.Mask(part?.Title ?? draft.Title),
            Reference = PersonalData.Mask(draft.Reference),
            DecidedOn = draft.DecidedOn!.Value,
            PartyKind = draft.PartyKind!.Value,
            PartyName = PersonalData.Mask(part?.PartyName ?? draft.PartyName),
            RepresentativeName = PersonalData.Mask(part is null ? draft.RepresentativeName : part.RepresentativeName),
            Facts = PersonalData.Mask(part?.Facts ?? draft.Facts),
            Kinds = draft.Kinds,
            Basis = PersonalData.Mask(part?.Basis ?? draft.Basis),
            Result = PersonalData.Mask(part?.Result ?? draft.Result),
            Performance = PersonalData.Mask(part?.Performance ?? draft.Performance),
            DecidingBody = PersonalData.Mask(draft.DecidingBody),
            PartGround = ground,
        };
    }

    /// <summary>Whether no word differs from the other's, so that nothing is left out.</summary>
    public bool SaysTheSameAs(CaseCopy other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Title, PartyName, RepresentativeName, Facts, Basis, Result, Performance)
            == (other.Title, other.PartyName, other.RepresentativeName, other.Facts, other.Basis, other.Result, other.Performance);
    }
}

/// <summary>The texts that are published instead, where a part of a case is exempt.</summary>
public sealed record PartWords(
    string Title, string PartyName, string? RepresentativeName, string Facts, string Basis, string Result, string Performance)
{
    /// <summary>The case's own words, to begin with.</summary>
    public static PartWords Of(CaseDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new(draft.Title, draft.PartyName, draft.RepresentativeName, draft.Facts, draft.Basis, draft.Result, draft.Performance);
    }

    /// <summary>The same without what nobody can see.</summary>
    public PartWords Cleaned() => new(
        PlainText.OneLine(Title), PlainText.OneLine(PartyName), string.IsNullOrWhiteSpace(RepresentativeName) ? null : PlainText.OneLine(RepresentativeName),
        PlainText.Lines(Facts), PlainText.Lines(Basis), PlainText.Lines(Result), PlainText.Lines(Performance));

    /// <summary>Returns every rule that the words would break.</summary>
    public IEnumerable<RuleViolation> Check()
    {
        (string Field, string Text, int Longest)[] all =
        [
            (nameof(Title), Title, CaseRules.TitleLength), (nameof(PartyName), PartyName, PenaltyCase.NameLength),
            (nameof(Facts), Facts, PenaltyCase.TextLength), (nameof(Basis), Basis, PenaltyCase.TextLength),
            (nameof(Result), Result, PenaltyCase.TextLength), (nameof(Performance), Performance, PenaltyCase.TextLength),
        ];
        return all.Where(part => part.Text.Length == 0 || part.Text.Length > part.Longest).Select(part => part.Text.Length == 0
            ? new RuleViolation(part.Field + "Missing", part.Field)
            : new RuleViolation("TooLong", part.Field, part.Longest));
    }
}
