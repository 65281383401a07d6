using System.Net;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>An agency asks that days do not count or for more of them; the office sees the new date before it grants, and may take it back.</summary>
public sealed class ClockRequestJourneyTests(PortalServer server)
{
    private static readonly DateOnly Decided = new(2016, 10, 11);

    [Fact]
    public async Task Ask_MoreWorkingDays_OfficeSeesTheDateGrantsAndTakesItBack()
    {
        var (agency, duty, clerk) = await OpenAsync();
        var office = await TestAgency.CreateOfficeAsync(server);
        var desk = await server.Portal.SignInAsync(office.UserName);

        var form = PortalForm.Of(await clerk.OpenAsync($"/work/obligations/{duty.Id}/request"), "form.card");
        form = form.With("Input.ExtendBy", "20");
        form = form.With("Input.Reason", "案情复杂");
        var sent = await clerk.SubmitAsync(form);
        var id = (await agency.RequestAsync(duty.Id)).Id;
        var asked = await desk.OpenAsync($"/office/requests/{id}");
        var decision = PortalForm.Of(asked, "form.form");
        decision = decision.With("Input.Outcome", "Grant");
        await desk.SubmitAsync(decision);
        var told = await clerk.OpenAsync($"/work/obligations/{duty.Id}");

        Assert.Equal($"/work/obligations/{duty.Id}", sent.Location);
        Assert.Contains("期限增加 20 个工作日", asked.Text("section.card"), StringComparison.Ordinal);
        Assert.Contains("12月6日", asked.Text("section.card"), StringComparison.Ordinal);
        Assert.Equal(BeijingTime.EndOf(new DateOnly(2016, 12, 6)), (await agency.DutyAsync(duty.Id)).DueAt);
        Assert.Contains("40 个工作日", told.Text("section[aria-labelledby=why]"), StringComparison.Ordinal);
        Assert.Contains("其中 20 是同意延期增加的", told.Text("section[aria-labelledby=why]"), StringComparison.Ordinal);

        var granted = await desk.OpenAsync($"/office/requests/{id}");
        var revoke = PortalForm.Of(await desk.OpenAsync(granted.Find($"a[href='/office/requests/{id}/revoke']").GetAttribute("href")!), "form.card");
        var empty = await desk.SubmitAsync(revoke);
        revoke = revoke.With("Reason", "复议已经终止");
        var done = await desk.SubmitAsync(revoke);

        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("Reason", empty.Find(".error-summary a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal($"/office/requests/{id}", done.Location);
        Assert.Equal(duty.OriginalDueAt, (await agency.DutyAsync(duty.Id)).DueAt);
        Assert.Contains("复议已经终止", (await clerk.OpenAsync($"/work/obligations/{duty.Id}")).Text("section[aria-labelledby=acts]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.SubmitAsync(revoke)).Status);
    }

    [Fact]
    public async Task Ask_PauseOfAWeekend_ToldBesideTheFieldAndKept()
    {
        var (_, duty, clerk) = await OpenAsync();
        var form = PortalForm.Of(await clerk.OpenAsync($"/work/obligations/{duty.Id}/request"), "form.card");
        form = form.With("Input.Kind", "Pause");
        form = form.With("Input.StopFrom", "2016-10-22");
        form = form.With("Input.StopTo", "2016-10-23");
        form = form.With("Input.Reason", "征求第三方意见");

        var refused = await clerk.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("#Input_StopTo", refused.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal("2016-10-22", refused.Find("#Input_StopFrom").GetAttribute("value"));
        Assert.Equal("征求第三方意见", refused.Text("#Input_Reason"));
    }

    [Fact]
    public async Task Duty_AsJson_IsTheDateInForce()
    {
        var (_, duty, clerk) = await OpenAsync();

        var page = await clerk.OpenAsync($"/work/obligations/{duty.Id}");
        var json = await clerk.GetAsync(page.Find("a[href$='format=json']").GetAttribute("href")!);

        using var parsed = System.Text.Json.JsonDocument.Parse(json.Body);
        Assert.Equal("application/json", json.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("2016-11-08", parsed.RootElement.GetProperty("due").GetString());
    }

    private async Task<(TestAgency Agency, Obligation Duty, PortalClient Clerk)> OpenAsync()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Decided));
        return (agency, duties[0], await server.Portal.SignInAsync(agency.UserName));
    }
}
