using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Audit;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Events;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Plans.Comparison;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Plans.Exports;
using GovDisclosure.Data.Plans.Revisions;
using GovDisclosure.Data.Requests;
using GovDisclosure.Data.Reviews;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Data.Settings;
using GovDisclosure.Data.Supervision;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GovDisclosure.Data.Hosting;

/// <summary>Registers what reads and writes. The caller registers a scoped <see cref="AccessScope"/>: who is signed in.</summary>
public static class DataSetup
{
    /// <summary>Adds contexts, queries and services.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services)
    {
        services.AddSingleton<GovDataSources>();
        services.AddSingleton<GovDbContextFactory>();
        services.AddSingleton<CalendarCache>();
        services.AddSingleton<CurrentPlanCache>();
        services.AddDbContext<GovDbContext>((provider, options) => ContextOptions.ConfigureGov(
            options, provider.GetRequiredService<GovDataSources>().For(provider.GetRequiredService<AccessScope>().Audience)));
        services.AddDbContext<AccountsDbContext>((provider, options) => ContextOptions.ConfigureAccounts(
            options, provider.GetRequiredService<GovDataSources>().Accounts));

        services.AddScoped<AgencyQueries>();
        services.AddScoped<CalendarQueries>();
        services.AddScoped<CalendarPreviewQueries>();
        services.AddScoped<CalendarService>();
        services.AddScoped<PlanQueries>();
        services.AddScoped<ChoiceQueries>();
        services.AddScoped<ChoiceService>();
        services.AddScoped<PlanVersionQueries>();
        services.AddScoped<RegisterNames>();
        services.AddScoped<PlanDraftQueries>();
        services.AddScoped<PlanExportQueries>();
        services.AddScoped<PlanDraftService>();
        services.AddScoped<PlanPublisher>();
        services.AddScoped<PlanReviser>();
        services.AddScoped<ObligationQueries>();
        services.AddScoped<ObligationDetailQuery>();
        services.AddScoped<CityQueries>();
        services.AddScoped<OversightQueries>();
        services.AddScoped<BoardQueries>();
        services.AddScoped<CorrectionQueries>();
        services.AddScoped<WaitingQueries>();
        services.AddScoped<CaseGroundQueries>();
        services.AddScoped<TaskQueries>();
        services.AddScoped<AgencyPeopleQueries>();
        services.AddScoped<DisclosureQueries>();
        services.AddScoped<DisclosureService>();
        services.AddScoped<NoticeQueries>();
        services.AddScoped<SupervisionQueries>();
        services.AddScoped<SupervisionService>();
        services.AddScoped<RequestQueries>();
        services.AddScoped<RequestService>();
        services.AddScoped<ReviewQueries>();
        services.AddScoped<ReviewService>();
        services.AddScoped<DistrictQueries>();
        services.AddScoped<SubUnitQueries>();
        services.AddScoped<DistrictService>();
        services.AddScoped<CaseRegistrar>();
        services.AddScoped<CaseService>();
        services.AddScoped<CaseExemptionService>();
        services.AddScoped<CasePublicationService>();
        services.AddScoped<CaseImportService>();
        services.AddScoped<CaseQueries>();
        services.AddScoped<PublicCaseQueries>();
        services.AddScoped<EventService>();
        services.AddScoped<EventQueries>();
        services.AddSingleton<TriggerKindsCache>();
        services.AddSingleton<ThresholdCache>();
        services.TryAddSingleton(Thresholds.Default);
        services.AddScoped<ThresholdQueries>();
        services.AddScoped<SettingService>();
        services.AddScoped<AssumedRuleQueries>();
        services.AddScoped<AssumedRuleService>();
        services.AddScoped<AgencyRegisterQueries>();
        services.AddScoped<AgencyService>();
        services.AddScoped<AliasService>();
        services.AddScoped<SuccessionQueries>();
        services.AddScoped<SuccessionService>();
        services.AddScoped<GroupQueries>();
        services.AddScoped<GroupService>();
        services.AddScoped<AuditQueries>();
        services.AddScoped<AuditService>();
        services.AddScoped<AccountTrail>();
        services.AddScoped<PersonQueries>();
        services.AddSingleton<ReferenceDataLoader>();
        services.AddSingleton<SampleSubUnits>();
        services.AddSingleton<SampleHistory>();
        services.AddScoped<SamplePeople>();
        return services;
    }
}
