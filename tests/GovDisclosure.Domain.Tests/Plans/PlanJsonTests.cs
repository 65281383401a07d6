using System.Text.Json;
using System.Text.Json.Nodes;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

public sealed class PlanJsonTests
{
    private static readonly string Json = PlanJson.Write(PlanFiles.Beijing);

    [Fact]
    public void Write_Chinese_StaysReadable()
    {
        Assert.Contains("\"title\": \"北京市2016年政务公开工作要点\"", Json, StringComparison.Ordinal);
        Assert.Contains("“信用北京”", Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PenaltyTask_HasTheFormOfTheSchema()
    {
        var task = JsonNode.Parse(Json)!["tasks"]!.AsArray().Single(t => (string?)t!["number"] == "1.2.3" && (int)t["sequence"]! == 1)!;

        Assert.Equal(
            """{"phrase":"20个工作日内","kind":"working_days_after_event","value":20,"period":null,"minCount":null,"date":null,"event":"作出行政处罚决定"}""",
            task["deadlines"]![0]!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(
            ["number", "sequence", "general", "text", "attribution", "lead", "jointLead", "responsible", "cooperating", "deadlines"],
            task.AsObject().Select(property => property.Key));
    }

    [Fact]
    public void TryRead_WhatWriteWrote_GivesTheSamePlan()
    {
        Assert.True(PlanJson.TryRead(Json, out var plan, out _));

        Assert.Equal(Json, PlanJson.Write(plan));
        Assert.Equal(PlanFiles.Beijing.Tasks.SelectMany(task => task.Assignments), plan.Tasks.SelectMany(task => task.Assignments));
        Assert.Equal(
            PlanFiles.Beijing.Tasks.SelectMany(task => task.Deadlines).Select(deadline => deadline with { Place = null }),
            plan.Tasks.SelectMany(task => task.Deadlines));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("")]
    [InlineData("""{"title":null,"documentNumber":null,"issuer":null,"issuedOn":null,"year":null,"sections":[],"tasks":[null],"problems":[]}""")]
    [InlineData("""{"title":null,"documentNumber":null,"issuer":null,"issuedOn":null,"year":null,"sections":[null],"tasks":[],"problems":[]}""")]
    public void TryRead_WhatIsNoPlan_SaysWhy(string json)
    {
        Assert.False(PlanJson.TryRead(json, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("\"number\": \"1.1.0\"", "\"number\": \"1.1\"")]
    [InlineData("\"kind\": \"fixed_date\"", "\"kind\": \"FixedDay\"")]
    [InlineData("\"general\": false", "\"generl\": false")]
    [InlineData("\"lead\": [", "\"lead\": [ null,")]
    [InlineData("\"deadlines\": [", "\"deadlines\": [ null,")]
    [InlineData("\"text\": \"对权力", "\"text\": null, \"event\": \"对权力")]
    public void TryRead_AMistakeInThePlan_SaysWhy(string right, string wrong)
    {
        Assert.False(PlanJson.TryRead(Json.Replace(right, wrong, StringComparison.Ordinal), out _, out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Schema_Properties_AreThoseWritten()
    {
        var schema = JsonNode.Parse(PlanFiles.SchemaText)!;
        var plan = JsonNode.Parse(Json)!;
        var section = plan["sections"]![0]!;
        var subsection = section["subsections"]![1]!;
        var task = plan["tasks"]![0]!;

        void AssertSame(JsonNode written, JsonNode described)
        {
            var names = written.AsObject().Select(property => property.Key).ToArray();
            var optional = described["properties"]!.AsObject().Select(property => property.Key).Except(names);
            Assert.Equal(described == schema["$defs"]!["deadline"] ? ["workingDaysAfterPeriod", "dayOfNextMonth"] : [], optional);
            Assert.Equal(names, described["required"]!.AsArray().Select(name => (string)name!));
        }

        AssertSame(plan, schema);
        AssertSame(section, schema["$defs"]!["section"]!);
        AssertSame(subsection, schema["$defs"]!["subsection"]!);
        AssertSame(subsection["items"]![0]!, schema["$defs"]!["item"]!);
        AssertSame(task, schema["$defs"]!["task"]!);
        AssertSame(task["deadlines"]![0]!, schema["$defs"]!["deadline"]!);
        AssertSame(plan["problems"]![0]!, schema["$defs"]!["problem"]!);
    }

    [Fact]
    public void Schema_Enums_AreThoseOfTheCode()
    {
        var definitions = JsonNode.Parse(PlanFiles.SchemaText)!["$defs"]!;
        IEnumerable<string?> Described(string definition, string property) =>
            definitions[definition]!["properties"]![property]!["enum"]!.AsArray().Select(value => (string?)value);

        Assert.Equal(Enum.GetNames<ParseProblemKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName), Described("problem", "kind"));
        Assert.Equal(
            Enum.GetNames<DeadlineRuleKind>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).Order(StringComparer.Ordinal),
            Described("deadline", "kind").Order(StringComparer.Ordinal));
        Assert.Equal(
            [.. Enum.GetNames<PeriodUnit>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName), null], Described("deadline", "period"));
    }
}
