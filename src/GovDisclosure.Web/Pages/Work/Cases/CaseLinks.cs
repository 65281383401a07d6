using GovDisclosure.Data;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Http.Extensions;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>The addresses of an agency's pages about its penalty cases.</summary>
public static class CaseLinks
{
    public const string New = PortalPaths.WorkCases + "/new";
    public const string Grid = PortalPaths.WorkCases + "/grid";
    public const string Import = PortalPaths.WorkCases + "/import";

    /// <summary>One case.</summary>
    public static string Details(Guid id) => $"{PortalPaths.WorkCases}/{id}";

    public static string Edit(Guid id) => $"{Details(id)}/edit";

    public static string Publish(Guid id) => $"{Details(id)}/publish";

    public static string TakeDown(Guid id) => $"{Details(id)}/take-down";

    public static string Exempt(Guid id) => $"{Details(id)}/exempt";

    public static string Decide(Guid id) => $"{Details(id)}/decide";

    public static string Cancel(Guid id) => $"{Details(id)}/cancel";

    /// <summary>The form for the corrected decision of a case.</summary>
    public static string Correct(Guid id) => $"{New}?corrects={id}";

    /// <summary>The preview of a file that was brought.</summary>
    public static string ImportPreview(Guid id, int page = 1) => page == 1 ? $"{Import}/{id}" : $"{Import}/{id}?page={page.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>A published case as the public sees it.</summary>
    public static string Public(Guid publishedId) => CasePublicationService.PathOf(publishedId);

    /// <summary>The register, narrowed.</summary>
    public static string List(CaseFilter filter = CaseFilter.ToDo, string? words = null, ObligationCursor? after = null, ObligationCursor? before = null)
    {
        var query = new QueryBuilder();
        if (filter != CaseFilter.ToDo)
        {
            query.Add("state", EnumWords.ToWord(filter));
        }

        if (!string.IsNullOrWhiteSpace(words))
        {
            query.Add("q", words);
        }

        if (after is { } from)
        {
            query.Add("after", ListPlace.Write(from.DueAt, from.Id));
        }
        else if (before is { } to)
        {
            query.Add("before", ListPlace.Write(to.DueAt, to.Id));
        }

        return $"{PortalPaths.WorkCases}{query}";
    }

    /// <summary>Reads a place in the register; <see langword="null"/> where the word is none.</summary>
    public static ObligationCursor? ReadPlace(string? word) => ListPlace.TryRead(word, out var at, out var id) ? new ObligationCursor(at, id) : null;
}
