using GovDisclosure.Web.Pages.Office.Charts;
using GovDisclosure.Web.Pages.Office.Corrections;
using GovDisclosure.Web.Pages.Office.Matrix;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>What the municipal office's pages share.</summary>
internal static class OfficeSetup
{
    public static IServiceCollection AddOfficePages(this IServiceCollection services) => services
        .AddScoped<OfficeMoments>()
        .AddScoped<OversightLists>()
        .AddScoped<MatrixLoader>()
        .AddScoped<OfficeWords>()
        .AddScoped<OfficeExports>()
        .AddScoped<CorrectionExport>()
        .AddScoped<OfficeCharts>();
}
