using System.Net.Mime;
using GovDisclosure.Domain.Deadlines;
using Microsoft.AspNetCore.Mvc;

namespace GovDisclosure.Web.Infrastructure.Duties;

/// <summary>Why a date is the day that it is, for a program to check; <c>docs/explanation.schema.json</c> describes the form.</summary>
public sealed class ExplanationResult : ContentResult
{
    /// <summary>What asks a page for it.</summary>
    public const string Query = "format=json";

    private const string Json = "json";

    /// <param name="explanation">The explanation.</param>
    public ExplanationResult(DeadlineExplanation explanation)
    {
        Content = ExplanationJson.Write(explanation);
        ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";
    }

    /// <summary>Whether a request asks for it.</summary>
    public static bool IsAskedFor(string? format) => string.Equals(format, Json, StringComparison.OrdinalIgnoreCase);
}
