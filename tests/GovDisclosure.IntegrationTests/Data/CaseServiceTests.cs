using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>A penalty case from its registration to its publication and beyond, on a real database as the agency's own login.</summary>
public sealed class CaseServiceTests(PortalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_Decision_StartsTwentyWorkingDaysAndLeavesOneAuditRow()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());

        var id = await cases.RegisterAsync(Cases.Draft(decidedOn: new DateOnly(2016, 9, 9)));

        var duty = Assert.Single(await cases.Db.Obligations.Where(row => row.TriggerId != null).ToListAsync(Cancellation));
        Assert.Equal(BeijingTime.EndOf(new DateOnly(2016, 10, 13)), duty.OriginalDueAt);
        Assert.Equal(ObligationState.Overdue, (await cases.FindAsync(server, id)).Duty.Obligation.State);
        Assert.Equal("case.registered", (await cases.Db.AuditEntries.SingleAsync(Cancellation)).Action);
    }

    [Fact]
    public async Task Register_SameNumberTwice_LeadsToTheCaseThatIsThere()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var draft = Cases.Draft("京测罚字〔2016〕第1号");
        var id = await cases.RegisterAsync(draft);

        var again = await cases.Service.RegisterAsync(new RegisterCase(Guid.NewGuid(), draft with { Reference = "京测罚字[2016]第1号", Title = "别的名称" }, null), Cancellation);

        Assert.Equal((id, true), (again.CaseId, again.WasKnown));
        Assert.Equal(1, await cases.Db.Obligations.CountAsync(row => row.TriggerId != null, Cancellation));
    }

    [Fact]
    public async Task Register_SameFormManyTimesAtOnce_OneCase()
    {
        var agency = await Cases.AgencyAsync(server);
        var request = new RegisterCase(Guid.NewGuid(), Cases.Draft());

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            await using var cases = new Cases(agency.Open());
            return await cases.Service.RegisterAsync(request, Cancellation);
        }));

        Assert.Single(results.Select(result => result.CaseId).Distinct());
        await using var db = agency.Open();
        Assert.Equal(1, await db.PenaltyCases.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Register_AgencyWithoutSuchATask_Refused()
    {
        var agency = await TestAgency.CreateAsync(server);
        await using var cases = new Cases(agency.Open());

        var result = await cases.Service.RegisterAsync(new RegisterCase(Guid.NewGuid(), Cases.Draft()), Cancellation);

        Assert.Equal("NoRule", Assert.Single(result.Violations).Code);
    }

    [Theory]
    [InlineData(20, ObligationState.FulfilledOnTime)]
    [InlineData(21, ObligationState.FulfilledLate)]
    public async Task Publish_OnTheTwentiethDayAndOneLater_InTimeAndLate(int workingDay, ObligationState state)
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        // The portal's today is the working day asked for.
        var decided = TestClock.Beijing.Today;
        for (var left = workingDay; left > 0; left -= server.Plan.Calendar.IsWorkingDay(decided) ? 1 : 0)
        {
            decided = decided.AddDays(-1);
        }

        decided = Enumerable.Range(0, 20).Select(days => decided.AddDays(3 - days)).First(day => server.Plan.Calendar.AddWorkingDays(day, workingDay) == TestClock.Beijing.Today);
        var id = await cases.RegisterAsync(Cases.Draft(decidedOn: decided));

        var result = await cases.PublishAsync(server, id);

        Assert.Empty(result.Violations);
        var detail = await cases.FindAsync(server, id);
        Assert.Equal(state, detail.Duty.Obligation.State);
        var disclosure = await cases.Db.Disclosures.SingleAsync(Cancellation);
        Assert.True(disclosure.HasTime);
        Assert.Equal($"https://portal.example/cases/{result.PublishedId}", disclosure.Address);
        Assert.Equal(disclosure.PublishedAt, detail.Duty.Obligation.FulfilledAt);
        Assert.DoesNotContain("13812345678", detail.Published!.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_SameFormTwice_OnePublication()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        var key = Guid.NewGuid();

        var first = await cases.PublishAsync(server, id, key);
        var second = await cases.PublishAsync(server, id, key);
        var other = await cases.PublishAsync(server, id);

        Assert.Equal(first.PublishedId, second.PublishedId);
        Assert.Equal("AlreadyPublished", Assert.Single(other.Violations).Code);
    }

    [Fact]
    public async Task Publish_OtherWordsThanInThePreview_ShownAgain()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        var seen = CaseCopy.Of((await cases.FindAsync(server, id)).Draft, null, null).Fingerprint;
        var detail = await cases.FindAsync(server, id);
        await cases.Service.EditAsync(id, detail.Draft with { Facts = "别人改过的事实" }, detail.Version, Cancellation);

        var result = await cases.Publication.PublishAsync(id, new PublishCase(Guid.NewGuid(), DisclosureChannel.AgencyWebsite, null, null, null, seen), Cases.Portal, Cancellation);

        Assert.Equal("PreviewChanged", Assert.Single(result.Violations).Code);
        Assert.Equal(0, await cases.Db.Disclosures.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "2016-10-01", "AddressNotWeb")]
    [InlineData("https://agency.example/1", "2016-10-21", "PublishedInFuture")]
    [InlineData("https://agency.example/1", "2016-09-20", "PublishedBeforeTrigger")]
    [InlineData("https://agency.example/1", null, "PublishedOnMissing")]
    public async Task Publish_OnAPageThatCannotBe_Refused(string address, string? day, string code)
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        var seen = CaseCopy.Of((await cases.FindAsync(server, id)).Draft, null, null).Fingerprint;
        DateOnly? publishedOn = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        var result = await cases.Publication.PublishAsync(id, new PublishCase(Guid.NewGuid(), DisclosureChannel.AgencyWebsite, address, publishedOn, null, seen), Cases.Portal, Cancellation);

        Assert.Contains(result.Violations, violation => violation.Code == code);
        Assert.Equal(0, await cases.Db.PublishedCases.CountAsync(row => row.AgencyId == agency.Id, Cancellation));
    }

    [Theory]
    [InlineData(false, ObligationState.FulfilledOnTime)]
    [InlineData(true, ObligationState.Upcoming)]
    public async Task TakeDown_RightOrByMistake_CountsOrDoesNot(bool wasMistake, ObligationState state)
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync(Cases.Draft(decidedOn: new DateOnly(2016, 10, 10)));
        var published = (await cases.PublishAsync(server, id)).PublishedId!.Value;

        Assert.Null(await cases.Publication.TakeDownAsync(id, "下架的原因", wasMistake, Cancellation));

        Assert.Equal(state, (await cases.FindAsync(server, id)).Duty.Obligation.State);
        await using var visitor = new Cases(server.Contexts.Create(GovDisclosure.Data.Tenancy.AccessScope.Anonymous));
        Assert.Null(await visitor.Public.FindAsync(published, Cancellation));
        Assert.NotNull(await visitor.Public.TakenDownAtAsync(published, Cancellation));
        Assert.Null(await visitor.Public.TakenDownAtAsync(Guid.NewGuid(), Cancellation));
        Assert.Empty((await cases.PublishAsync(server, id)).Violations);
    }

    [Fact]
    public async Task Exempt_Whole_NothingIsOwedOnceSomebodyElseApproves()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        Assert.Empty(await cases.Exemptions.AskAsync(id, ExemptionScope.Whole, ExemptionGround.TradeSecret, "全案涉密", Cancellation));

        var bySelf = await cases.Exemptions.DecideAsync(id, true, null, Cancellation);
        Assert.Equal("DecidedByAsker", bySelf!.Code);
        Assert.Equal("ExemptionWaiting", Assert.Single((await cases.PublishAsync(server, id)).Violations).Code);
        await using var lead = new Cases(agency.OpenAs(Guid.NewGuid(), "分管负责人"));
        Assert.Null(await lead.Exemptions.DecideAsync(id, true, null, Cancellation));

        var detail = await cases.FindAsync(server, id);
        Assert.Equal((ObligationState.Exempt, true), (detail.Duty.Obligation.State, detail.IsExempt));
        Assert.Equal("AlreadyExempt", Assert.Single((await cases.PublishAsync(server, id)).Violations).Code);
    }

    [Fact]
    public async Task Exempt_Refused_NeedsAReasonAndTheDutyStays()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        await cases.Exemptions.AskAsync(id, ExemptionScope.Whole, ExemptionGround.Privacy, "当事人请求", Cancellation);
        await using var lead = new Cases(agency.OpenAs(Guid.NewGuid(), "分管负责人"));

        Assert.Equal("RefusalWithoutReason", (await lead.Exemptions.DecideAsync(id, false, " ", Cancellation))!.Code);
        Assert.Null(await lead.Exemptions.DecideAsync(id, false, "不是法定理由", Cancellation));

        Assert.Empty((await cases.PublishAsync(server, id)).Violations);
    }

    [Fact]
    public async Task Exempt_Part_PublishedWithoutItAndSaysSo()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        await cases.Exemptions.AskAsync(id, ExemptionScope.Part, ExemptionGround.TradeSecret, "客户名单", Cancellation);
        await using var lead = new Cases(agency.OpenAs(Guid.NewGuid(), "分管负责人"));
        await lead.Exemptions.DecideAsync(id, true, null, Cancellation);
        var own = PartWords.Of((await cases.FindAsync(server, id)).Draft);

        var unchanged = await cases.PublishAsync(server, id, part: own);
        var result = await cases.PublishAsync(server, id, part: own with { Facts = "其余事实，手机１３８１２３４５６７８" });

        Assert.Equal("PartUnchanged", Assert.Single(unchanged.Violations).Code);
        Assert.Empty(result.Violations);
        var published = (await cases.FindAsync(server, id)).Published!;
        Assert.Equal(("其余事实，手机******", ExemptionGround.TradeSecret), (published.Facts, published.PartGround));
    }

    [Fact]
    public async Task Exemptions_Office_SeesThoseOfEveryAgency()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        await cases.Exemptions.AskAsync(id, ExemptionScope.Whole, ExemptionGround.Privacy, "供办公厅查看", Cancellation);
        await using var office = new Cases(server.Contexts.Create(new GovDisclosure.Data.Tenancy.AccessScope(GovDisclosure.Data.Tenancy.Audience.Office)));
        await using var other = new Cases((await Cases.AgencyAsync(server)).Open());

        Assert.Contains((await office.Queries.ExemptionsAsync(null, Cancellation)).Rows, row => row.CaseId == id && row.Reason == "供办公厅查看");
        Assert.Empty((await other.Queries.ExemptionsAsync(null, Cancellation)).Rows);
    }

    [Fact]
    public async Task Register_OfEveryState_CountsEqualTheirLists()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        foreach (var day in Enumerable.Range(1, 40))
        {
            var id = await cases.RegisterAsync(Cases.Draft(decidedOn: new DateOnly(2016, 10, 20).AddDays(-day)));
            if (day % 3 == 0)
            {
                await cases.PublishAsync(server, id);
            }
            else if (day % 7 == 0)
            {
                await cases.Exemptions.AskAsync(id, ExemptionScope.Part, ExemptionGround.Privacy, "等待", Cancellation);
            }
        }

        var view = Cases.View(server);
        var counts = await cases.Queries.CountAsync(null, view, Cancellation);
        foreach (var filter in Enum.GetValues<CaseFilter>())
        {
            var rows = await WalkAsync(cases, filter, view);
            Assert.Equal(counts.Of(filter), rows.Count);
            Assert.Distinct(rows.Select(row => row.Id));
            var dues = rows.Select(row => row.DueAt).ToList();
            Assert.Equal(CaseFilters.IsUrgentFirst(filter) ? dues.Order() : dues.OrderDescending(), dues);
        }

        Assert.Equal(40, counts.Of(CaseFilter.All));
    }

    private static async Task<List<CaseRow>> WalkAsync(Cases cases, CaseFilter filter, ViewInstant view)
    {
        var rows = new List<CaseRow>();
        var page = await cases.Queries.ListAsync(filter, null, GovDisclosure.Data.Obligations.PageRequest.First, view, Cancellation);
        rows.AddRange(page.Rows);
        while (page.Next is { } next)
        {
            var before = page;
            page = await cases.Queries.ListAsync(filter, null, new(next, null), view, Cancellation);
            rows.AddRange(page.Rows);
            var back = await cases.Queries.ListAsync(filter, null, new(null, page.Previous), view, Cancellation);
            Assert.Equal(before.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        }

        return rows;
    }
}
