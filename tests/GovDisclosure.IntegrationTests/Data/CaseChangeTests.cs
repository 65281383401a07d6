using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>What may change about a case that is registered: a corrected decision, a cancelled entry, an edit beside another.</summary>
public sealed class CaseChangeTests(PortalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Correct_ChangedDecision_OwnClockAndLinksBothWays()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var first = await cases.RegisterAsync(Cases.Draft(decidedOn: new DateOnly(2016, 9, 9)));
        var changed = await cases.RegisterAsync(Cases.Draft(decidedOn: new DateOnly(2016, 10, 12)), corrects: first);
        var firstPage = (await cases.PublishAsync(server, first)).PublishedId!.Value;
        var changedPage = (await cases.PublishAsync(server, changed)).PublishedId!.Value;

        Assert.Equal(ObligationState.FulfilledLate, (await cases.FindAsync(server, first)).Duty.Obligation.State);
        Assert.Equal(ObligationState.FulfilledOnTime, (await cases.FindAsync(server, changed)).Duty.Obligation.State);
        Assert.Equal(first, (await cases.FindAsync(server, changed)).Corrects!.Id);
        Assert.Equal(changed, Assert.Single((await cases.FindAsync(server, first)).CorrectedBy).Id);
        await using var visitor = new Cases(server.Contexts.Create(GovDisclosure.Data.Tenancy.AccessScope.Anonymous));
        Assert.Equal(changedPage, Assert.Single((await visitor.Public.FindAsync(firstPage, Cancellation))!.CorrectedBy).Id);
        Assert.Equal(firstPage, (await visitor.Public.FindAsync(changedPage, Cancellation))!.Corrects!.Id);
    }

    [Fact]
    public async Task Cancel_WrongDate_NumberIsFreeAgain()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var wrong = await cases.RegisterAsync(Cases.Draft("京测罚字〔2016〕第7号", new DateOnly(2016, 9, 9)));

        Assert.Equal("ReasonMissing", (await cases.Service.CancelAsync(wrong, " ", Cancellation))!.Code);
        Assert.Null(await cases.Service.CancelAsync(wrong, "日期错误", Cancellation));
        var right = await cases.RegisterAsync(Cases.Draft("京测罚字〔2016〕第7号", new DateOnly(2016, 10, 9)));

        Assert.NotEqual(wrong, right);
        Assert.Equal(ObligationState.Cancelled, (await cases.FindAsync(server, wrong)).Duty.Obligation.State);
        Assert.Equal("Cancelled", (await cases.Service.CancelAsync(wrong, "再次", Cancellation))!.Code);
        Assert.Equal("Cancelled", Assert.Single((await cases.PublishAsync(server, wrong)).Violations).Code);
    }

    [Fact]
    public async Task Edit_StaleForm_SaysWhatTheRegisterHolds()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        var shown = await cases.FindAsync(server, id);
        Assert.True((await cases.Service.EditAsync(id, shown.Draft with { PartyName = "甲公司" }, shown.Version, Cancellation)).IsDone);

        var stale = await cases.Service.EditAsync(id, shown.Draft with { PartyName = "乙公司" }, shown.Version, Cancellation);
        var again = await cases.Service.EditAsync(id, shown.Draft with { PartyName = "乙公司" }, stale.NewerVersion, Cancellation);

        Assert.Equal("甲公司", stale.Newer!.PartyName);
        Assert.True(again.IsDone);
        Assert.Equal("乙公司", (await cases.FindAsync(server, id)).Draft.PartyName);
    }

    [Fact]
    public async Task Edit_NameNumberAndDate_Stand()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        var shown = await cases.FindAsync(server, id);

        await cases.Service.EditAsync(id, shown.Draft with { Title = "改名", Reference = "改号", DecidedOn = new DateOnly(2016, 10, 1), Basis = "新依据" }, shown.Version, Cancellation);

        var after = (await cases.FindAsync(server, id)).Draft;
        Assert.Equal((shown.Draft.Title, shown.Draft.Reference, shown.Draft.DecidedOn, "新依据"), (after.Title, after.Reference, after.DecidedOn, after.Basis));
    }

    [Fact]
    public async Task Edit_PublishedCase_OnlyThePlatform()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        await cases.PublishAsync(server, id);
        var shown = await cases.FindAsync(server, id);

        await cases.Service.EditAsync(id, shown.Draft with { Facts = "改事实", PlatformNumber = "LF-9", PlatformEnteredOn = new DateOnly(2016, 10, 1) }, shown.Version, Cancellation);

        var after = (await cases.FindAsync(server, id)).Draft;
        Assert.Equal((shown.Draft.Facts, "LF-9"), (after.Facts, after.PlatformNumber));
    }
}
