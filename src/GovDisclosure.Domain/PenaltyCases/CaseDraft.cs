using GovDisclosure.Domain.Disclosures;

namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>A penalty decision as somebody typed or brought it, before the rules have looked at it.</summary>
public sealed record CaseDraft
{
    /// <summary>案件名称.</summary>
    public string Title { get; init; } = "";

    /// <summary>行政处罚决定书文号.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The Beijing date of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Whether a unit or a person is penalised.</summary>
    public PartyKind? PartyKind { get; init; }

    /// <summary>被处罚单位或个人.</summary>
    public string PartyName { get; init; } = "";

    /// <summary>法定代表人 of a unit.</summary>
    public string? RepresentativeName { get; init; }

    /// <summary>主要违法事实.</summary>
    public string Facts { get; init; } = "";

    /// <summary>处罚种类.</summary>
    public IReadOnlyList<PenaltyKind> Kinds { get; init; } = [];

    /// <summary>处罚依据.</summary>
    public string Basis { get; init; } = "";

    /// <summary>处罚结果.</summary>
    public string Result { get; init; } = "";

    /// <summary>履行方式和期限.</summary>
    public string Performance { get; init; } = "";

    /// <summary>作出处罚的机关.</summary>
    public string DecidingBody { get; init; } = "";

    /// <summary>Where it is to be published.</summary>
    public DisclosureChannel? Channel { get; init; }

    /// <summary>The number of the entry in the shared platform (两法衔接).</summary>
    public string? PlatformNumber { get; init; }

    /// <summary>The Beijing date of that entry.</summary>
    public DateOnly? PlatformEnteredOn { get; init; }

    /// <summary>The same without what nobody can see: white space at the ends, control characters, empty text for nothing.</summary>
    public CaseDraft Cleaned() => this with
    {
        Title = PlainText.OneLine(Title),
        Reference = CleanReference(Reference),
        PartyName = PlainText.OneLine(PartyName),
        RepresentativeName = PartyKind == PenaltyCases.PartyKind.Person ? null : NullIfEmpty(PlainText.OneLine(RepresentativeName)),
        Facts = PlainText.Lines(Facts),
        Kinds = [.. Kinds.Distinct().Order()],
        Basis = PlainText.Lines(Basis),
        Result = PlainText.Lines(Result),
        Performance = PlainText.Lines(Performance),
        DecidingBody = PlainText.OneLine(DecidingBody),
        PlatformNumber = NullIfEmpty(PlainText.OneLine(PlatformNumber)),
    };

    /// <summary>
    /// A decision's number as it is kept: the brackets of the year are 〔〕, however they were typed, so that one number is not two cases.
    /// </summary>
    public static string CleanReference(string? typed) => string.Concat(PlainText.OneLine(typed).Where(character => character != ' '))
        .Replace('[', '〔').Replace(']', '〕').Replace('［', '〔').Replace('］', '〕').Replace('【', '〔').Replace('】', '〕');

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
