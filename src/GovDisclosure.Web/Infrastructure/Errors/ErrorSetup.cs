using System.Data.Common;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;

namespace GovDisclosure.Web.Infrastructure.Errors;

/// <summary>Every failure ends on a page in plain words, with the right status and a reference number, and without internals.</summary>
public static class ErrorSetup
{
    /// <summary>Key in HttpContext.Items: the answer is 400 because the form's token did not match.</summary>
    public const string FormExpiredItem = "form-expired";

    public static WebApplicationBuilder AddPortalErrors(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<MvcOptions>(options => options.Filters.Add<FormExpiredFilter>());
        // After MVC's own set-up, which adds them.
        builder.Services.PostConfigure<MvcOptions>(options =>
        {
            // No page needs jQuery's way of naming fields, and its reader throws at a name with a bracket left open.
            options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
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

    /// <summary>Says why a form was refused for its token: the token does not match, or what was sent is no form that could hold one.</summary>
    private sealed class FormExpiredFilter(IOptions<FormOptions> forms) : IAsyncAlwaysRunResultFilter
    {
        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            if (context.Result is IAntiforgeryValidationFailedResult)
            {
                context.Result = await ReasonAsync(context.HttpContext);
            }

            await next();
        }

        private async Task<IActionResult> ReasonAsync(HttpContext http)
        {
            if (!http.Request.HasFormContentType)
            {
                return new BadRequestResult();
            }

            try
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
                http.Items[FormExpiredItem] = true;
                return new BadRequestResult();
            }
            catch (BadHttpRequestException refused)
            {
                return new StatusCodeResult(refused.StatusCode);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException)
            {
                return http.Request.ContentLength > forms.Value.ValueLengthLimit
                    ? new StatusCodeResult(StatusCodes.Status413PayloadTooLarge)
                    : new BadRequestResult();
            }
        }
    }
}
