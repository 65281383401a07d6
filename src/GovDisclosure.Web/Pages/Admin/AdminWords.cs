using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin;

/// <summary>Agencies, people and their states in the reader's language, as the pages for administrators say them.</summary>
public sealed class AdminWords(IStringLocalizer<AdminText> text, IStringLocalizer<SharedText> shared, PortalFormat format)
{
    public string Kind(AgencyKind kind) => text[$"Kind.{kind}"];

    public string Role(string role) => shared[$"Role.{role}"];

    public string Roles(IEnumerable<string> roles) => format.List(PersonRole.All.Intersect(roles).Select(Role));

    public string State(PersonState state) => text[$"PersonState.{state}"];

    /// <summary>2016年3月1日起; 2016年3月1日至2016年9月30日.</summary>
    public string Stretch(DateOnly from, DateOnly? to) => to is { } last
        ? last < from ? text["Stretch.Never"] : text["Stretch.FromTo", format.DayWithYear(from), format.DayWithYear(last)]
        : text["Stretch.From", format.DayWithYear(from)];

    /// <summary>自2016年3月1日起; 至2018年11月7日; 日期不详: when a name was in use, as far as anybody knows.</summary>
    public string Stretch(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, _) => Stretch(first, to),
        (null, { } last) => text["Names.Until", format.DayWithYear(last)],
        _ => text["Names.Unknown"],
    };

    /// <summary>The kinds of agency to choose from.</summary>
    public IReadOnlyList<SelectListItem> Kinds() => [.. Enum.GetValues<AgencyKind>().Select(kind => new SelectListItem(Kind(kind), kind.ToString()))];

    /// <summary>市工商局; its English name for English readers.</summary>
    public string AgencyChoice(string shortName, string englishName) => format.Name(shortName, englishName);
}
