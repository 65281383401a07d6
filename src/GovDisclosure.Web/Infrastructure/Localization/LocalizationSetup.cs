using System.Text.Encodings.Web;
using System.Text.Unicode;
using GovDisclosure.Web.Infrastructure.Security;
using GovDisclosure.Web.Pages.Public.Plan.Comparison;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>Chinese first, English complete, chosen by a cookie and by nothing else.</summary>
public static class LocalizationSetup
{
    public static WebApplicationBuilder AddPortalLocalization(this WebApplicationBuilder builder, IMvcBuilder mvc)
    {
        var services = builder.Services;
        services.AddLocalization();
        if (builder.Environment.IsDevelopment())
        {
            services.RemoveAll<IStringLocalizerFactory>();
            services.AddSingleton<ResourceManagerStringLocalizerFactory>();
            services.AddSingleton<IStringLocalizerFactory, StrictStringLocalizerFactory>();
        }

        services.Configure<RequestLocalizationOptions>(options =>
        {
            var languages = PortalLanguages.All.ToArray();
            options.SetDefaultCulture(PortalLanguages.Chinese).AddSupportedCultures(languages).AddSupportedUICultures(languages);
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieNames.Language }];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        // Long texts are views of their own: _Text.cshtml is Chinese, _Text.en.cshtml English.
        mvc.AddViewLocalization(LanguageViewLocationExpanderFormat.Suffix);
        mvc.AddDataAnnotationsLocalization(options =>
            options.DataAnnotationLocalizerProvider = static (_, factory) => new FormLocalizer(factory));
        services.AddSingleton<IConfigureOptions<MvcOptions>, ModelMessages>();
        // Chinese is text, not a row of numeric entities: pages are a third of the size and readable in view-source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddScoped<PortalFormat>();
        services.AddScoped<DutyWords>();
        services.AddScoped<ComparisonWords>();
        services.AddScoped<DeadlineWords>();
        services.AddScoped<RequestWords>();
        services.AddScoped<HolidayNames>();
        services.AddScoped<RuleMessages>();
        return builder;
    }
}
