namespace GovDisclosure.Domain.Agencies;

/// <summary>An agency that somebody enters into the register.</summary>
/// <param name="Code">The short name in Latin letters.</param>
/// <param name="ShortName">The name as plans write it.</param>
/// <param name="FullName">The official full name.</param>
/// <param name="EnglishName">The name on English pages.</param>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="ParentKind">The kind of the agency above it; <see langword="null"/> where none is named or there is no such agency.</param>
/// <param name="NamesParent">Whether an agency above it is named.</param>
public sealed record AgencyDraft(
    string Code, string ShortName, string FullName, string EnglishName, AgencyKind Kind, AgencyKind? ParentKind, bool NamesParent);
