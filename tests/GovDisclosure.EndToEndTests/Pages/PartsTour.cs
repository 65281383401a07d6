using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Requests;
using GovDisclosure.TestCommon;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>A duty whose parts fall away with it, before and after and as each sees it, and a duty whose history is longer than a page shows.</summary>
internal static class PartsTour
{
    private const string Duty = "/work/obligations/{id:guid}";
    private const string Disclosures = "/work/disclosures";
    private const string Shown = ".timeline";
    private const int Many = 33;

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        Released("duty-passed-released", Shown, (district, duty) => Task.FromResult((district.Agency, duty))),
        Released("duty-part-released", "#passed-from", async (district, duty) => (district.Units[0], await TestDistrict.PartOfAsync(district.Units[0], duty))),
        Asking("ask-of-a-passed-duty", Duty + "/request", "#Input_Reason", (_, district, duty) => Task.FromResult((district.Agency, $"/work/obligations/{duty}/request"))),
        Asking("request-of-a-passed-duty", "/office/requests/{id:guid}", "#decide", async (server, district, duty) =>
        {
            await district.Agency.AskAsync(duty, null);
            return (await TestAgency.CreateOfficeAsync(server), $"/office/requests/{(await district.Agency.RequestAsync(duty)).Id}");
        }),
        Long("duty-long-history", Duty, "section[aria-labelledby=history] > p a", duty => $"/work/obligations/{duty}"),
        Long("duty-earlier-history", Duty, "section[aria-labelledby=history] > p a", duty => $"/work/obligations/{duty}?later=30"),
        Long("disclosures-of-a-duty", Disclosures, ".chip", duty => $"{Disclosures}?duty={duty}"),
    ];

    private static Stop Released(string name, string shows, Func<TestDistrict, Guid, Task<(TestAgency Reader, Guid Duty)>> seen) => new(name, Duty, null, "")
    {
        Shows = shows,
        Prepare = async server =>
        {
            var district = await TestDistrict.CreateAsync(server);
            var duty = (await district.Agency.TriggerAsync(
                TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 10, 10)), "京测处字〔2016〕第1187号处罚决定"))[0].Id;
            await district.PassAsync(duty, RollUpMode.All, "请于月底前公开。");
            await district.PassAsync(duty, RollUpMode.Any, units: []);
            await district.Units[0].LogAsync("街道公开的信息", new DateOnly(2016, 10, 19), [await TestDistrict.PartOfAsync(district.Units[0], duty)]);
            await district.TakeBackAsync(duty, district.Units[0], "改由另一街道承担。");
            await district.PassAsync(duty, RollUpMode.Any, units: [district.Units[0]]);
            await district.Agency.AskAsync(duty, null);
            var office = await TestAgency.CreateOfficeAsync(server);
            await office.DecideAsync((await district.Agency.RequestAsync(duty)).Id, DecisionOutcome.Grant, note: "依法不予公开，各街道不再办理。");
            var (reader, id) = await seen(district, duty);
            return (reader, $"/work/obligations/{id}");
        },
    };

    private static Stop Asking(string name, string route, string shows, Func<PortalServer, TestDistrict, Guid, Task<(TestAgency Reader, string Path)>> seen) => new(name, route, null, "")
    {
        Shows = shows,
        Prepare = async server =>
        {
            var district = await TestDistrict.CreateAsync(server);
            var duty = (await district.Agency.TriggerAsync(
                TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 10, 10)), "京测处字〔2016〕第1187号处罚决定"))[0].Id;
            await district.PassAsync(duty, RollUpMode.All);
            return await seen(server, district, duty);
        },
    };

    private static Stop Long(string name, string route, string shows, Func<Guid, string> path) => new(name, route, null, "")
    {
        Shows = shows,
        Prepare = async server =>
        {
            var agency = await TestAgency.CreateAsync(server);
            var duty = (await agency.OweAsync(agency.Plan.First(DeadlineRuleKind.Quota)))[^1].Id;
            for (var number = 1; number <= Many; number++)
            {
                await agency.LogAsync($"政策解读（第{number}期）", TestClock.Today.AddDays(-1), [duty], new TimeOnly(9, number));
            }

            return (agency, path(duty));
        },
    };
}
