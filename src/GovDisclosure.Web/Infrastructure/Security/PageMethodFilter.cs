using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace GovDisclosure.Web.Infrastructure.Security;

/// <summary>
/// A page answers to the methods it has handlers for, and to GET. Razor Pages by itself would render the page for any method:
/// a POST that does nothing but answers 200 hides the mistake.
/// </summary>
public sealed class PageMethodFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        if (context.HandlerMethod is not null
            || HttpMethods.IsGet(http.Request.Method)
            || HttpMethods.IsHead(http.Request.Method)
            || http.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return;
        }

        var handlers = context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant());
        http.Response.Headers.Allow = string.Join(", ", handlers.Concat([HttpMethods.Get, HttpMethods.Head]).Distinct(StringComparer.Ordinal));
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            // The framework answers it; the header is what was asked for.
            return;
        }

        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
