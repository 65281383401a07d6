using GovDisclosure.Data;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Events;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>The portal's own services of penalty cases, for one unit of work of a test's agency.</summary>
internal sealed class Cases(GovDbContext db) : IAsyncDisposable
{
    public static readonly Uri Portal = new("https://portal.example");

    public GovDbContext Db => db;

    public CaseRegistrar Registrar { get; } = new(db, new PlanQueries(db), new CalendarQueries(db, new CalendarCache()));

    public CaseService Service => new(db, Registrar, TestClock.Beijing);

    public CaseExemptionService Exemptions => new(db, TestClock.Beijing);

    public CasePublicationService Publication => new(db, TestClock.Beijing);

    public CaseImportService Import => new(db, Service, Registrar, TestClock.Beijing);

    public CaseQueries Queries => new(db, new ObligationDetailQuery(db));

    public PublicCaseQueries Public => new(db);

    public EventService Events => new(db, new PlanQueries(db), new CalendarQueries(db, new CalendarCache()), TestClock.Beijing);

    public static ViewInstant View(PortalServer server) => ViewInstant.Now(TestClock.Beijing, server.Plan.Calendar, 3);

    /// <summary>An agency that the plan asks for penalty cases.</summary>
    public static async Task<TestAgency> AgencyAsync(PortalServer server) => await (await TestAgency.CreateAsync(server)).JoinAsync(TriggerKind.PenaltyDecision);

    public static CaseDraft Draft(string? reference = null, DateOnly? decidedOn = null) => new()
    {
        Title = "示例公司销售侵权商品案",
        Reference = reference ?? "京测罚字〔2016〕第" + Guid.NewGuid().ToString("N")[..8] + "号",
        DecidedOn = decidedOn ?? new DateOnly(2016, 9, 21),
        PartyKind = PartyKind.Organisation,
        PartyName = "示例公司",
        RepresentativeName = "张某",
        Facts = "销售侵权商品，电话13812345678",
        Kinds = [PenaltyKind.Fine, PenaltyKind.Confiscation],
        Basis = "商标法第六十条",
        Result = "罚款五万元",
        Performance = "十五日内缴纳",
        DecidingBody = "市工商局",
        Channel = DisclosureChannel.AgencyWebsite,
    };

    public async Task<Guid> RegisterAsync(CaseDraft? draft = null, Guid? corrects = null) =>
        (await Service.RegisterAsync(new RegisterCase(Guid.NewGuid(), draft ?? Draft(), corrects, corrects is null ? null : CorrectionReason.Review), default)).CaseId!.Value;

    public async Task<CaseDetail> FindAsync(PortalServer server, Guid id) => (await Queries.FindAsync(id, View(server), default))!;

    /// <summary>Publishes on the portal as the preview shows it.</summary>
    public async Task<PublishResult> PublishAsync(PortalServer server, Guid id, Guid? requestKey = null, PartWords? part = null)
    {
        var detail = await FindAsync(server, id);
        var copy = CaseCopy.Of(detail.Draft, part?.Cleaned(), detail.PartGround);
        return await Publication.PublishAsync(id, new PublishCase(requestKey ?? Guid.NewGuid(), DisclosureChannel.AgencyWebsite, null, null, part, copy.Fingerprint), Portal, default);
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();
}
