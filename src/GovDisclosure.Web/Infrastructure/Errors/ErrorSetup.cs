using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace GovDisclosure.Web.Infrastructure.Errors;

/// <summary>Every failure ends on a page in plain words, with the right status and a reference number, and without internals.</summary>
public static class ErrorSetup
{
    /// <summary>Key in HttpContext.Items: the answer is 400 because the form's token did not match.</summary>
    public const string FormExpiredItem = "form-expired";

    public static WebApplicationBuilder AddPortalErrors(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<MvcOptions>(options => options.Filters.Add<FormExpiredFilter>());
        return builder;
    }

    /// <summary>The developer's exception page appears only where <c>Errors:ShowDeveloperPage</c> asks for it.</summary>
    public static IApplicationBuilder UsePortalErrors(this WebApplication app)
    {
        if (app.Environment.IsDevelopment() && app.Configuration.GetValue<bool>("Errors:ShowDeveloperPage"))
        {
            app.UseDeveloperExceptionPage();
        }
        else
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                StatusCodeSelector = StatusOf,
            });
        }

        return app.UseStatusCodePagesWithReExecute("/error");
    }

    /// <summary>The status that an exception deserves: the client's own fault, the database away for a while, or our fault.</summary>
    public static int StatusOf(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            switch (current)
            {
                case BadHttpRequestException bad:
                    return bad.StatusCode;
                case DbException { IsTransient: true }:
                    return StatusCodes.Status503ServiceUnavailable;
            }
        }

        return StatusCodes.Status500InternalServerError;
    }

    private sealed class FormExpiredFilter : IAlwaysRunResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context.Result is IAntiforgeryValidationFailedResult)
            {
                context.HttpContext.Items[FormExpiredItem] = true;
            }
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }
}
