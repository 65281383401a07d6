using System.Globalization;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>The fields of a case by name and value.</summary>
internal static class CaseFieldWords
{
    /// <summary>The fields in which the register differs from what was typed, with what the register holds. Name, number and date never change.</summary>
    public static IEnumerable<(string Name, string Value)> Differing(CaseDraft stored, CaseDraft typed, IStringLocalizer<CaseText> text) =>
        All(stored, text).Zip(All(typed, text)).Where(pair => pair.First != pair.Second).Select(pair => pair.First);

    private static IEnumerable<(string Name, string Value)> All(CaseDraft draft, IStringLocalizer<CaseText> text)
    {
        yield return (text["Field.PartyKind"], draft.PartyKind is { } kind ? text[$"PartyKind.{kind}"] : "");
        yield return (text["Field.PartyName"], draft.PartyName);
        yield return (text["Field.RepresentativeName"], draft.RepresentativeName ?? "");
        yield return (text["Field.Facts"], draft.Facts);
        yield return (text["Field.Kinds"], string.Join("、", draft.Kinds.Select(kind => text[$"PenaltyKind.{kind}"].Value)));
        yield return (text["Field.Basis"], draft.Basis);
        yield return (text["Field.Result"], draft.Result);
        yield return (text["Field.Performance"], draft.Performance);
        yield return (text["Field.DecidingBody"], draft.DecidingBody);
        yield return (text["Field.Channel"], draft.Channel?.ToString() ?? "");
        yield return (text["Field.PlatformNumber"], draft.PlatformNumber ?? "");
        yield return (text["Field.PlatformEnteredOn"], draft.PlatformEnteredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
    }
}
