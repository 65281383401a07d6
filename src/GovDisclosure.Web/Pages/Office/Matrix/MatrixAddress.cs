using System.Globalization;
using GovDisclosure.Data;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Web.Infrastructure.Localization;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Office.Matrix;

/// <summary>The matrix's address.</summary>
public static class MatrixAddress
{
    public const string Compare = "compare";
    public const string Sort = "sort";
    public const string Direction = "dir";
    public const string Show = "show";
    private const string Descending = "desc";
    private const string Overdue = "overdue";

    /// <summary>Reads it; what is not understood is left out.</summary>
    public static MatrixQuery Read(IQueryCollection query, OfficeChoices choices)
    {
        var section = OfficeAddress.ParseSection(query[OfficeAddress.Section].ToString().Trim(), choices);
        var keys = section is { } chosen
            ? choices.Tasks.Where(task => task.Section == chosen).Select(MatrixColumn.KeyOf)
            : choices.Sections.Select(row => MatrixColumn.KeyOf(row.Ordinal)).Append(MatrixColumn.KeyOf(0));
        var sort = query[Sort].ToString();
        return new MatrixQuery(
            section,
            OfficeAddress.ParseWord<AgencyClass>(query[OfficeAddress.Class].ToString()),
            query[Show] == Overdue,
            keys.Concat([MatrixQuery.ByRate, MatrixQuery.ByOverdue]).Contains(sort, StringComparer.Ordinal) ? sort : MatrixQuery.ByName,
            query[Direction] == Descending);
    }

    /// <summary>The fields of a query as an address or a form has them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(MatrixQuery query, DateOnly? asOf, DateOnly? compare)
    {
        ArgumentNullException.ThrowIfNull(query);
        var fields = new (string Name, string? Value)[]
        {
            (OfficeAddress.Section, query.Section?.ToString(CultureInfo.InvariantCulture)),
            (OfficeAddress.Class, query.Class is { } agencyClass ? EnumWords.ToWord(agencyClass) : null),
            (Show, query.OnlyOverdue ? Overdue : null),
            (Sort, query.Sort == MatrixQuery.ByName ? null : query.Sort),
            (Direction, query.Descending ? Descending : null),
            (OfficeMoments.AsOf, asOf is { } day ? PortalFormat.Machine(day) : null),
            (Compare, compare is { } other ? PortalFormat.Machine(other) : null),
        };
        return fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!));
    }

    /// <summary>Writes it.</summary>
    public static string Href(string path, MatrixQuery query, DateOnly? asOf, DateOnly? compare) => path + new QueryBuilder(Fields(query, asOf, compare));
}
