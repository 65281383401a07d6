using GovDisclosure.Web.Pages.Work.Cases;
using GovDisclosure.Web.Pages.Work.Disclosures;
using GovDisclosure.Web.Pages.Work.Districts;
using GovDisclosure.Web.Pages.Work.Events;
using GovDisclosure.Web.Pages.Work.Obligations;

namespace GovDisclosure.Web.Pages.Work;

/// <summary>What an agency's own pages share.</summary>
internal static class WorkSetup
{
    public static IServiceCollection AddWorkPages(this IServiceCollection services) => services
        .AddScoped<ExportStamps>()
        .AddScoped<DutyExport>()
        .AddScoped<DisclosureExport>()
        .AddScoped<CaseExport>()
        .AddScoped<EventExport>()
        .AddScoped<UnitExport>();
}
