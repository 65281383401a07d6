using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Data.Seeding;

/// <summary>Writes one agency's sample history. Which agency is diligent and which is not follows from its code, the same everywhere.</summary>
internal sealed class SampleAuthor
{
    private const double LateShareOfFailures = 0.6;
    private const double DoneEarlyShare = 0.25;

    private readonly Agency _agency;
    private readonly DateOnly _today;
    private readonly WorkingDayCalendar _calendar;
    private readonly PlanFacts _plan;
    private readonly SampleDice _dice;
    private readonly double _diligence;
    private int _page;
    private int _changes;

    public SampleAuthor(Agency agency, DateOnly today, WorkingDayCalendar calendar, PlanFacts plan)
    {
        _agency = agency;
        _today = today;
        _calendar = calendar;
        _plan = plan;
        _dice = new SampleDice(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes("2016/" + agency.Code))));
        _diligence = 0.86 + (0.12 * _dice.Share());
    }

    /// <summary>The agency's triggers, each of a kind that a rule of its tasks waits for.</summary>
    public IEnumerable<TriggerEvent> Triggers(IReadOnlyList<Obligations.TriggeredRule> rules)
    {
        var kinds = rules.Select(rule => rule.Rule.Event!.Value).Distinct().Order();
        foreach (var kind in kinds)
        {
            var triggers = kind switch
            {
                TriggerKind.PenaltyDecision => Many(kind, 10 + _dice.Below(6), SampleWords.PenaltyCases, SampleWords.PenaltyTitle),
                TriggerKind.MeetingDecision => Many(kind, 2 + _dice.Below(3), SampleWords.Meetings, SampleWords.MeetingTitle),
                TriggerKind.PolicyDocument => Many(kind, 2 + _dice.Below(3), SampleWords.Documents, SampleWords.DocumentTitle),
                TriggerKind.Emergency => Many(kind, _dice.Chance(0.15) ? 1 : 0, SampleWords.Emergencies, SampleWords.EmergencyTitle),
                _ => rules.Where(rule => rule.Rule.Event == kind).DistinctBy(rule => rule.TaskId).Take(6)
                    .SelectMany(rule => Many(kind, 1 + _dice.Below(2), [_plan.Rules[rule.RuleId].Subject], SampleWords.ChangeTitle, rule.TaskId)),
            };
            foreach (var trigger in triggers)
            {
                yield return trigger;
            }
        }
    }

    /// <summary>What the agency published for what it owes: in time, late, early, or not at all.</summary>
    public IEnumerable<(Disclosure Disclosure, Fulfilment Fulfilment)> Disclosures(
        IEnumerable<Obligation> owed, IReadOnlyDictionary<Guid, TriggerEvent> triggers)
    {
        foreach (var obligation in owed)
        {
            var subject = obligation.TriggerId is { } trigger
                ? SampleWords.TriggeredTitle(triggers[trigger].Title)
                : SampleWords.PeriodTitle(_plan.Rules[obligation.RuleId].Subject, obligation.OccurrenceKey);
            foreach (var day in PublicationDays(obligation))
            {
                yield return Publish(obligation, day, subject);
            }
        }
    }

    private IEnumerable<TriggerEvent> Many(
        TriggerKind kind, int count, IReadOnlyList<string> subjects, Func<Agency, string, int, string> title, Guid? taskId = null)
    {
        var first = _plan.IssuedOn.AddDays(16);
        if (_today.AddDays(-2) < first)
        {
            // Nothing has happened yet.
            yield break;
        }

        for (var number = 1; number <= count; number++)
        {
            // Spread over the months, so that some are long past and some run out this week.
            var span = _today.AddDays(-2).DayNumber - first.DayNumber;
            var day = first.AddDays((span * number / count) - _dice.Below(Math.Max(1, span / count / 2)));
            day = _calendar.NextWorkingDayOnOrAfter(day);
            var happened = kind == TriggerKind.Emergency ? BeijingTime.At(day, new TimeOnly(6 + _dice.Below(14), _dice.Below(60))) : BeijingTime.StartOf(day);
            // Changes of several tasks share one run of numbers.
            var serial = taskId is null ? number : ++_changes;
            yield return new TriggerEvent
            {
                AgencyId = _agency.Id,
                Kind = kind,
                TaskId = taskId,
                Reference = SampleWords.Reference(kind, _agency, serial),
                Title = title(_agency, subjects[_dice.Below(subjects.Count)], serial),
                OccurredAt = happened,
                RecordedAt = NotAfterYesterday(happened.AddHours(10)),
                RecordedByName = _agency.ShortName + "经办人",
                IsSample = true,
            };
        }
    }

    private List<DateOnly> PublicationDays(Obligation obligation)
    {
        var due = BeijingTime.DateOf(obligation.OriginalDueAt.AddTicks(-1));
        var first = obligation.WindowStart > _plan.IssuedOn ? obligation.WindowStart : _plan.IssuedOn;
        var last = _today.AddDays(-1);
        if (first > last)
        {
            return [];
        }

        if (due > last)
        {
            return _dice.Chance(DoneEarlyShare) ? Between(first, last, obligation.RequiredCount) : [];
        }

        if (_dice.Chance(_diligence))
        {
            return Between(first, due, obligation.RequiredCount);
        }

        var complete = _dice.Chance(LateShareOfFailures);
        var days = Between(first, due, obligation.RequiredCount - 1);
        var late = _calendar.AddWorkingDays(due, 1 + _dice.Below(6));
        if (complete && late <= last)
        {
            days.Add(late);
        }

        return days;
    }

    private List<DateOnly> Between(DateOnly first, DateOnly last, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => first.AddDays(_dice.Below(last.DayNumber - first.DayNumber + 1))).Order()];

    private (Disclosure Disclosure, Fulfilment Fulfilment) Publish(Obligation obligation, DateOnly day, string title)
    {
        var inHours = _plan.Rules[obligation.RuleId].Rule.Kind == DeadlineRuleKind.HoursAfterEvent;
        var published = inHours
            ? NotAfterYesterday(day <= obligation.WindowEnd ? obligation.OriginalDueAt.AddHours(-1 - _dice.Below(12)) : BeijingTime.At(day, new TimeOnly(10, 0)))
            : BeijingTime.EndOf(day).AddMicroseconds(-1);
        var logged = NotAfterYesterday(BeijingTime.At(day, new TimeOnly(9, 0)).AddMinutes(_dice.Below(60 * 32)));
        // What is logged is out already, and was known to be owed.
        logged = inHours && logged <= published ? published.AddMinutes(20) : logged;
        logged = logged > obligation.RecordedAt ? logged : obligation.RecordedAt.AddMinutes(1);
        _page++;
        var disclosure = new Disclosure
        {
            AgencyId = _agency.Id,
            RequestKey = Guid.CreateVersion7(),
            Title = title,
            Address = string.Create(CultureInfo.InvariantCulture, $"https://{_agency.Code}.example/xxgk/{day:yyyyMM}/{day:yyyyMMdd}_{_page:0000}.html"),
            Channel = _dice.Chance(0.8) ? DisclosureChannel.AgencyWebsite : DisclosureChannel.CityPortal,
            PublishedAt = published,
            HasTime = inHours,
            LoggedAt = logged,
            LoggedByName = _agency.ShortName + "经办人",
            IsSample = true,
        };
        return (disclosure, new Fulfilment
        {
            AgencyId = _agency.Id,
            ObligationId = obligation.Id,
            DisclosureId = disclosure.Id,
            ValidFrom = logged,
            PublishedAt = published,
            ReportedValue = obligation.Target is { } target ? target + (_dice.Chance(_diligence) ? _dice.Below(40) : -1 - _dice.Below(3)) : null,
        });
    }

    // Nothing of the sample may lie after the portal's own morning.
    private DateTimeOffset NotAfterYesterday(DateTimeOffset instant)
    {
        var latest = BeijingTime.StartOf(_today).AddMinutes(-1);
        return instant < latest ? instant : latest;
    }
}
