using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using GovDisclosure.Data.Documents;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Plans.Exports;
using GovDisclosure.Domain.Documents;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Tables;

namespace GovDisclosure.Domain.Tests.Plans.Tables;

/// <summary>A plan leaves as a file of each format and comes back as the same plan, through the readers that any file goes through.</summary>
public sealed class PlanFileTests
{
    private static readonly ParsedPlan[] Plans =
    [
        PlanFiles.Beijing,
        .. PlanFiles.Corpus("Corpus").Concat(PlanFiles.Corpus("Corpus/HeldOut")).Select(example => WorkPlanParser.Parse(PlanDocument.OfText(example.Text), example.Expected.Known)),
    ];

    public static TheoryData<PlanFormat> Formats => [.. Enum.GetValues<PlanFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task File_OfEveryExample_ComesBackAsTheSamePlan(PlanFormat format)
    {
        foreach (var plan in Plans)
        {
            Assert.Empty(PlanSameness.Differences(plan, await BackAsync(plan, format)));
        }
    }

    [Theory]
    [InlineData(PlanFormat.Csv, 400)]
    [InlineData(PlanFormat.Json, 400)]
    [InlineData(PlanFormat.Xlsx, 60)]
    [InlineData(PlanFormat.Docx, 60)]
    public Task File_OfAnyPlan_ComesBackAsTheSamePlan(PlanFormat format, int times) => RandomPlans.Any.SampleAsync(
        async plan => Assert.Empty(PlanSameness.Differences(plan, await BackAsync(plan, format))), iter: times, threads: 1);

    [Fact]
    public void Docx_OfThePlan_IsValidAndPrintsAcrossWithItsHeadingOnEveryPage()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(PlanFile.Write(PlanFiles.Beijing, PlanFormat.Docx)), isEditable: false);
        var body = package.MainDocumentPart!.Document!.Body!;
        var rows = body.Descendants<TableRow>().ToList();

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal((16838u, 11906u), (body.Descendants<PageSize>().Single().Width!.Value, body.Descendants<PageSize>().Single().Height!.Value));
        Assert.Equal([rows[0]], rows.Where(row => row.Descendants<TableHeader>().Any()));
        Assert.Equal("北京市2016年政务公开工作要点任务分解表", body.Elements<Paragraph>().First().InnerText);
        Assert.StartsWith("一、", rows[1].InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_Given_IsReadAsItIs()
    {
        var json = PlanJson.Write(PlanFiles.Beijing with { Problems = [new ParseProblem(7, ParseProblemKind.PageNoise, "第1页")] });

        Assert.Equal(json, PlanJson.Write(await ReadAsync("a.json", Encoding.UTF8.GetBytes(json))));
        Assert.Equal(json, PlanJson.Write(WorkPlanParser.Parse(PlanDocumentReader.ReadText(json).Document!.ToPlanDocument())));
    }

    [Theory]
    [InlineData("a.json", "[]")]
    [InlineData("a.json", "一、推进公开")]
    [InlineData("a.txt", "{\"title\":1}")]
    [InlineData("a.json", "{}")]
    [InlineData("a.json", "{\"title\":\"\\uD83D\"}")]
    [InlineData("a.json", "{\"title\":null,\"title\":null,\"documentNumber\":null,\"issuer\":null,\"issuedOn\":null,\"year\":null,\"sections\":[],\"tasks\":[],\"problems\":[]}")]
    public async Task Json_InAnotherForm_IsRefusedWithWhereAndWhat(string name, string json)
    {
        var reading = await PlanDocumentReader.ReadAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken);

        Assert.Equal(DocumentRefusalCode.NotThePlanForm, reading.Refusal?.Code);
        Assert.False(string.IsNullOrEmpty(reading.Refusal!.Detail));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"q一、推进公开")]
    [InlineData("{\"other\": 1}")]
    public void Text_ThatBeginsWithABrace_IsText(string text) => Assert.Equal(text, PlanDocumentReader.ReadText(text).Document?.Text);

    [Fact]
    public async Task Json_DeepOrEndless_IsRefused()
    {
        foreach (var json in new[] { "{\"title\":" + new string('[', 1_000_000), string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), "{\"title\":\"" + new string('x', 5_000_000) })
        {
            var reading = await PlanDocumentReader.ReadAsync("a.json", new MemoryStream(Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken);
            Assert.Equal(DocumentRefusalCode.NotThePlanForm, reading.Refusal?.Code);
        }
    }

    [Fact]
    public async Task Json_CutAndSwapped_IsReadOrRefusedAndNeverMore()
    {
        var json = PlanJson.Write(PlanFiles.Beijing)[..20_000];
        await Gen.Select(Gen.Int[0, json.Length - 1], Gen.Int[0, json.Length - 1], Gen.Char["{}[]\",:0\\un一-.eE"]).Array[1, 6].SampleAsync(
            async changes =>
            {
                var characters = json.ToCharArray();
                foreach (var (at, _, with) in changes)
                {
                    characters[at] = with;
                }

                var reading = await PlanDocumentReader.ReadAsync("a.json", new MemoryStream(Encoding.UTF8.GetBytes(characters, 0, changes[0].Item2 + 1)), TestContext.Current.CancellationToken);
                Assert.True(reading.IsRead || reading.Refusal.Code is DocumentRefusalCode.NotThePlanForm);
            },
            iter: 200,
            threads: 1);
    }

    private static async Task<ParsedPlan> BackAsync(ParsedPlan plan, PlanFormat format) =>
        await ReadAsync("plan." + format.ToString().ToLowerInvariant(), PlanFile.Write(plan, format));

    private static async Task<ParsedPlan> ReadAsync(string name, byte[] file)
    {
        var reading = await PlanDocumentReader.ReadAsync(name, new MemoryStream(file), TestContext.Current.CancellationToken);
        Assert.True(reading.IsRead, $"{reading.Refusal?.Code} {reading.Refusal?.Detail}");
        return WorkPlanParser.Parse(reading.Document.ToPlanDocument());
    }
}
