using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Public.Cases;

/// <summary>The addresses of the public pages about penalty cases.</summary>
public static class PublicCaseLinks
{
    public static string Details(Guid id) => CasePublicationService.PathOf(id);

    /// <summary>The list, narrowed.</summary>
    public static string List(PublicCaseFilter filter, PublicCaseCursor? after = null, PublicCaseCursor? before = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Add(name, value);
            }
        }

        Add("agency", filter.AgencyCode);
        Add("q", filter.Words);
        Add("from", filter.DecidedFrom is { } from ? PortalFormat.Machine(from) : null);
        Add("to", filter.DecidedTo is { } to ? PortalFormat.Machine(to) : null);
        Add("after", after is { } later ? ListPlace.Write(later.PublishedAt, later.Id) : null);
        Add("before", before is { } earlier ? ListPlace.Write(earlier.PublishedAt, earlier.Id) : null);
        return $"{PortalPaths.Cases}{query}";
    }

    /// <summary>Reads a place in the list; <see langword="null"/> where the word is none.</summary>
    public static PublicCaseCursor? ReadPlace(string? word) => ListPlace.TryRead(word, out var at, out var id) ? new PublicCaseCursor(at, id) : null;
}
