using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>Writes and reads a plan in its one JSON form, described by docs/plan.schema.json.</summary>
/// <remarks>
/// The form keeps what the plan says, not where it stood: a plan read from JSON has no segments and no places in a source. A phrase's
/// offset in its task's text is found again from the text.
/// </remarks>
public static partial class PlanJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Chinese stays readable. The JSON is a document of its own and never part of an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        // The form itself is seven deep.
        MaxDepth = 16,
        Converters =
        {
            new JsonStringEnumConverter<ParseProblemKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new JsonStringEnumConverter<DeadlineRuleKind>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            new JsonStringEnumConverter<PeriodUnit>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
        },
    };

    /// <summary>Writes a plan, indented, with LF line ends.</summary>
    public static string Write(ParsedPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return JsonSerializer.Serialize(ToJson(plan), Options).ReplaceLineEndings("\n");
    }

    /// <summary>Reads a plan that somebody gives; false, with what is wrong, where it is not in the form.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out ParsedPlan? plan, [NotNullWhen(false)] out string? error)
    {
        plan = null;
        error = null;
        try
        {
            if (JsonSerializer.Deserialize<PlanForm>(json, Options) is not { } form)
            {
                error = "null is no plan.";
                return false;
            }

            // The serializer checks members for null, not the elements of lists.
            if (HasGap(form))
            {
                error = "A list has null in it.";
                return false;
            }

            if (form.Tasks.FirstOrDefault(task => !TaskNumber().IsMatch(task.Number)) is { } misnumbered)
            {
                error = $"'{misnumbered.Number}' is no task number such as 1.2.3.";
                return false;
            }

            var read = FromJson(form);
            if (PlanFormRules.FirstMistake(read) is { } mistake)
            {
                error = mistake;
                return false;
            }

            plan = read;
            return true;
        }
        catch (JsonException exception)
        {
            error = exception.Message;
            return false;
        }
    }

    private static bool HasGap(PlanForm form)
    {
        static bool IsGap(object? element) => element is null;

        return form.Sections.Any(IsGap) || form.Tasks.Any(IsGap) || form.Problems.Any(IsGap)
            || form.Sections.Any(section => section.Subsections.Any(subsection => IsGap(subsection) || subsection.Items.Any(IsGap)))
            || form.Tasks.Any(task => task.Deadlines.Any(IsGap) || task.Lead.Concat(task.Responsible).Concat(task.Cooperating).Any(IsGap));
    }

    private static PlanForm ToJson(ParsedPlan plan) => new(
        plan.Title,
        plan.DocumentNumber,
        plan.Issuer,
        plan.IssuedOn,
        plan.Year,
        plan.Sections,
        [.. plan.Tasks.Select(ToJson)],
        plan.Problems);

    private static TaskForm ToJson(ParsedTask task) => new(
        task.Number,
        task.Sequence,
        task.General,
        task.Text,
        task.Attribution,
        [.. Names(task, AssignmentRole.Lead), .. Names(task, AssignmentRole.JointLead)],
        task.Assignments.Any(assignment => assignment.Role == AssignmentRole.JointLead),
        [.. Names(task, AssignmentRole.Responsible)],
        [.. Names(task, AssignmentRole.Cooperating)],
        [
            .. task.Deadlines.Select(deadline => new DeadlineForm(
                deadline.Phrase, deadline.Kind, deadline.Value, deadline.Period, deadline.MinCount, deadline.Date, deadline.Event)
            {
                WorkingDaysAfterPeriod = deadline.WorkingDaysAfterPeriod,
                DayOfNextMonth = deadline.DayOfNextMonth,
            }),
        ]);

    private static IEnumerable<string> Names(ParsedTask task, AssignmentRole role) =>
        task.Assignments.Where(assignment => assignment.Role == role).Select(assignment => assignment.Name);

    private static ParsedPlan FromJson(PlanForm form) => new(
        form.Title,
        form.DocumentNumber,
        form.Issuer,
        form.IssuedOn,
        form.Year,
        form.Sections,
        [.. form.Tasks.Select(task => FromJson(task, form.Year))],
        form.Problems,
        Segments: []);

    private static ParsedTask FromJson(TaskForm form, int? year)
    {
        var ordinals = form.Number.Split('.').Select(level => int.Parse(level, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new ParsedTask(
            ordinals[0],
            ordinals[1],
            ordinals[2],
            form.Sequence,
            form.General,
            form.Text,
            form.Attribution,
            [
                .. Assignments(form.Lead, form.JointLead ? AssignmentRole.JointLead : AssignmentRole.Lead),
                .. Assignments(form.Responsible, AssignmentRole.Responsible),
                .. Assignments(form.Cooperating, AssignmentRole.Cooperating),
            ],
            PhrasePlaces.InText(form.Text, year, [.. form.Deadlines.Select(FromJson)]),
            Place: null);
    }

    private static IEnumerable<ParsedAssignment> Assignments(IReadOnlyList<string> names, AssignmentRole role) =>
        names.Select((name, index) => new ParsedAssignment(name, role, index + 1));

    private static ParsedDeadline FromJson(DeadlineForm form) =>
        new(form.Phrase, form.Kind, form.Value, form.Period, form.MinCount, form.Date, form.Event, TextOffset: -1, Place: null)
        {
            WorkingDaysAfterPeriod = form.WorkingDaysAfterPeriod,
            DayOfNextMonth = form.DayOfNextMonth,
        };

    [GeneratedRegex(@"\A[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}\z", Patterns.Options, Patterns.Timeout)]
    private static partial Regex TaskNumber();

    private sealed record PlanForm(
        string? Title,
        string? DocumentNumber,
        string? Issuer,
        DateOnly? IssuedOn,
        int? Year,
        IReadOnlyList<ParsedSection> Sections,
        IReadOnlyList<TaskForm> Tasks,
        IReadOnlyList<ParseProblem> Problems);

    private sealed record TaskForm(
        string Number,
        int Sequence,
        bool General,
        string Text,
        string? Attribution,
        IReadOnlyList<string> Lead,
        bool JointLead,
        IReadOnlyList<string> Responsible,
        IReadOnlyList<string> Cooperating,
        IReadOnlyList<DeadlineForm> Deadlines);

    private sealed record DeadlineForm(
        string Phrase,
        DeadlineRuleKind Kind,
        decimal? Value,
        PeriodUnit? Period,
        int? MinCount,
        DateOnly? Date,
        string? Event)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? WorkingDaysAfterPeriod { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? DayOfNextMonth { get; init; }
    }
}
