using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Domain.Plans.Drafts;

/// <summary>What a person said that a name of a plan stands for: somebody in the register, or somebody new.</summary>
/// <param name="Holder">The agency or group of the register; <see langword="null"/> for a new one.</param>
/// <param name="New">What is new; <see langword="null"/> for one of the register.</param>
public sealed record NameChoice(Guid? Holder, NewName? New);

/// <summary>An agency or group that the register gets when the plan is published.</summary>
/// <param name="Kind">What kind of agency; <see langword="null"/> for a group, whose members are entered in the register.</param>
/// <param name="EnglishName">The name on English pages.</param>
public sealed record NewName(AgencyKind? Kind, string EnglishName)
{
    /// <summary>The longest English name.</summary>
    public const int EnglishNameLength = 200;

    /// <summary>The kinds that a plan can name anew: the office is there, and sub-units are their districts' affair.</summary>
    public static IReadOnlyList<AgencyKind> Kinds { get; } =
        [.. Enum.GetValues<AgencyKind>().Where(kind => kind is not (AgencyKind.MunicipalOffice or AgencyKind.DistrictSubUnit))];
}
