using System.Collections.Concurrent;
using System.Globalization;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>Each figure of each page of the office opens a list of exactly as many rows, and so does the list's file.</summary>
public sealed class OfficeNumbersTests(OfficePortal office) : IClassFixture<OfficePortal>
{
    // A longer list is counted by its file alone; the shorter ones are walked to their end as well.
    private const int MostWalked = 120;

    // A matrix has two thousand links.
    private const int EachOf = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/office")]
    [InlineData("/office?asof=2016-09-30&since=2016-08-31")]
    [InlineData("/office/agencies")]
    [InlineData("/office/agencies?show=overdue&asof=2016-08-15")]
    [InlineData("/office/cases")]
    [InlineData("/office/duties?class=districts&section=6&from=2016-07-01&to=2016-09-30")]
    [InlineData("/office/duties?role=lead&state=overdue&red=2016-09-01")]
    public async Task Figures_OfAPage_EqualTheirRowsAndTheirFile(string path) => await WalkAsync(path);

    [Theory]
    [InlineData("/office/matrix")]
    [InlineData("/office/matrix?asof=2016-09-30&compare=2016-06-30")]
    [InlineData("/office/matrix?section=1")]
    [InlineData("/office/matrix?section=0&class=districts")]
    public async Task Figures_OfTheMatrix_EqualTheirRowsAndTheirFile(string path) => await WalkAsync(path);

    [Theory]
    [InlineData("gongshang")]
    [InlineData("dongcheng")]
    public async Task Figures_OfAnAgency_EqualTheirRowsAndTheirFile(string code) =>
        await WalkAsync($"/office/agencies/{await office.IdAsync($"SELECT id FROM gov.agency WHERE code = '{code}'")}?asof=2016-10-14");

    [Fact]
    public async Task Figures_OfATask_EqualTheirRowsAndTheirFile() =>
        await WalkAsync($"/office/tasks/{await office.IdAsync("SELECT task_id FROM gov.task_rule WHERE trigger_kind = 'penalty_decision'")}");

    [Theory]
    [InlineData("/office/matrix", "/office/matrix/export?format=csv")]
    [InlineData("/office/matrix?section=2&asof=2016-08-31&sort=rate&dir=desc", "/office/matrix/export?section=2&asof=2016-08-31&sort=rate&dir=desc&format=csv")]
    public async Task File_OfTheMatrix_SameRowsAndRatesAsTheScreen(string path, string file)
    {
        var client = await office.OfficeAsync();
        var page = await client.GetAsync(path);
        var csv = CsvRows.Read((await client.GetAsync(file)).Body);

        var shown = page.Document.QuerySelectorAll(".matrix tbody tr").ToList();
        Assert.Equal(shown.Count, csv.Rows.Count);
        foreach (var (row, line) in shown.Zip(csv.Rows))
        {
            // Each cell has seven columns in the file, of which the first is the rate and the second its whole.
            var rates = row.QuerySelectorAll("td").Select(cell => cell.QuerySelector("a.cell b")?.TextContent.TrimEnd('%') ?? "").ToList();
            Assert.Equal(rates, Enumerable.Range(0, rates.Count).Select(index => line[2 + (index * 7)]));
            var wholes = row.QuerySelectorAll("td").Select(cell => cell.QuerySelector("a.cell")?.GetAttribute("data-count") ?? "0").ToList();
            Assert.Equal(wholes, Enumerable.Range(0, wholes.Count).Select(index => line[3 + (index * 7)]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?asof=2016-08-31")]
    public async Task File_OfATask_SameCountsAsTheScreen(string query)
    {
        var client = await office.OfficeAsync();
        var task = await office.IdAsync("SELECT task_id FROM gov.task_rule WHERE trigger_kind = 'penalty_decision'");
        var page = await client.GetAsync($"/office/tasks/{task}{query}");
        var file = await client.GetAsync(page.Document.QuerySelectorAll(".export a[download]").Select(link => link.GetAttribute("href")!).Single(href => href.EndsWith("csv", StringComparison.Ordinal)));
        var csv = CsvRows.Read(file.Body);

        var shown = page.Document.QuerySelectorAll("main table tbody tr").ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(shown.Select(row => row.QuerySelector("th")!.TextContent.Trim()), csv.Rows.Select(row => row[1]));

        // On time, late, open and overdue: the last four of the screen, and the sixth to the ninth of the file.
        Assert.Equal(
            shown.Select(row => string.Join(' ', row.QuerySelectorAll("td").Skip(1).Select(cell => cell.QuerySelector("a[data-count]")!.GetAttribute("data-count")))),
            csv.Rows.Select(row => string.Join(' ', row.Skip(5).Take(4))));
    }

    private async Task WalkAsync(string path)
    {
        var client = await office.OfficeAsync();
        var page = await client.GetAsync(path);
        var figures = FiguresOf(page).ToList();
        Assert.NotEmpty(figures);
        Assert.Contains(figures, figure => figure.Count > 0);

        // One link has one figure, wherever it stands.
        var links = figures.GroupBy(figure => figure.Href, StringComparer.Ordinal).ToList();
        Assert.All(links, link => Assert.Single(link.Select(figure => figure.Count).Distinct()));

        // Every link that names agencies, sections, tasks and states is counted anew from all duties; of those, some are followed besides.
        // Every other link is followed.
        var wrong = new ConcurrentBag<string>();
        var followed = new List<(string Href, int Count)>();
        for (var index = 0; index < links.Count; index++)
        {
            var figure = links[index].First();
            var counted = await office.CountAsync(figure.Href);
            if (counted is not null && counted != figure.Count)
            {
                wrong.Add($"{figure.Href}: {figure.Count} said, {counted} counted");
            }

            if (counted is null || index % EachOf == 0)
            {
                followed.Add(figure);
            }
        }

        await Parallel.ForEachAsync(followed, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (figure, _) =>
        {
            var list = await client.GetAsync(figure.Href);
            var rows = await RowsAsync(client, list, figure.Count <= MostWalked);
            if (rows != figure.Count)
            {
                wrong.Add($"{figure.Href}: {figure.Count} said, {rows} listed");
            }

            if (await FileRowsAsync(client, list) is var filed && filed != figure.Count)
            {
                wrong.Add($"{figure.Href}: {figure.Count} said, {filed} in the file");
            }
        });
        Assert.NotEmpty(followed);
        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Href, int Count)> FiguresOf(PortalPage page)
    {
        foreach (var link in page.Document.QuerySelectorAll("main a[data-count]"))
        {
            yield return (link.GetAttribute("href")!, Number(link.GetAttribute("data-count")!));
        }

        foreach (var light in page.Document.QuerySelectorAll("main a.light"))
        {
            yield return (light.GetAttribute("href")!, Number(light.QuerySelector("b")!.TextContent));
        }
    }

    // What a list says it has, and, where asked, what it has on all its pages.
    private static async Task<int> RowsAsync(PortalClient client, PortalPage list, bool walk)
    {
        if (list.Document.QuerySelector("[data-found]") is not { } found)
        {
            return list.Document.QuerySelectorAll("main table tbody tr").Length;
        }

        var said = Number(found.GetAttribute("data-found")!);
        var duties = DutiesOf(list).ToList();
        if (!walk)
        {
            return duties.Count == Math.Min(said, 50) ? said : duties.Count;
        }

        while (list.Document.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            list = await client.GetAsync(next);
            duties.AddRange(DutiesOf(list));
        }

        return duties.Distinct(StringComparer.Ordinal).Count() == said ? duties.Count : -1;
    }

    private static async Task<int> FileRowsAsync(PortalClient client, PortalPage list)
    {
        var file = list.Document.QuerySelectorAll(".export a").Select(link => link.GetAttribute("href")!).Single(href => href.EndsWith("=csv", StringComparison.Ordinal));
        return CsvRows.Read((await client.GetAsync(file)).Body).Rows.Count;
    }

    private static IEnumerable<string> DutiesOf(PortalPage list) => list.Document.QuerySelectorAll("[data-duty]").Select(row => row.GetAttribute("data-duty")!);

    private static int Number(string text) => int.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
