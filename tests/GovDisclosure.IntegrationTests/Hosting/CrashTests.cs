using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Hosting;

/// <summary>A portal as a newcomer starts it: in Development, with samples and a private database server in a folder of its own.</summary>
public sealed class PrivatePortal : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "gdcrash-" + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>The process that serves.</summary>
    public ServingPortal Process { get; private set; } = null!;

    /// <summary>The database server's process, from the file that it keeps; <see langword="null"/> where there is none.</summary>
    public int? PostmasterId => File.Exists(PostmasterFile) ? int.Parse(File.ReadLines(PostmasterFile).First(), CultureInfo.InvariantCulture) : null;

    private string DataRoot => Path.Combine(_folder, "pg");

    private string PostmasterFile => Path.Combine(DataRoot, "data", "postmaster.pid");

    /// <summary>Starts the portal on what its folder holds.</summary>
    public async Task StartAsync() => Process = await PortalProcess.StartAsync(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__Default"] = "",
            ["LocalPostgres__DataRoot"] = DataRoot,
        },
        TestContext.Current.CancellationToken);

    /// <summary>kill -9 of the database server.</summary>
    public void KillPostmaster()
    {
        using var postmaster = System.Diagnostics.Process.GetProcessById(PostmasterId!.Value);
        postmaster.Kill();
    }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        if (!OperatingSystem.IsWindows())
        {
            // The server's account enters it.
            File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await using (Process)
        {
            // Takes its database server with it; one that is left all the same must not outlive the tests.
            await Process.StopAsync(CancellationToken.None);
        }

        if (PostmasterId is not null)
        {
            KillPostmaster();
        }

        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What the portal has acknowledged is there after anything is killed at any moment, once.</summary>
public sealed class CrashTests(PrivatePortal portal) : IClassFixture<PrivatePortal>
{
    private const string User = "gongshang.clerk";
    private const string Form = "main form[method=post]";
    private const int Clients = 4;
    private const int AcknowledgedBeforeTheCrash = 25;

    private static readonly TimeSpan LongestRestart = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_PortalAndDatabaseWhileClerksLog_EveryAcknowledgedDisclosureIsThereOnce()
    {
        var desks = await Task.WhenAll(Enumerable.Range(1, Clients).Select(number => Desk.OpenAsync(portal.Process.Address, number)));
        var acknowledged = new ConcurrentBag<(string Title, string Duty)>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var working = desks.Select(desk => desk.WorkUntilNobodyAnswersAsync(logged =>
        {
            acknowledged.Add(logged);
            if (acknowledged.Count >= AcknowledgedBeforeTheCrash)
            {
                enough.TrySetResult();
            }
        })).ToList();
        await Task.WhenAny([enough.Task, .. working]);

        portal.KillPostmaster();
        await portal.Process.KillAsync(Cancellation);
        await Task.WhenAll(working);
        await portal.Process.DisposeAsync();
        Assert.True(enough.Task.IsCompletedSuccessfully, $"Only {acknowledged.Count} were logged before anything was killed.");

        await portal.StartAsync();
        var reader = LoopbackCookieHandler.NewClient(portal.Process.Address);
        await reader.SignInAsync(User, SamplePeople.Password);
        foreach (var (title, duty) in acknowledged)
        {
            Assert.Equal(1, await CountAsync(reader, title));
            var page = await reader.GetAsync(duty);
            Assert.Contains(title, page.Body, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector(".head :is(.tag.done, .tag.done-late)"));
        }

        // What was under way is there or not. The same form sent again, with the sign-in of before, makes it so, once.
        Assert.Equal(Clients, desks.Count(desk => desk.UnderWay is not null));
        foreach (var desk in desks)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await desk.SendAgainAsync(portal.Process.Address)).Status);
            Assert.Equal(1, await CountAsync(reader, desk.UnderWay!.Value.Title));
        }
    }

    [Fact]
    public async Task Kill_DatabaseUnderTheRunningPortal_StartedAgainAndThePortalAnswers()
    {
        var client = LoopbackCookieHandler.NewClient(portal.Process.Address);
        await client.SignInAsync(User, SamplePeople.Password);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/work")).Status);
        var killed = portal.PostmasterId;

        portal.KillPostmaster();

        var waited = Stopwatch.StartNew();
        PortalPage answer;
        do
        {
            Assert.True(waited.Elapsed < LongestRestart, "The portal has not come back.");
            answer = await client.GetAsync("/work");
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"The portal answered {answer.Status}.");
        }
        while (answer.Status != HttpStatusCode.OK || portal.PostmasterId == killed);

        Assert.Contains("市工商局", answer.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).Status);
    }

    private static async Task<int> CountAsync(PortalClient reader, string title) =>
        (await reader.GetAsync("/work/disclosures?q=" + Uri.EscapeDataString(title))).Texts("tbody th a:first-child").Count(text => text == title);

    /// <summary>A clerk at a desk, who logs one disclosure after another.</summary>
    private sealed class Desk(PortalClient client, int number, IReadOnlyList<string> duties)
    {
        /// <summary>What was sent and not answered.</summary>
        public (PortalForm Form, string Title)? UnderWay { get; private set; }

        public static async Task<Desk> OpenAsync(Uri address, int number)
        {
            var client = LoopbackCookieHandler.NewClient(address);
            await client.SignInAsync(User, SamplePeople.Password);
            var list = await client.GetAsync("/work");
            var duties = list.Document.QuerySelectorAll(".duties .button").Select(link => link.GetAttribute("href")!).ToList();
            Assert.NotEmpty(duties);
            return new Desk(client, number, duties);
        }

        public async Task WorkUntilNobodyAnswersAsync(Action<(string Title, string Duty)> acknowledge)
        {
            try
            {
                for (var count = 0; ; count++)
                {
                    var page = await client.GetAsync(duties[(number + count) % duties.Count]);
                    if (page.Status != HttpStatusCode.OK)
                    {
                        return;
                    }

                    var title = string.Create(CultureInfo.InvariantCulture, $"第{number}席第{count}件{Guid.NewGuid():N}");
                    var form = PortalForm.Of(page, Form).With("Input.Address", $"https://agency.example/{number}/{count}.html").With("Input.Title", title);
                    UnderWay = (form, title);
                    var answer = await client.SubmitAsync(form);
                    if (answer.Status != HttpStatusCode.Redirect)
                    {
                        return;
                    }

                    acknowledge((title, answer.Location!));
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // Nobody answers any more.
            }
        }

        public Task<PortalPage> SendAgainAsync(Uri address)
        {
            var form = UnderWay!.Value.Form;
            return client.PostAsync(new Uri(address, form.Action).ToString(), form.Fields);
        }
    }
}
