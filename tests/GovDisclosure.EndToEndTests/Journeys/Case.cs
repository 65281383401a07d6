using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>An agency of a test's own with a penalty that is due soon and whatever is owed each week.</summary>
internal sealed record Case(TestAgency Agency, Obligation DueSoon)
{
    /// <summary>The button that sends a page's own form.</summary>
    public const string Send = "main form[method=post] button";

    public const string Title = "2016年9月行政处罚决定公开";

    /// <summary>Makes it.</summary>
    public static async Task<Case> CreateAsync(Stage stage)
    {
        var agency = await TestAgency.CreateAsync(stage.Server);
        // Twenty working days later is 25 October, over the National Day: three working days are left on the pinned date.
        var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 22)), "京测处字〔2016〕第1号处罚决定");
        await agency.OweAsync(stage.Server.Plan.First(DeadlineRuleKind.Periodic));
        return new Case(agency, duties[0]);
    }

    /// <summary>The number on a light of the list.</summary>
    public static async Task<int> LightAsync(Visitor visitor, string tone)
    {
        var light = visitor.Page.Locator($".light.{tone} b");
        await Expect(light).ToHaveCountAsync(1);
        return int.Parse(await light.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>How many of the agency's rows a table has.</summary>
    public async Task<long> CountAsync(Stage stage, string table)
    {
        await using var command = stage.Server.Administrator.CreateCommand($"SELECT count(*) FROM gov.{table} WHERE agency_id = $1");
        command.Parameters.AddWithValue(Agency.Id);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
