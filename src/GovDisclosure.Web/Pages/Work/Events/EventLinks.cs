using GovDisclosure.Data;
using GovDisclosure.Data.Events;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Work.Events;

/// <summary>The addresses of an agency's pages about its triggers other than penalty decisions.</summary>
public static class EventLinks
{
    public const string New = PortalPaths.WorkEvents + "/new";

    public static string Details(Guid id) => $"{PortalPaths.WorkEvents}/{id}";

    public static string NewOf(TriggerKind kind) => $"{New}?kind={EnumWords.ToWord(kind)}";

    /// <summary>The list, narrowed.</summary>
    public static string List(TriggerKind? kind = null, string? words = null, EventCursor? after = null, EventCursor? before = null)
    {
        var query = new QueryBuilder();
        if (kind is { } only)
        {
            query.Add("kind", EnumWords.ToWord(only));
        }

        if (!string.IsNullOrWhiteSpace(words))
        {
            query.Add("q", words);
        }

        if (after is { } from)
        {
            query.Add("after", ListPlace.Write(from.OccurredAt, from.Id));
        }
        else if (before is { } to)
        {
            query.Add("before", ListPlace.Write(to.OccurredAt, to.Id));
        }

        return $"{PortalPaths.WorkEvents}{query}";
    }

    /// <summary>Reads a place in the list; <see langword="null"/> where the word is none.</summary>
    public static EventCursor? ReadPlace(string? word) => ListPlace.TryRead(word, out var at, out var id) ? new EventCursor(at, id) : null;
}
