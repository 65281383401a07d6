using System.Globalization;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Seeding;

/// <summary>The facts that ship with the portal, read from <c>data/</c>: each row says where it stands.</summary>
public static class ReferenceData
{
    /// <summary>The text of the first plan.</summary>
    public const string PlanFile = "data/plans/beijing-2016.txt";

    /// <summary>The agencies of the first plan.</summary>
    public const string AgenciesFile = "data/agencies/agencies-beijing-2016.csv";
    private const string GroupsFile = "data/agencies/agency-groups-beijing-2016.csv";
    private const string SuccessorsFile = "data/agencies/agency-successors.csv";
    private const string AssumedRulesFile = "data/plans/assumed-rules.csv";
    private const string LegalBasesFile = "data/plans/legal-bases.csv";

    /// <summary>The agencies of 2016.</summary>
    public static IReadOnlyList<Agency> ReadAgencies() =>
        [.. DataFile.ReadRows<AgencyRow>(AgenciesFile).Select(line => new Agency
        {
            Code = line.Row.Code,
            ShortName = line.Row.ShortName,
            FullName = line.Row.FullName,
            EnglishName = line.Row.EnglishName,
            Kind = EnumWords.FromWord<AgencyKind>(line.Row.Kind),
            ToConfirm = line.Row.Source == "to_confirm",
            Source = line.Source,
        })];

    /// <summary>The group phrases of the plan with their members, chosen by kind or by name.</summary>
    /// <param name="agencies">The agencies.</param>
    /// <param name="from">The first day of membership.</param>
    /// <exception cref="InvalidDataException">A member is not an agency.</exception>
    public static IReadOnlyList<AgencyGroup> ReadGroups(IReadOnlyList<Agency> agencies, DateOnly from) =>
        [.. DataFile.ReadRows<GroupRow>(GroupsFile).Select(line => new AgencyGroup
        {
            Phrase = line.Row.GroupPhrase,
            EnglishName = line.Row.EnglishName,
            ToConfirm = line.Row.ToConfirm,
            Source = line.Source,
            Members =
            [
                .. line.Row.Members.Split(';').SelectMany(member => Select(agencies, member, line.Source))
                    .Select(agency => new AgencyGroupMember { MemberAgencyId = agency.Id, ValidFrom = from }),
            ],
        })];

    /// <summary>The agencies that took the place of those of 2016, as announced: the months say from when.</summary>
    /// <param name="agencies">The identities of the agencies that the register has, by short name.</param>
    /// <param name="recordedAt">The instant from which they are known.</param>
    public static IReadOnlyList<AgencySuccession> ReadSuccessions(IReadOnlyDictionary<string, Guid> agencies, DateTimeOffset recordedAt) =>
        [.. DataFile.ReadRows<SuccessorRow>(SuccessorsFile).Select(line => new AgencySuccession
        {
            PredecessorName = line.Row.Predecessor,
            PredecessorId = agencies.TryGetValue(line.Row.Predecessor, out var old) ? old : null,
            SuccessorName = line.Row.Successor,
            SuccessorId = agencies.TryGetValue(line.Row.Successor, out var next) ? next : null,
            EffectiveFrom = DateOnly.ParseExact(line.Row.EffectiveFrom + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Note = line.Row.Note,
            Source = line.Source,
            RecordedAt = recordedAt,
        })];

    /// <summary>The first plan as parsed.</summary>
    public static ParsedPlan ReadPlan() => WorkPlanParser.Parse(DataFile.ReadText(PlanFile));

    /// <summary>The defaults for words without a number that hold until an administrator sets others.</summary>
    /// <param name="from">The instant from which they hold.</param>
    public static IReadOnlyList<AssumedRuleDefault> ReadAssumedRules(DateTimeOffset from) =>
        [.. DataFile.ReadRows<AssumedRow>(AssumedRulesFile).Select(line => new AssumedRuleDefault
        {
            Word = line.Row.Word,
            ValidFrom = from,
            Kind = EnumWords.FromWord<DeadlineRuleKind>(line.Row.Kind),
            Value = line.Row.Value,
            Period = Optional<PeriodUnit>(line.Row.Period),
            Event = Optional<TriggerKind>(line.Row.Trigger),
            Basis = line.Row.Basis,
            ActorName = "",
        })];

    /// <summary>How the office takes time phrases where nobody has changed a default.</summary>
    public static TaskRuleBuilder ReadRules() => ReadRules([.. ReadAssumedRules(DateTimeOffset.UnixEpoch).Select(row =>
        new AssumedRule(row.Word, row.Kind, row.Value, row.Period, row.Event, row.Basis))]);

    /// <summary>How the office takes time phrases.</summary>
    /// <param name="assumed">The defaults in force for words without a number.</param>
    public static TaskRuleBuilder ReadRules(IReadOnlyCollection<AssumedRule> assumed) => new(
        assumed,
        [.. DataFile.ReadRows<BasisRow>(LegalBasesFile).Select(line => new LegalBasis(
            EnumWords.FromWord<TriggerKind>(line.Row.Trigger),
            EnumWords.FromWord<DeadlineRuleKind>(line.Row.Kind),
            line.Row.Value,
            line.Row.Basis))]);

    /// <summary>The years that notices cover.</summary>
    public static IReadOnlyList<CalendarYear> ReadCalendarYears() =>
        [.. DataFile.ReadRows<HolidayFile.NoticeRow>(HolidayFile.NoticesResource).Select(line => new CalendarYear
        {
            Year = line.Row.Year,
            Notices = line.Row.Notice,
            Source = line.Source,
        })];

    /// <summary>The days that notices change.</summary>
    public static IReadOnlyList<CalendarEntryRow> ReadCalendarEntries() =>
        [.. DataFile.ReadRows<HolidayFile.DayRow>(HolidayFile.DaysResource).Select(line => new CalendarEntryRow
        {
            Date = line.Row.Date,
            Kind = line.Row.Type == "holiday" ? CalendarDayKind.Holiday : CalendarDayKind.MakeUpWorkday,
            Name = line.Row.Name,
            Notice = line.Row.Notice,
            Source = line.Source,
        })];

    private static IEnumerable<Agency> Select(IReadOnlyList<Agency> agencies, string member, string source)
    {
        const string ByKind = "kind=";
        if (member.StartsWith(ByKind, StringComparison.Ordinal))
        {
            var kind = EnumWords.FromWord<AgencyKind>(member[ByKind.Length..]);
            return agencies.Where(agency => agency.Kind == kind);
        }

        var named = agencies.FirstOrDefault(agency => agency.ShortName == member)
            ?? throw new InvalidDataException($"{source}: {member} is not an agency.");
        return [named];
    }

    private static T? Optional<T>(string word)
        where T : struct, Enum => word.Length == 0 ? null : EnumWords.FromWord<T>(word);

    private sealed record AgencyRow(string Code, string ShortName, string FullName, string Kind, string EnglishName, string Source);

    private sealed record GroupRow(string GroupPhrase, string EnglishName, string Members, bool ToConfirm);

    private sealed record SuccessorRow(string Predecessor, string Successor, string EffectiveFrom, string Note);

    private sealed record AssumedRow(string Word, string Kind, decimal? Value, string Period, string Trigger, string Basis);

    private sealed record BasisRow(string Trigger, string Kind, decimal Value, string Basis);
}
