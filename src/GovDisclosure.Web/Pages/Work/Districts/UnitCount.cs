using GovDisclosure.Data.Obligations;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>One figure of the overview of sub-units, which opens the rows that it counts.</summary>
/// <param name="UnitName">Whose parts.</param>
/// <param name="UnitCode">The sub-unit; <see langword="null"/> for all together.</param>
/// <param name="State">In which states.</param>
/// <param name="Count">How many.</param>
public sealed record UnitCount(string UnitName, string? UnitCode, StateFilter State, int Count);
