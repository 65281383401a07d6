using System.Net;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>The plan is public: its words as issued, whole, for everybody.</summary>
public sealed class PlanPageTests(PortalServer server)
{
    [Fact]
    public async Task Plan_ForThePublic_HasEveryTasksWords()
    {
        var page = await server.Portal.NewClient().GetAsync("/plan/2016");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var text = page.Document.Body!.TextContent;
        Assert.All(server.Plan.Plan.Tasks, task => Assert.Contains(Bare(task.Text), Bare(text), StringComparison.Ordinal));
        Assert.All(server.Plan.Plan.Tasks.Where(task => task.Attribution is not null), task => Assert.Contains(Bare(task.Attribution!), Bare(text), StringComparison.Ordinal));
        Assert.Contains("京政办发〔2016〕26号", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_OfAYearWithout_NotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await server.Portal.NewClient().GetAsync("/plan/2015")).Status);

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
