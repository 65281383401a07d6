using System.Globalization;
using System.Text.Json;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Audit;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin.Audit;

/// <summary>One value of an entry, or its old and its new one.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Old">Before; <see langword="null"/> where nothing was changed.</param>
/// <param name="New">After, or the value.</param>
/// <param name="IsChange">Whether both are shown.</param>
public sealed record AuditDetail(string Label, string? Old, string New, bool IsChange);

/// <summary>One entry in words.</summary>
/// <param name="Line">The entry.</param>
/// <param name="Agency">The agency that it concerns.</param>
/// <param name="Action">What was done.</param>
/// <param name="Details">With which values; <see langword="null"/> where they are an agency's own.</param>
public sealed record AuditRow(AuditLine Line, AgencyName? Agency, string Action, IReadOnlyList<AuditDetail>? Details);

/// <summary>Puts the audit trail into words.</summary>
public sealed class AuditWords(AgencyRegisterQueries agencies, IStringLocalizer<AuditText> text, IStringLocalizer<SharedText> shared, PortalFormat format)
{
    private const string Unknown = "—";

    // Of an agency's own acts only the kind of act is told; a feature that adds one adds its words.
    private static readonly string[] OwnActs =
    [
        "disclosure.logged", "disclosure.withdrawn", "disclosure.accepted", "disclosure.returned",
        "case.registered", "case.edited", "case.published", "case.taken_down", "case.cancelled",
        "case.exemption_asked", "case.exemption_approved", "case.exemption_refused", "cases.registered",
        "event.registered", "event.cancelled",
        "calendar.loaded", "calendar.undone",
        "notice.sent", "notice.answered",
        "request.asked", "request.decided", "request.taken_back", "request.revoked", "plan.drafted", "plan.revised", "plan.draft_discarded", "plan.published", "plan.narrowed",
        "succession.handed_over", "succession.taken_over",
        "part.passed", "part.received", "part.released", "part.roll_up_changed", "part.taken_back",
        AuditActions.ListExported,
    ];

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "Task", "Members", "Ended", "Reopened", "Note", "Alias", "Predecessor", "Successor", "EffectiveFrom", "Predecessors", "Duties", "Triggers", "Cases", "Requests", "Code", "ShortName", "FullName", "EnglishName", "Kind", "ToConfirm", "ValidFrom", "ValidTo", "GroupsLeft", "Group", "Phrase", "Agency", "DueSoonWorkingDays",
        "GreenPercent", "AmberPercent", "Word", "Value", "Period", "Basis", "Cancelled", "Made", "Format", "Rows", "Person", "Action", "From", "To", "Words",
        "UserName", "DisplayName", "Roles", "SessionsEnded", "HadPassword", "Method", "Path",
    };

    /// <summary>The acts to filter by, in groups: each group can be asked for as a whole.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<string> Actions)> Groups { get; } =
    [
        .. AuditActions.Administrative.Concat(AccountActions.All).Concat(OwnActs)
            .GroupBy(action => action[..(action.IndexOf('.', StringComparison.Ordinal) + 1)])
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group])),
    ];

    private static readonly HashSet<string> KnownActions = [.. Groups.SelectMany(group => group.Actions)];

    /// <summary>Whether something can be filtered by.</summary>
    public static bool IsKnown(string action) => KnownActions.Contains(action) || Groups.Any(group => group.Group == action);

    /// <summary>登录; signed in: an act, or its bare name where nobody has put it into words yet.</summary>
    public string Action(string action) => KnownActions.Contains(action) ? text[$"Action.{action}"] : action;

    /// <summary>账号: a group of acts.</summary>
    public string Group(string group) => text[$"Group.{group.TrimEnd('.')}"];

    /// <summary>Entries with the names of their agencies.</summary>
    public async Task<IReadOnlyList<AuditRow>> RowsAsync(IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken)
    {
        var names = await agencies.NamesAsync(lines.Select(line => line.AgencyId).OfType<Guid>(), cancellationToken);
        return [.. lines.Select(line => new AuditRow(
            line, line.AgencyId is { } id ? names.GetValueOrDefault(id) : null, Action(line.Action), line.Details is null ? null : Details(line.Details)))];
    }

    /// <summary>The values of an entry in one line, as an export holds them.</summary>
    public string OneLine(AuditRow row) => row.Details is null
        ? text["Own"]
        : string.Join(format.IsChinese ? "；" : "; ", row.Details.Select(detail =>
            $"{detail.Label}{(format.IsChinese ? "：" : ": ")}{(detail.IsChange ? $"{detail.Old} → {detail.New}" : detail.New)}"));

    private IReadOnlyList<AuditDetail> Details(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind != JsonValueKind.Object
            ? []
            : [.. document.RootElement.EnumerateObject().Select(Detail).OfType<AuditDetail>()];
    }

    private AuditDetail? Detail(JsonProperty property)
    {
        var (name, value) = (property.Name, property.Value);
        var label = Fields.Contains(name) ? text[$"Field.{name}"].Value : name;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("New", out var next))
        {
            return new AuditDetail(label, value.TryGetProperty("Old", out var old) ? Show(name, old) : Unknown, Show(name, next), IsChange: true);
        }

        // An identity tells a reader nothing; the names stand beside it.
        return value.ValueKind is JsonValueKind.Null or JsonValueKind.Object || name.EndsWith("Id", StringComparison.Ordinal)
            ? null
            : new AuditDetail(label, null, Show(name, value), IsChange: false);
    }

    private string Show(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => text["Yes"],
        JsonValueKind.False => text["No"],
        JsonValueKind.Number => value.GetDecimal().ToString("0.####", CultureInfo.InvariantCulture),
        JsonValueKind.Array => format.List(value.EnumerateArray().Select(item => Show(name, item))),
        JsonValueKind.String => ShowText(name, value.GetString() ?? ""),
        _ => Unknown,
    };

    private string ShowText(string name, string value) => name switch
    {
        "Roles" when PersonRole.All.Contains(value) => shared[$"Role.{value}"],
        "Kind" or "Period" => text[$"Word.{value}"],
        "Action" => KnownActions.Contains(value) ? Action(value) : value,
        _ => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? format.DayWithYear(day) : value,
    };
}
