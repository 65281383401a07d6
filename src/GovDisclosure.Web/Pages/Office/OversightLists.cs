using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>A list of duties as the office reads it: on the screen a page of it, in a file all of it.</summary>
/// <param name="Path">The list's address.</param>
/// <param name="Moment">From when.</param>
/// <param name="Address">The filters.</param>
/// <param name="Choices">What the filters choose from.</param>
/// <param name="Counts">How the duties stand, under the filters but for the states.</param>
/// <param name="Page">The rows.</param>
public sealed record OversightList(
    string Path, OfficeMoment Moment, OfficeAddress Address, OfficeChoices Choices, OversightCounts Counts, OversightPage Page)
{
    public OversightFilter Filter => Address.Filter;

    /// <summary>How many rows the filters show, on all pages together.</summary>
    public int Found => Counts.Of(Filter.States);

    /// <summary>The address of the first page under a filter.</summary>
    public string Href(OversightFilter filter) => OfficeLinks.Rows(Known(filter), Moment.Day, Path);

    public string? PreviousHref => Page.Previous is { } place ? OfficeLinks.Rows(Known(Filter), Moment.Day, Path, OfficeAddress.Before, place) : null;

    public string? NextHref => Page.Next is { } place ? OfficeLinks.Rows(Known(Filter), Moment.Day, Path, OfficeAddress.After, place) : null;

    /// <summary>Whether a day in the address could not be used.</summary>
    public bool HasProblem => Moment.AsOf.Problem is not null || Address.Days.Any(day => day.Problem is not null);

    // The list of cases is narrowed to them by its own address.
    private static OversightFilter Known(OversightFilter filter) => filter with { Event = null };
}

/// <summary>Reads the office's lists of duties.</summary>
public sealed class OversightLists(
    OfficeMoments moments, OversightQueries oversight, CorrectionQueries corrections, BoardQueries board, PlanQueries plans, TaskQueries tasks)
{
    /// <summary>The page of a list that an address asks for; null before a plan is loaded.</summary>
    public Task<OversightList?> PageAsync(string path, IQueryCollection query, CancellationToken cancellationToken) =>
        LoadAsync(
            path, query,
            async (address, at, moment) =>
            {
                var page = await oversight.ListAsync(address.Filter, address.Page, at, cancellationToken);
                return moment.Corrected.Count == 0 ? page : page with { Rows = await corrections.MarkAsync(page.Rows, at, cancellationToken) };
            },
            cancellationToken);

    /// <summary>All rows of a list up to the bound of a file, by the same filters. A file of a past day is the same whenever it is asked for.</summary>
    public Task<OversightList?> AllAsync(string path, IQueryCollection query, CancellationToken cancellationToken) =>
        LoadAsync(
            path, query,
            async (address, at, _) => new OversightPage(await oversight.FirstAsync(address.Filter, OversightQueries.MostExported, at, cancellationToken), null, null),
            cancellationToken);

    private async Task<OversightList?> LoadAsync(
        string path, IQueryCollection query, Func<OfficeAddress, OversightInstant, OfficeMoment, Task<OversightPage>> read, CancellationToken cancellationToken)
    {
        if (await moments.LoadAsync(query, cancellationToken) is not { } moment)
        {
            return null;
        }

        var ofCases = path == OfficeLinks.Cases;
        var choices = await OfficeChoices.LoadAsync(moment.Plan.Id, board, plans, tasks, cancellationToken);
        var address = OfficeAddress.Read(query, moment, choices, OfficeAddress.UsualStates(path));
        address = address with { Filter = address.Filter with { Event = ofCases ? TriggerKind.PenaltyDecision : null } };
        var at = address.Filter.RedSince is { } red ? moment.Since(red) : moment.At;
        return new OversightList(
            path, moment, address, choices, await oversight.CountAsync(address.Filter, at, cancellationToken), await read(address, at, moment));
    }
}
