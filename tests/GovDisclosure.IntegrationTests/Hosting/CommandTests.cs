using System.Text.Json;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Hosting;

/// <summary>The commands of the portal's program, which need no database.</summary>
public sealed class CommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workdays_OverTheNationalDay_DueDateOnTheFirstLine()
    {
        var answer = await PortalProcess.RunAsync(["workdays", "2016-09-09", "20"], cancellationToken: Cancellation);

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("2016-10-13", answer.Output.Split('\n')[0].Trim());
    }

    [Theory]
    [InlineData("20", "2016-10-13", 35)]
    [InlineData("-2", "2016-09-07", 3)]
    [InlineData("0", "2016-09-09", 1)]
    public async Task Workdays_AsJson_IsTheExplanation(string count, string due, int days)
    {
        var answer = await PortalProcess.RunAsync(["workdays", "--json", "--", "2016-09-09", count], cancellationToken: Cancellation);

        Assert.Equal(0, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        Assert.Equal(("2016-09-09", count, due), (json.RootElement.GetProperty("start").GetString(), json.RootElement.GetProperty("n").GetRawText(), json.RootElement.GetProperty("due").GetString()));
        Assert.Equal(days, json.RootElement.GetProperty("days").GetArrayLength());
        Assert.Equal("2016-09-09", json.RootElement.GetProperty("days")[0].GetProperty("date").GetString());
    }

    [Fact]
    public async Task Workdays_FileWithABadLine_AnswersTheOthersAndNamesIt()
    {
        var file = Path.Combine(Path.GetTempPath(), $"gd-workdays-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "start,n\n2016-09-09,20\n2016-13-01,5\n2016-09-30,1\n", Cancellation);
        try
        {
            var answer = await PortalProcess.RunAsync(["workdays", "--csv", file], cancellationToken: Cancellation);

            Assert.Equal(2, answer.ExitCode);
            Assert.Equal(["start,n,due", "2016-09-09,20,2016-10-13", "2016-09-30,1,2016-10-08"], answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()));
            Assert.Contains("line 3", answer.Errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Workdays_HeaderAfterABlankLine_IsAHeader()
    {
        var file = Path.Combine(Path.GetTempPath(), $"gd-workdays-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "\r\nstart,n\r\n2016-09-09,20\r\n", Cancellation);
        try
        {
            var answer = await PortalProcess.RunAsync(["workdays", "--csv", file], cancellationToken: Cancellation);

            Assert.Equal("", answer.Errors);
            Assert.Equal(0, answer.ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("workdays", "yesterday", "20")]
    [InlineData("workdays", "2016-09-09")]
    [InlineData("plan", "parse", "no-such-file.txt")]
    [InlineData("no-such-command")]
    public async Task Command_WrongWords_ErrorAndNotZero(params string[] arguments)
    {
        var answer = await PortalProcess.RunAsync(arguments, cancellationToken: Cancellation);

        Assert.NotEqual(0, answer.ExitCode);
        Assert.NotEqual("", answer.Errors.Trim());
    }

    [Fact]
    public async Task PlanParse_ThePlanOf2016_HasItsTasks()
    {
        var file = Path.Combine(Repository.Root, "data", "plans", "beijing-2016.txt");

        var answer = await PortalProcess.RunAsync(["plan", "parse", file], cancellationToken: Cancellation);

        Assert.Equal(0, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        var tasks = json.RootElement.GetProperty("tasks").EnumerateArray().ToLookup(task => task.GetProperty("general").GetBoolean());
        Assert.Equal((60, 6), (tasks[false].Count(), tasks[true].Count()));
        Assert.Equal(171, tasks[false].Sum(task => new[] { "lead", "responsible", "cooperating" }.Sum(role => task.GetProperty(role).GetArrayLength())));
    }

    [Fact]
    public async Task PlanParse_ItsOwnJson_IsTheSameAgainAndAnotherIsRefused()
    {
        var file = Path.Combine(Path.GetTempPath(), $"plan-{Guid.NewGuid()}.json");
        try
        {
            var first = await PortalProcess.RunAsync(["plan", "parse", Path.Combine(Repository.Root, "data", "plans", "beijing-2016.txt")], cancellationToken: Cancellation);
            await File.WriteAllTextAsync(file, first.Output, Cancellation);
            var second = await PortalProcess.RunAsync(["plan", "parse", file], cancellationToken: Cancellation);
            await File.WriteAllTextAsync(file, first.Output.Replace("\"sequence\": 2,", "\"sequence\": 0,", StringComparison.Ordinal), Cancellation);
            var refused = await PortalProcess.RunAsync(["plan", "parse", file], cancellationToken: Cancellation);

            Assert.Equal(first.Output, second.Output);
            Assert.NotEqual(0, refused.ExitCode);
            Assert.Contains(".sequence is less than 1", refused.Errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Workdays_FileAsJson_RefusedAndNotAnsweredOtherwise()
    {
        var answer = await PortalProcess.RunAsync(
            ["workdays", "--csv", Path.Combine(Repository.Root, "README.md"), "--json"], cancellationToken: Cancellation);

        Assert.NotEqual(0, answer.ExitCode);
        Assert.DoesNotContain("start,n,due\n", answer.Output, StringComparison.Ordinal);
    }
}
