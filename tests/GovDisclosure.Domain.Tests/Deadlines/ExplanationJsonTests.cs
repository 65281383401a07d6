using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Tests.Plans;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

public sealed class ExplanationJsonTests
{
    private static readonly Gen<ClockChanges> Changes = Gen.Select(
        Gen.Int[1, 20].Array[0, 2],
        Gen.Select(Gen.Int[-5, 60], Gen.Int[0, 15]).Array[0, 3],
        (extensions, stops) => new ClockChanges(
            [.. extensions.Select(count => new PeriodExtension(count, "准予延期"))],
            [.. stops.Select(stop => new ClockStop(Date("2016-09-09").AddDays(stop.Item1), Date("2016-09-09").AddDays(stop.Item1 + stop.Item2), "征求第三方意见"))]));

    private readonly Occurrences _occurrences = new(Calendar);
    private readonly DeadlineExplainer _explainer = new(Calendar);

    [Fact]
    public void Write_TheModelPenaltyCase_HasTheWholeCount()
    {
        var rule = Rules.WorkingDays(20) with { LegalBasis = "国发〔2014〕6号", Value = 20.0000m };
        using var json = Read(_explainer.Explain(rule, _occurrences.ForTrigger(rule, "case", Date("2016-09-09"))));
        var root = json.RootElement;

        Assert.Equal(("2016-09-09", 20, "2016-10-13"), (Text(root, "start"), root.GetProperty("n").GetInt32(), Text(root, "due")));
        Assert.Equal("2016-10-13T16:00:00+00:00", Text(root, "dueAt"));
        Assert.Equal("20", root.GetProperty("rule").GetProperty("value").GetRawText());
        Assert.Equal(["国办发明电〔2015〕18号"], root.GetProperty("notices").EnumerateArray().Select(notice => notice.GetString()));
        var day = root.GetProperty("days").EnumerateArray().Single(day => Text(day, "date") == "2016-10-08");
        Assert.Equal(("make_up_workday", "counted", "国庆节", "国办发明电〔2015〕18号"), (Text(day, "kind"), Text(day, "role"), Text(day, "name"), Text(day, "notice")));
        Assert.Equal(15, day.GetProperty("number").GetInt32());
    }

    [Fact]
    public void Write_Everything_HasTheNamesOfTheSchema()
    {
        var schema = JsonNode.Parse(PlanFiles.ExplanationSchemaText)!;
        var changes = new ClockChanges([new PeriodExtension(5)], [new ClockStop(Date("2016-09-12"), Date("2016-09-13"))]);
        var written = JsonNode.Parse(ExplanationJson.Write(_explainer.ExplainBinding([Rules.WorkingDays(20), Rules.WorkingDays(7)], "case", Date("2016-09-09"), changes)))!;
        var rule = Rules.Each(PeriodUnit.Month);
        var periodic = JsonNode.Parse(ExplanationJson.Write(_explainer.Explain(rule, _occurrences.ForPlan(rule, 2016, Date("2016-05-28"))[0])))!;

        AssertSame(written, schema);
        (string Name, JsonNode Node)[] parts =
        [
            ("original", written["original"]!), ("rule", written["rule"]!), ("occurrence", written["occurrence"]!), ("trigger", written["trigger"]!),
            ("period", periodic["period"]!), ("extension", written["extensions"]![0]!), ("stop", written["stops"]![0]!), ("basis", written["bases"]![0]!),
            ("day", written["days"]![0]!),
        ];
        Assert.All(parts, part => AssertSame(part.Node, schema["$defs"]![part.Name]!));

        static void AssertSame(JsonNode written, JsonNode described)
        {
            var names = written.AsObject().Select(property => property.Key).ToArray();
            Assert.Equal(names, described["properties"]!.AsObject().Select(property => property.Key));
            Assert.Equal(names, described["required"]!.AsArray().Select(name => (string)name!));
        }
    }

    [Fact]
    public void Schema_Enums_AreThoseOfTheCode()
    {
        var definitions = JsonNode.Parse(PlanFiles.ExplanationSchemaText)!["$defs"]!;
        IEnumerable<string> Described(string definition, string property) =>
            definitions[definition]!["properties"]![property]!["enum"]!.AsArray().Where(value => value is not null).Select(value => (string)value!);
        static IEnumerable<string> Names<T>()
            where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);

        Assert.Equal(Names<DeadlineRuleKind>(), Described("rule", "kind"));
        Assert.Equal(Names<PeriodUnit>(), Described("rule", "period"));
        Assert.Equal(Names<TriggerKind>(), Described("rule", "event"));
        Assert.Equal(Names<ClockStart>(), Described("rule", "starts"));
        Assert.Equal(Names<CalendarDayKind>(), Described("day", "kind"));
        Assert.Equal(Names<CountRole>(), Described("day", "role"));
    }

    [Fact]
    public void Write_SeveralBases_SaysWhichBinds()
    {
        using var json = Read(_explainer.ExplainBinding([Rules.WorkingDays(20), Rules.WorkingDays(7)], "case", Date("2020-09-15")));

        Assert.Equal(
            [("2020-10-19", false), ("2020-09-24", true)],
            json.RootElement.GetProperty("bases").EnumerateArray().Select(basis => (Text(basis, "due"), basis.GetProperty("binds").GetBoolean())));
        Assert.Equal("2020-09-24", Text(json.RootElement, "due"));
    }

    [Fact]
    public void Write_SeveralBasesInHours_ExplainsTheOneThatBinds()
    {
        using var json = Read(_explainer.ExplainBinding([Rules.Hours(24), Rules.Hours(5)], "flood", Instant("2016-10-01T20:00:00+08:00")));

        Assert.Equal("2016-10-01T17:00:00+00:00", Text(json.RootElement, "dueAt"));
        Assert.Equal([false, true], json.RootElement.GetProperty("bases").EnumerateArray().Select(basis => basis.GetProperty("binds").GetBoolean()));
    }

    [Fact]
    public void Write_BeforeAnEvent_CountsDownFromIt()
    {
        var rule = Rules.WorkingDaysBefore(7);
        var occurrence = _occurrences.ForEventAhead(rule, "hearing", Date("2016-10-13"), Date("2016-09-01"));

        using var json = Read(_explainer.Explain(rule, occurrence, Instant("2016-10-13T09:00:00+08:00")));

        var days = json.RootElement.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal(("2016-10-13", -7, "2016-09-29"), (Text(json.RootElement, "start"), json.RootElement.GetProperty("n").GetInt32(), Text(json.RootElement, "due")));
        Assert.Equal(("2016-10-13", "start", "2016-09-29", "due"), (Text(days[0], "date"), Text(days[0], "role"), Text(days[^1], "date"), Text(days[^1], "role")));
        Assert.Equal(Enumerable.Range(1, 7).Select(number => -number), days.Select(day => day.GetProperty("number")).Where(number => number.ValueKind == JsonValueKind.Number).Select(number => number.GetInt32()));
    }

    [Fact]
    public void Write_RegionalCalendar_NamesTheRegion()
    {
        var local = Calendar.In(new RegionalDaysOff("广西壮族自治区", [new CalendarEntry(Date("2016-04-11"), CalendarDayKind.Holiday, "三月三", "桂政办")]));
        var rule = Rules.WorkingDays(1);

        using var json = Read(new DeadlineExplainer(local).Explain(rule, new Occurrences(local).ForTrigger(rule, "case", Date("2016-04-08"))));

        Assert.Equal(("广西壮族自治区", "2016-04-12"), (Text(json.RootElement, "region"), Text(json.RootElement, "due")));
        Assert.Equal(["桂政办"], json.RootElement.GetProperty("notices").EnumerateArray().Select(notice => notice.GetString()));
    }

    /// <summary>The reader's proof: the JSON alone gives the due instant, the original one and the number of each day again.</summary>
    [Fact]
    public void Write_CountedDaysWithAnyChanges_LetsAReaderFindTheDateAgain() =>
        Gen.Select(Gen.Int[-10, 60], Gen.Int[0, 60], Gen.Bool, Changes).Sample((offset, count, isWorkingDays, changes) =>
        {
            var rule = isWorkingDays ? Rules.WorkingDays(count) : Rules.CalendarDays(count);
            var occurrence = _occurrences.ForTrigger(rule, "case", Date("2016-09-09").AddDays(offset));
            var explanation = _explainer.Explain(rule, occurrence, triggeredAt: null, changes);

            AssertReadable(explanation);
            Assert.Equal(count + changes.ExtendedBy, explanation.Days.Count(day => day.Number is not null));
            Assert.DoesNotContain(explanation.Days, day => day.Number is not null && changes.Stops.Any(stop => stop.Covers(day.Day.Date)));
        }, iter: 400);

    [Fact]
    public void Write_AnyOtherKind_LetsAReaderFindTheDateAgain() =>
        Gen.Select(AnyDates, Gen.Int[1, 31], Gen.Int[0, 7], Gen.Bool).Sample((date, count, kind, flag) => AssertReadable(kind switch
        {
            0 => AfterTrigger(Rules.Months(count), date),
            1 => AfterTrigger(Rules.Years(1 + (count % 3)), date),
            2 => AfterTrigger(Rules.Hours(count * 5), date),
            3 => _explainer.Explain(Rules.WorkingDaysBefore(count), _occurrences.ForEventAhead(Rules.WorkingDaysBefore(count), "event", date, date), BeijingTime.StartOf(date)),
            4 => OfPlan(Rules.Each((PeriodUnit)(count % 5), flag ? count : null), date),
            5 => OfPlan(Rules.Each((PeriodUnit)(1 + (count % 4))) with { DayOfNextMonth = count, RollsOffDaysOff = flag }, date),
            6 => OfPlan(Rules.By(date), date),
            _ => OfPlan(Rules.Reach(50) with { Date = flag ? date : null }, date),
        }), iter: 600);

    private DeadlineExplanation AfterTrigger(DeadlineRule rule, DateOnly date)
    {
        var at = BeijingTime.At(date, new TimeOnly(15, 30));
        return _explainer.Explain(rule, _occurrences.ForTrigger(rule, "trigger", at), at);
    }

    private DeadlineExplanation OfPlan(DeadlineRule rule, DateOnly date) =>
        _explainer.Explain(rule, _occurrences.ForPlan(rule, date.Year, new DateOnly(date.Year, 1, 1))[0]);

    private static void AssertReadable(DeadlineExplanation explanation)
    {
        using var json = Read(explanation);
        var reader = new ReaderOfExplanations(json.RootElement);

        Assert.Equal(explanation.Due.DueAt, reader.Due());
        Assert.Equal(explanation.Due.DueAt, json.RootElement.GetProperty("dueAt").GetDateTimeOffset());
        Assert.True(explanation.Changes == ClockChanges.None || explanation.Original.DueAt == reader.Original());
        Assert.True(!explanation.IsProvisional || explanation.Days.Any(day => day.IsProvisional));
    }

    private static JsonDocument Read(DeadlineExplanation explanation) => JsonDocument.Parse(ExplanationJson.Write(explanation));

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
