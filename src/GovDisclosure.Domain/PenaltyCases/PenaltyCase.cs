using GovDisclosure.Domain.Disclosures;

namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>
/// A penalty decision (行政处罚案件) that must be published: the trigger with fields of its own. Its number, name and date stand in the
/// trigger, <see cref="Obligations.TriggerEvent"/>, whose unique number makes the same case twice one case.
/// </summary>
/// <remarks>What is to be published: 国发〔2014〕6号, (三).</remarks>
public sealed class PenaltyCase
{
    /// <summary>The longest text about facts, basis, result or performance, in characters.</summary>
    public const int TextLength = 4000;

    /// <summary>The longest name of a party, a representative or a body, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The case's identity within the agency.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The trigger: decision number, case name and decision date.</summary>
    public required Guid TriggerId { get; init; }

    /// <summary>The duty that binds first, where several rules wait for a decision: the one whose due date and state the case shows.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>The form's own key, unique within the agency: the same form sent twice is one case.</summary>
    public required Guid RequestKey { get; init; }

    /// <summary>Whether a unit or a person is penalised.</summary>
    public required PartyKind PartyKind { get; set; }

    /// <summary>被处罚单位或个人: the name, which is published.</summary>
    public required string PartyName { get; set; }

    /// <summary>法定代表人 of a unit; <see langword="null"/> for a person.</summary>
    public string? RepresentativeName { get; set; }

    /// <summary>主要违法事实.</summary>
    public required string Facts { get; set; }

    /// <summary>处罚种类, at least one.</summary>
    public required IList<PenaltyKind> Kinds { get; set; }

    /// <summary>处罚依据.</summary>
    public required string Basis { get; set; }

    /// <summary>处罚结果: what was decided, with its figures.</summary>
    public required string Result { get; set; }

    /// <summary>履行方式和期限.</summary>
    public required string Performance { get; set; }

    /// <summary>作出处罚的机关.</summary>
    public required string DecidingBody { get; set; }

    /// <summary>Where it is to be published.</summary>
    public required DisclosureChannel Channel { get; set; }

    /// <summary>The number of the entry in the shared platform (两法衔接); <see langword="null"/> until it is entered there.</summary>
    public string? PlatformNumber { get; set; }

    /// <summary>The Beijing date of that entry.</summary>
    public DateOnly? PlatformEnteredOn { get; set; }

    /// <summary>The case whose decision this one changes (复议, 诉讼); its own clock runs from its own date.</summary>
    /// <remarks>政府信息公开条例(2008) art. 18, (2019) art. 26: information made or changed.</remarks>
    public Guid? CorrectsCaseId { get; init; }

    /// <summary>Why the earlier decision was changed; <see langword="null"/> where none was.</summary>
    public CorrectionReason? CorrectionReason { get; init; }
}
