using System.Globalization;
using GovDisclosure.Data;
using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Pages.Shared;
using GovDisclosure.Web.Pages.Work.Obligations;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>The addresses of the municipal office's pages. A figure's link carries the filters that it was counted by.</summary>
public static class OfficeLinks
{
    public const string Start = PortalPaths.Office;
    public const string Duties = "/office/duties";
    public const string Matrix = "/office/matrix";
    public const string Cases = "/office/cases";
    public const string Agencies = "/office/agencies";
    public const string Corrections = "/office/corrections";
    public const string Remind = "/office/remind";

    /// <summary>The pages of another feature, linked to where they exist.</summary>
    public const string Requests = "/office/requests";
    public const string Notices = "/office/notices";
    public const string NewNotice = "/office/notices/new";

    /// <summary>An agency's page.</summary>
    public static string Agency(Guid id, DateOnly? asOf) => WithDay($"{Agencies}/{id}", asOf);

    /// <summary>A task's page.</summary>
    public static string Task(Guid id, DateOnly? asOf) => WithDay($"/office/tasks/{id}", asOf);

    /// <summary>Where the office chooses which members of a group a task means.</summary>
    public static string Choose(Guid assignment) => $"/office/tasks/groups/{assignment}";

    /// <summary>A page at a day.</summary>
    public static string WithDay(string path, DateOnly? asOf) =>
        asOf is { } day ? $"{path}?{OfficeMoments.AsOf}={PortalFormat.Machine(day)}" : path;

    /// <summary>What was recorded about a day after it, of one agency or of all.</summary>
    public static string CorrectionsOf(DateOnly? asOf, Guid? agency) =>
        WithDay(Corrections, asOf) + (agency is { } id ? $"{(asOf is null ? '?' : '&')}{OfficeAddress.Agency}={id}" : "");

    /// <summary>The rows that a filter shows.</summary>
    public static string Rows(OversightFilter filter, DateOnly? asOf, string path = Duties, string? direction = null, ObligationCursor? place = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new QueryBuilder();
        foreach (var (name, value) in Fields(filter, asOf, OfficeAddress.UsualStates(path)))
        {
            query.Add(name, value);
        }

        if (direction is not null && place is { } at)
        {
            query.Add(direction, DutyAddress.WritePlace(at));
        }

        return path + query;
    }

    /// <summary>The files of a list, by the list's own filters.</summary>
    public static ExportLinks Exports(string list, QueryString query) => new(Export(list, query.Value ?? "", "xlsx"), Export(list, query.Value ?? "", "csv"));

    /// <summary>A reminder to agencies about duties of theirs: the form of another feature, prepared.</summary>
    public static string Prepare(IEnumerable<Guid> agencies, IEnumerable<Guid> duties)
    {
        var query = new QueryBuilder();
        foreach (var agency in agencies)
        {
            query.Add("agency", agency.ToString());
        }

        foreach (var duty in duties)
        {
            query.Add("duty", duty.ToString());
        }

        return NewNotice + query;
    }

    /// <summary>The fields of a filter as an address or a form has them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(OversightFilter filter, DateOnly? asOf, OversightStates usual = OversightStates.Owed)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var fields = new (string Name, string? Value)[]
        {
            (OfficeAddress.Agency, filter.Agency?.ToString()),
            (OfficeAddress.Class, filter.Class is { } agencyClass ? EnumWords.ToWord(agencyClass) : null),
            (OfficeAddress.Section, filter.Section?.ToString(CultureInfo.InvariantCulture)),
            (OfficeAddress.Task, filter.Task?.ToString()),
            (OfficeAddress.Role, filter.Leads switch { true => OfficeAddress.Leading, false => OfficeAddress.Assisting, null => null }),
            (OfficeAddress.State, filter.States == usual ? null : EnumWords.ToWord(filter.States)),
            (OfficeAddress.From, filter.DueFrom is { } from ? PortalFormat.Machine(from) : null),
            (OfficeAddress.To, filter.DueTo is { } to ? PortalFormat.Machine(to) : null),
            (OfficeAddress.Red, filter.RedSince is { } red ? PortalFormat.Machine(red) : null),
            (OfficeMoments.AsOf, asOf is { } day ? PortalFormat.Machine(day) : null),
        };
        return fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!));
    }

    private static string Export(string list, string query, string format) =>
        $"{list}/export{(query.Length > 1 ? query + "&" : "?")}format={format}";
}
