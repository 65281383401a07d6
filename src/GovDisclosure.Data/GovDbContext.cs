using System.Reflection;
using GovDisclosure.Data.Audit;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Domain.Reviews;
using GovDisclosure.Domain.Settings;
using GovDisclosure.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data;

/// <summary>
/// The portal's facts. Wall one of tenancy stands here: a named query filter on every tenant-owned entity, fixed by
/// <see cref="Scope"/> for the life of the context. Wall two is row-level security in PostgreSQL.
/// </summary>
public sealed class GovDbContext(DbContextOptions<GovDbContext> options, AccessScope scope) : DbContext(options)
{
    /// <summary>The schema of the portal's tables.</summary>
    public const string Schema = "gov";

    /// <summary>The name of the filter that keeps a unit of work to one agency; lifted only by this name.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>Who reads and writes.</summary>
    public AccessScope Scope { get; } = scope;

    // A property of the context, so that EF Core takes it as a parameter and not as a constant of the first context's.
    private Guid? TenantId => Scope.AgencyId;

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<AgencySuccession> AgencySuccessions => Set<AgencySuccession>();

    public DbSet<OtherName> OtherNames => Set<OtherName>();

    public DbSet<AgencyGroup> AgencyGroups => Set<AgencyGroup>();

    public DbSet<AgencyGroupMember> AgencyGroupMembers => Set<AgencyGroupMember>();

    public DbSet<WorkPlan> WorkPlans => Set<WorkPlan>();

    public DbSet<PlanDraftRow> PlanDrafts => Set<PlanDraftRow>();

    public DbSet<PlanSection> PlanSections => Set<PlanSection>();

    public DbSet<PlanSubsection> PlanSubsections => Set<PlanSubsection>();

    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    public DbSet<DisclosureTask> Tasks => Set<DisclosureTask>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentChoice> AssignmentChoices => Set<AssignmentChoice>();

    public DbSet<TaskDeadlineRule> TaskRules => Set<TaskDeadlineRule>();

    public DbSet<PlanRevision> PlanRevisions => Set<PlanRevision>();

    public DbSet<TaskWording> TaskWordings => Set<TaskWording>();

    public DbSet<ObligationRole> ObligationRoles => Set<ObligationRole>();

    public DbSet<CalendarYear> CalendarYears => Set<CalendarYear>();

    public DbSet<CalendarEntryRow> CalendarEntries => Set<CalendarEntryRow>();

    public DbSet<CalendarNoticeRow> CalendarNotices => Set<CalendarNoticeRow>();

    public DbSet<CalendarDraftRow> CalendarDrafts => Set<CalendarDraftRow>();

    public DbSet<TriggerEvent> TriggerEvents => Set<TriggerEvent>();

    public DbSet<Obligation> Obligations => Set<Obligation>();

    public DbSet<ObligationStanding> ObligationStandings => Set<ObligationStanding>();

    public DbSet<ObligationBasis> ObligationBases => Set<ObligationBasis>();

    public DbSet<Fulfilment> Fulfilments => Set<Fulfilment>();

    public DbSet<Disclosure> Disclosures => Set<Disclosure>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<PenaltyCase> PenaltyCases => Set<PenaltyCase>();

    public DbSet<CaseExemption> CaseExemptions => Set<CaseExemption>();

    public DbSet<PublishedCase> PublishedCases => Set<PublishedCase>();

    public DbSet<CaseImport> CaseImports => Set<CaseImport>();

    public DbSet<DutyRequest> DutyRequests => Set<DutyRequest>();

    public DbSet<RequestDecision> RequestDecisions => Set<RequestDecision>();

    public DbSet<DisclosureReview> DisclosureReviews => Set<DisclosureReview>();

    public DbSet<SupervisionNotice> SupervisionNotices => Set<SupervisionNotice>();

    public DbSet<SupervisionItem> SupervisionItems => Set<SupervisionItem>();

    public DbSet<SupervisionReply> SupervisionReplies => Set<SupervisionReply>();

    public DbSet<DutyPass> DutyPasses => Set<DutyPass>();

    public DbSet<DutyPart> DutyParts => Set<DutyPart>();

    public DbSet<RolledUpFulfilment> RolledUpFulfilments => Set<RolledUpFulfilment>();

    public DbSet<PortalSetting> PortalSettings => Set<PortalSetting>();

    public DbSet<AssumedRuleDefault> AssumedRuleDefaults => Set<AssumedRuleDefault>();

    /// <summary>The obligations of the tenant with their facts as known before an instant and their state at an instant.</summary>
    /// <param name="knownBefore">Facts recorded at or after this instant are left out.</param>
    /// <param name="asOf">The instant at which the state is asked.</param>
    /// <param name="dueSoonUntil">The end of the last working day that still counts as soon.</param>
    public IQueryable<ObligationRow> ObligationsAt(DateTimeOffset knownBefore, DateTimeOffset asOf, DateTimeOffset dueSoonUntil) =>
        FromExpression(() => ObligationsAt(knownBefore, asOf, dueSoonUntil));

    /// <summary>The same as <see cref="ObligationsAt"/>, for questions about all agencies at once: the municipal office's login alone may ask.</summary>
    /// <param name="knownBefore">Facts recorded at or after this instant are left out.</param>
    /// <param name="asOf">The instant at which the state is asked.</param>
    /// <param name="dueSoonUntil">The end of the last working day that still counts as soon.</param>
    public IQueryable<ObligationRow> ComplianceAt(DateTimeOffset knownBefore, DateTimeOffset asOf, DateTimeOffset dueSoonUntil) =>
        FromExpression(() => ComplianceAt(knownBefore, asOf, dueSoonUntil));

    /// <summary>How many agencies owe an occurrence and how many have fulfilled it, for tasks that reach the tenant.</summary>
    public IQueryable<OccurrenceProgress> ProgressOf(Guid[] ruleIds, string[] occurrenceKeys, DateTimeOffset knownBefore) =>
        FromExpression(() => ProgressOf(ruleIds, occurrenceKeys, knownBefore));

    /// <summary>Every agency that owes the same occurrence as one of the tenant's obligations, with its facts.</summary>
    public IQueryable<ObligationPeerRow> PeersOf(Guid obligationId, DateTimeOffset knownBefore) =>
        FromExpression(() => PeersOf(obligationId, knownBefore));

    /// <summary>How many parts of duties that were passed down there are, and how many are fulfilled: of the tenant's, or of any district's for the office.</summary>
    public IQueryable<PassedCount> PassedCounts(Guid[] obligationIds, DateTimeOffset knownBefore) =>
        FromExpression(() => PassedCounts(obligationIds, knownBefore));

    /// <summary>What a sub-unit may know of the district's duties that it was passed parts of.</summary>
    public IQueryable<PassedFromRow> PassedFrom(Guid[] obligationIds, DateTimeOffset knownBefore) =>
        FromExpression(() => PassedFrom(obligationIds, knownBefore));

    /// <summary>The open duties whose due date the caller has counted to be another one: of every agency that the login may read.</summary>
    /// <param name="ruleIds">The rules.</param>
    /// <param name="starts">For each, the day that the count starts from.</param>
    /// <param name="clocks">What else each count follows from, as <c>gov.counted_starts</c> gave it.</param>
    /// <param name="dues">For each, the due instant.</param>
    public IQueryable<CalendarMoveRow> CalendarMoves(Guid[] ruleIds, DateOnly[] starts, string?[] clocks, DateTimeOffset[] dues) =>
        FromExpression(() => CalendarMoves(ruleIds, starts, clocks, dues));

    /// <summary>The duties whose state at an instant reads otherwise by what was recorded since: of every agency that the login may read.</summary>
    /// <param name="knownBefore">What was recorded at or after this instant came later.</param>
    /// <param name="asOf">The instant at which the state is asked.</param>
    /// <param name="dueSoonUntil">The end of the last working day that still counts as soon.</param>
    public IQueryable<CorrectionRow> CorrectionsAt(DateTimeOffset knownBefore, DateTimeOffset asOf, DateTimeOffset dueSoonUntil) =>
        FromExpression(() => CorrectionsAt(knownBefore, asOf, dueSoonUntil));

    /// <summary>Every agency that a plan's tasks reach, once for each task.</summary>
    public IQueryable<TaskReachRow> TaskReach(Guid planId) => FromExpression(() => TaskReach(planId));

    /// <summary>The details of what administrators did; those of an agency's own acts are not for administrators to read.</summary>
    public IQueryable<AdministrativeDetails> AdministrativeAudit() => FromExpression(() => AdministrativeAudit());

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var type in typeof(Agency).Assembly.GetTypes().Where(type => type.IsEnum))
        {
            configurationBuilder.Properties(type).HaveConversion(typeof(EnumWordConverter<>).MakeGenericType(type)).HaveMaxLength(40);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly(), type => type.Namespace?.Contains(".Accounts", StringComparison.Ordinal) is not true);

        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(ObligationsAt))!).HasName("obligations_at");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(ComplianceAt))!).HasName("compliance_at");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(ProgressOf))!).HasName("occurrence_progress");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(PeersOf))!).HasName("obligation_peers");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(PassedCounts))!).HasName("passed_counts");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(CalendarMoves))!).HasName("calendar_moves");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(CorrectionsAt))!).HasName("corrections_at");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(TaskReach))!).HasName("task_reach");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(PassedFrom))!).HasName("passed_from");
        modelBuilder.HasDbFunction(typeof(GovDbContext).GetMethod(nameof(AdministrativeAudit))!).HasName("administrative_audit");

        modelBuilder.Entity<TriggerEvent>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<Obligation>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<ObligationStanding>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<ObligationRole>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<Fulfilment>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<Disclosure>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<AuditEntry>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<PenaltyCase>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<CaseExemption>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<CaseImport>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<DutyRequest>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<RequestDecision>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<DisclosureReview>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<SupervisionNotice>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<SupervisionItem>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<SupervisionReply>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<DutyPass>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<DutyPart>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        modelBuilder.Entity<RolledUpFulfilment>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
        // What is published is for everybody; what was taken down is the agency's own again.
        modelBuilder.Entity<PublishedCase>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId || row.TakenDownAt == null);
        modelBuilder.Entity<ObligationRow>().HasQueryFilter(TenantFilter, row => row.AgencyId == TenantId);
    }
}
