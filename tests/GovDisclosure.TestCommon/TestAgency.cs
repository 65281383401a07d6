using GovDisclosure.Data;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Requests;
using GovDisclosure.Data.Supervision;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Legal;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.TestCommon;

/// <summary>
/// A test is a tenant: an agency of a test's own, with a person and whatever it owes. The plan names no such agency, so it owes only
/// what its test gives it, and everything is written as that agency, through row security.
/// </summary>
public sealed partial class TestAgency
{
    private readonly PortalServer _server;

    private TestAgency(PortalServer server, Agency agency, string userName, Guid personId, bool isOffice)
    {
        _server = server;
        Agency = agency;
        UserName = userName;
        PersonId = personId;
        Scope = new AccessScope(isOffice ? Audience.Office : Audience.Agency, agency.Id, personId, "测试经办人", "192.0.2.1");
    }

    /// <summary>The agency.</summary>
    public Agency Agency { get; }

    /// <summary>The plan in force, to choose from what to owe.</summary>
    public TestPlan Plan => _server.Plan;

    /// <summary>The tenant.</summary>
    public Guid Id => Agency.Id;

    /// <summary>The sign-in name of its person; the password is that of sample people.</summary>
    public string UserName { get; }

    /// <summary>Its person.</summary>
    public Guid PersonId { get; }

    /// <summary>Its unit of work.</summary>
    public AccessScope Scope { get; }

    /// <summary>Makes an agency and a person with the roles given: a clerk where none is.</summary>
    public static async Task<TestAgency> CreateAsync(
        PortalServer server, AgencyKind kind = AgencyKind.MunicipalDepartment, Guid? parentId = null, string? role = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        var code = "test-" + Guid.NewGuid().ToString("N")[..16];
        var agency = new Agency
        {
            Code = code,
            ShortName = "测试机关" + code,
            FullName = "测试机关" + code,
            EnglishName = "Test agency " + code,
            Kind = kind,
            ParentId = parentId,
            Source = "test",
        };
        await using (var db = server.SetUp())
        {
            db.Agencies.Add(agency);
            await db.SaveChangesAsync();
        }

        var person = await CreatePersonAsync(server, agency.Id, code + ".person", role ?? PersonRole.Clerk);
        return new TestAgency(server, agency, person.UserName!, person.Id, role == PersonRole.MunicipalOffice);
    }

    /// <summary>Makes a further person of the agency and returns the sign-in name.</summary>
    public async Task<string> AddPersonAsync(string role) =>
        (await CreatePersonAsync(_server, Id, $"{Agency.Code}.{Guid.NewGuid().ToString("N")[..8]}", role)).UserName!;

    /// <summary>A unit of work of the agency; the caller disposes of it.</summary>
    public GovDbContext Open() => _server.Contexts.Create(Scope);

    /// <summary>Enters a trigger and makes what the plan demands after it, as if every task with such a rule reached the agency.</summary>
    public async Task<IReadOnlyList<Obligation>> TriggerAsync(
        TriggerKind kind, DateTimeOffset occurredAt, string title = "测试触发事项", AssignmentRole role = AssignmentRole.Lead, LegalRegister? register = null)
    {
        var trigger = new TriggerEvent
        {
            AgencyId = Id,
            Kind = kind,
            Reference = "测〔2016〕" + Guid.NewGuid().ToString("N")[..8],
            Title = title,
            OccurredAt = occurredAt,
            RecordedAt = occurredAt,
            RecordedByName = "经办人",
        };
        var rules = _server.Plan.Rules.Select(row => new TriggeredRule(_server.Plan.Plan.Id, row.Task.Id, row.Rule.Id, row.Rule.Rule, role));
        return await AddAsync(trigger, [.. ObligationMaterialiser.ForTrigger(trigger, rules, _server.Plan.Calendar, register)]);
    }

    /// <summary>Makes what a rule of the plan demands by itself.</summary>
    public async Task<IReadOnlyList<Obligation>> OweAsync(
        (DisclosureTask Task, TaskDeadlineRule Rule) of, AssignmentRole role = AssignmentRole.Lead, DateTimeOffset? knownFrom = null)
    {
        var plan = _server.Plan.Plan;
        var recordedAt = knownFrom ?? Domain.Calendars.BeijingTime.StartOf(plan.IssuedOn);
        var made = new Occurrences(_server.Plan.Calendar).ForPlan(of.Rule.Rule, plan.Year, plan.IssuedOn).Select(occurrence =>
        {
            var obligation = new Obligation
            {
                AgencyId = Id,
                PlanId = plan.Id,
                TaskId = of.Task.Id,
                RuleId = of.Rule.Id,
                OccurrenceKey = occurrence.Key,
                Role = role,
                WindowStart = occurrence.WindowStart,
                WindowEnd = occurrence.WindowEnd,
                OriginalDueAt = occurrence.Due.DueAt,
                RequiredCount = occurrence.RequiredCount,
                Target = occurrence.Target,
                RecordedAt = recordedAt,
            };
            return new MadeDuty(obligation, new ObligationStanding
            {
                AgencyId = Id,
                ObligationId = obligation.Id,
                ValidFrom = recordedAt,
                DueAt = obligation.OriginalDueAt,
                Disposition = ObligationDisposition.Open,
                Reason = StandingReason.Materialised,
            }, []);
        });
        return await AddAsync(null, [.. made]);
    }

    /// <summary>Makes an agency whose person is of the municipal office.</summary>
    public static Task<TestAgency> CreateOfficeAsync(PortalServer server) =>
        CreateAsync(server, AgencyKind.MunicipalOffice, role: PersonRole.MunicipalOffice);

    /// <summary>How the portal looks at duties now.</summary>
    public ViewInstant View => ViewInstant.Now(TestClock.Beijing, _server.Plan.Calendar, 3);

    /// <summary>One of its duties as it stands.</summary>
    public async Task<ObligationRow> DutyAsync(Guid id)
    {
        await using var db = Open();
        return await db.ObligationsAt(View.KnownBefore, View.AsOf, View.DueSoonUntil).SingleAsync(row => row.Id == id);
    }

    /// <summary>Answers a reminder.</summary>
    public async Task<IReadOnlyList<RuleViolation>> ReplyAsync(Guid notice, string text = "办理中", Guid? requestKey = null)
    {
        await using var db = Open();
        return await new SupervisionService(db, TestClock.Beijing).ReplyAsync(new SendReply(requestKey ?? Guid.NewGuid(), notice, text, null), CancellationToken.None);
    }

    /// <summary>Asks for more time, or for release where no date is given.</summary>
    public async Task<IReadOnlyList<RuleViolation>> AskAsync(Guid duty, DateOnly? dueOn, string reason = "数据须会审", Guid? requestKey = null)
    {
        var draft = dueOn is null
            ? new RequestDraft(DutyRequestKind.Exemption, reason, null, ExemptionGround.TradeSecret)
            : new RequestDraft(DutyRequestKind.Extension, reason, dueOn, null);
        return await AskForAsync(duty, draft, requestKey);
    }

    /// <summary>Asks for something of the municipal office.</summary>
    public async Task<IReadOnlyList<RuleViolation>> AskForAsync(Guid duty, RequestDraft draft, Guid? requestKey = null)
    {
        await using var db = Open();
        return await new RequestService(db, new CalendarQueries(db, new CalendarCache()), TestClock.Beijing).AskAsync(new AskRequest(requestKey ?? Guid.NewGuid(), duty, draft), Terms, CancellationToken.None);
    }

    /// <summary>The only request about a duty that waits or was answered last.</summary>
    public async Task<RequestRow> RequestAsync(Guid duty)
    {
        await using var db = Open();
        return (await new RequestQueries(db).AboutAsync(duty, CancellationToken.None))[0];
    }

    private RequestTerms Terms => new(_server.Plan.Calendar, View, RequestRules.UsualMostWorkingDays);

    /// <summary>Names the agency in the plan's tasks with rules for a kind of trigger, so that it may enter such triggers itself.</summary>
    public async Task<TestAgency> JoinAsync(TriggerKind kind)
    {
        await using var db = _server.SetUp();
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var task in _server.Plan.Rules.Where(row => row.Rule.Rule.Event == kind).Select(row => row.Task.Id).Distinct().Take(3))
            {
                db.Assignments.Add(new Assignment
                {
                    TaskId = task,
                    // Any place behind those of the plan that no other test takes.
                    Ordinal = 1000 + (int)(BitConverter.ToUInt32(Id.ToByteArray(), 12) % 1_000_000_000),
                    Role = AssignmentRole.Responsible,
                    NameAsWritten = Agency.ShortName,
                    AssigneeAgencyId = Id,
                });
            }

            await db.SaveChangesAsync();
            // With what these tasks demand by themselves, as the set-up would make it: in one step, since other tests count.
            await ObligationMaterialiser.ForPlanAsync(
                db, _server.Plan.Plan, _server.Plan.Calendar, Domain.Calendars.BeijingTime.StartOf(_server.Plan.Plan.IssuedOn), CancellationToken.None);
            await transaction.CommitAsync();
        });
        return this;
    }

    /// <summary>A unit of work of a further person of the agency.</summary>
    public GovDbContext OpenAs(Guid personId, string name) => _server.Contexts.Create(Scope with { PersonId = personId, PersonName = name });

    /// <summary>Logs a disclosure through the portal's own service.</summary>
    public async Task<LogResult> LogAsync(
        string title, DateOnly publishedOn, IReadOnlyCollection<Guid> obligations, TimeOnly? time = null, decimal? value = null, Guid? requestKey = null)
    {
        await using var db = Open();
        var key = requestKey ?? Guid.NewGuid();
        return await new DisclosureService(db, TestClock.Beijing).LogAsync(
            new LogDisclosure(
                key,
                new DisclosureDraft(title, $"https://{Agency.Code}.example/{key:N}", publishedOn, time, null, null),
                obligations,
                obligations.ToDictionary(id => id, _ => value)),
            CancellationToken.None);
    }

    private static async Task<Person> CreatePersonAsync(PortalServer server, Guid agencyId, string userName, string role)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person { Id = Guid.CreateVersion7(), AgencyId = agencyId, DisplayName = "测试经办人", UserName = userName };
        foreach (var result in new[] { await people.CreateAsync(person, SamplePeople.Password), await people.AddToRoleAsync(person, role) })
        {
            if (!result.Succeeded)
            {
                throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
            }
        }

        return person;
    }

    private async Task<IReadOnlyList<Obligation>> AddAsync(TriggerEvent? trigger, IReadOnlyList<MadeDuty> made)
    {
        await using var db = Open();
        if (trigger is not null)
        {
            db.TriggerEvents.Add(trigger);
        }

        foreach (var duty in made)
        {
            db.Obligations.Add(duty.Obligation);
            db.ObligationStandings.Add(duty.Standing);
            db.ObligationBases.AddRange(duty.Bases);
        }

        await db.SaveChangesAsync();
        return [.. made.Select(duty => duty.Obligation)];
    }
}
