using System.Security.Cryptography;
using System.Text;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Data.Seeding;

/// <summary>
/// Makes penalty cases of an agency's sample triggers, and some more, one in each state that a case can be in: published on the
/// twentieth day and one day late, exempt as a whole and in part, waiting, refused, changed after review, taken down.
/// </summary>
internal sealed class SampleCases(
    Agency agency, DateOnly issuedOn, DateOnly today, WorkingDayCalendar calendar, IReadOnlyList<TriggeredRule> rules)
{
    private const int LastDay = 20;

    // The oldest decision lies 66 working days back; none may be older than the plan.
    private const int LongestStory = 66;
    private static readonly Guid Asker = new("5a3b1e00-0000-4000-8000-000000000001");
    private static readonly Guid Decider = new("5a3b1e00-0000-4000-8000-000000000002");

    private readonly List<TriggeredRule> _rules = [.. rules.Where(rule => rule.Rule.Event == TriggerKind.PenaltyDecision)];

    /// <summary>A case for each sample trigger, and the page of each disclosure that was made for it.</summary>
    public IEnumerable<object> ForTriggers(
        IEnumerable<TriggerEvent> triggers, IReadOnlyCollection<Obligation> owed, IReadOnlyCollection<(Disclosure Disclosure, Fulfilment Fulfilment)> disclosed)
    {
        var duties = owed.Where(row => row.TriggerId is not null).ToLookup(row => row.TriggerId!.Value);
        var records = disclosed.ToLookup(pair => pair.Fulfilment.ObligationId, pair => pair.Disclosure);
        var number = 0;
        foreach (var trigger in triggers.Where(trigger => trigger.Kind == TriggerKind.PenaltyDecision))
        {
            var duty = duties[trigger.Id].MinBy(row => (row.OriginalDueAt, row.Id))!;
            var made = CaseOf(trigger, duty.Id, number++);
            yield return made;
            if (records[duty.Id].MinBy(row => row.PublishedAt) is { } disclosure)
            {
                yield return PublishedCopies.Make(made, CaseCopy.Of(CaseFacts.DraftOf(made, trigger), null, null), disclosure, Guid.CreateVersion7(), disclosure.Address);
            }
        }
    }

    /// <summary>The further cases, each in a state of its own.</summary>
    public IEnumerable<object> InEachState()
    {
        if (_rules.Count == 0 || calendar.AddWorkingDays(issuedOn, LongestStory) > today)
        {
            yield break;
        }

        var onTheDay = Decided(1, 26);
        var late = Decided(2, 30);
        var whole = Decided(3, 12);
        var part = Decided(4, 24);
        var waiting = Decided(5, 9);
        var refused = Decided(6, 14);
        var first = Decided(7, 58);
        var changed = Decided(8, 15, first.Case.Id);
        var down = Decided(9, LongestStory);
        var cancelled = Decided(10, 8);
        Published(onTheDay, LastDay);
        Published(late, LastDay + 1);
        Exempt(whole, ExemptionScope.Whole, ExemptionGround.TradeSecret, "决定书通篇涉及当事人尚未公开的配方和工艺，去除后无法说明案情。", approved: true, null);
        Exempt(part, ExemptionScope.Part, ExemptionGround.TradeSecret, "违法事实中载明的进货渠道和客户名单属于商业秘密。", approved: true, null);
        Published(part, 16, draft => PartWords.Of(draft) with { Facts = "销售侵犯注册商标专用权的商品，涉及的进货渠道和客户名单不予公开。" }, ExemptionGround.TradeSecret);
        Exempt(waiting, ExemptionScope.Part, ExemptionGround.Privacy, "事实部分载有举报人的住址，不宜公开。", approved: null, null);
        Exempt(refused, ExemptionScope.Whole, ExemptionGround.PublicSecurity, "当事人请求不公开。", approved: false, "请求不是法定理由，请按期公开。");
        Published(first, 12);
        Published(changed, 9);
        TakeDown(Published(down, 15), "决定被人民法院判决撤销，按规定撤回。");
        Cancel(cancelled, "文号登记错误，重新登记。");
        foreach (var row in _made)
        {
            yield return row;
        }
    }

    private readonly List<object> _made = [];

    private (PenaltyCase Case, TriggerEvent Trigger, List<MadeDuty> Duties) Decided(int number, int workingDaysAgo, Guid? corrects = null)
    {
        var day = today;
        for (var left = workingDaysAgo; left > 0; left -= calendar.IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(-1);
        }

        var subject = SampleWords.PenaltyCases[number % SampleWords.PenaltyCases.Count];
        var trigger = new TriggerEvent
        {
            AgencyId = agency.Id,
            Kind = TriggerKind.PenaltyDecision,
            Reference = SampleWords.CaseReference(agency, number),
            Title = SampleWords.CaseTitle(number, subject) + (corrects is null ? "" : "（变更决定）"),
            OccurredAt = BeijingTime.StartOf(day),
            RecordedAt = BeijingTime.At(day, new TimeOnly(10, 0)),
            RecordedByName = agency.ShortName + "经办人",
            IsSample = true,
        };
        var duties = ObligationMaterialiser.ForTrigger(trigger, _rules, calendar).ToList();
        var made = CaseOf(trigger, duties.MinBy(duty => duty.Obligation.OriginalDueAt)!.Obligation.Id, number, corrects);
        _made.Add(trigger);
        _made.AddRange(duties.SelectMany(duty => (object[])[duty.Obligation, duty.Standing, .. duty.Bases]));
        _made.Add(made);
        return (made, trigger, duties);
    }

    private PenaltyCase CaseOf(TriggerEvent trigger, Guid obligationId, int number, Guid? corrects = null)
    {
        var isPerson = number % 4 == 3;
        return new PenaltyCase
        {
            AgencyId = agency.Id,
            TriggerId = trigger.Id,
            ObligationId = obligationId,
            RequestKey = Guid.CreateVersion7(),
            PartyKind = isPerson ? PartyKind.Person : PartyKind.Organisation,
            PartyName = isPerson ? SampleWords.Person(number) : SampleWords.Company(number),
            RepresentativeName = isPerson ? null : SampleWords.Person(number + 3),
            Facts = SampleWords.CaseFacts(number),
            Kinds = number % 3 == 0 ? [PenaltyKind.Fine, PenaltyKind.Confiscation] : number % 3 == 1 ? [PenaltyKind.Fine] : [PenaltyKind.Confiscation],
            Basis = "《中华人民共和国商标法》第六十条第二款",
            Result = corrects is null ? "没收侵权商品；罚款人民币50000元" : "经复议变更：没收侵权商品；罚款人民币20000元",
            Performance = "自收到行政处罚决定书之日起15日内缴至指定银行",
            DecidingBody = agency.FullName,
            Channel = DisclosureChannel.AgencyWebsite,
            PlatformNumber = number % 2 == 0 ? $"LF2016-{number:0000}" : null,
            PlatformEnteredOn = number % 2 == 0 ? BeijingTime.DateOf(trigger.OccurredAt) : null,
            CorrectsCaseId = corrects,
            CorrectionReason = corrects is null ? null : CorrectionReason.Review,
        };
    }

    private PublishedCase Published(
        (PenaltyCase Case, TriggerEvent Trigger, List<MadeDuty> Duties) of, int workingDay,
        Func<CaseDraft, PartWords>? part = null, ExemptionGround? ground = null)
    {
        var draft = CaseFacts.DraftOf(of.Case, of.Trigger);
        var copy = CaseCopy.Of(draft, part?.Invoke(draft), ground);
        var at = BeijingTime.At(calendar.AddWorkingDays(draft.DecidedOn!.Value, workingDay), new TimeOnly(15, 30));
        // The identity stands in the page's address, which is the same on every machine.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"published/{agency.Code}/{draft.Reference}")).AsSpan(0, 16));
        var disclosure = new Disclosure
        {
            AgencyId = agency.Id,
            RequestKey = Guid.CreateVersion7(),
            Title = copy.Title,
            Address = "http://localhost:5080" + CasePublicationService.PathOf(id),
            Channel = DisclosureChannel.AgencyWebsite,
            PublishedAt = at,
            HasTime = true,
            LoggedAt = at,
            LoggedByName = agency.ShortName + "经办人",
            IsSample = true,
        };
        var published = PublishedCopies.Make(of.Case, copy, disclosure, id, null);
        _made.Add(disclosure);
        _made.AddRange(of.Duties.Select(pair => new Fulfilment
        {
            AgencyId = agency.Id,
            ObligationId = pair.Obligation.Id,
            DisclosureId = disclosure.Id,
            ValidFrom = at,
            PublishedAt = at,
        }));
        _made.Add(published);
        return published;
    }

    private void Exempt(
        (PenaltyCase Case, TriggerEvent Trigger, List<MadeDuty> Duties) of,
        ExemptionScope scope, ExemptionGround ground, string reason, bool? approved, string? note)
    {
        var asked = of.Trigger.RecordedAt.AddDays(1);
        var decided = approved is null ? (DateTimeOffset?)null : asked.AddHours(6);
        _made.Add(new CaseExemption
        {
            AgencyId = agency.Id,
            CaseId = of.Case.Id,
            Scope = scope,
            Ground = ground,
            Reason = reason,
            AskedAt = asked,
            AskedById = Asker,
            AskedByName = agency.ShortName + "经办人",
            DecidedAt = decided,
            DecidedById = approved is null ? null : Decider,
            DecidedByName = approved is null ? null : agency.ShortName + "分管负责人",
            Approved = approved,
            DecisionNote = note,
            IsSample = true,
        });
        if (approved is true && scope == ExemptionScope.Whole)
        {
            Change(of.Duties, decided!.Value, ObligationDisposition.Exempt, StandingReason.Exempted, reason);
        }
    }

    private void TakeDown(PublishedCase published, string reason)
    {
        published.TakenDownAt = BeijingTime.At(today.AddDays(-6), new TimeOnly(11, 0));
        published.TakenDownByName = agency.ShortName + "经办人";
        published.TakenDownReason = reason;
    }

    private void Cancel((PenaltyCase Case, TriggerEvent Trigger, List<MadeDuty> Duties) of, string reason)
    {
        of.Trigger.CancelledAt = of.Trigger.RecordedAt.AddHours(3);
        of.Trigger.CancelledByName = agency.ShortName + "经办人";
        of.Trigger.CancelledReason = reason;
        Change(of.Duties, of.Trigger.CancelledAt.Value, ObligationDisposition.Cancelled, StandingReason.Cancelled, reason);
    }

    private void Change(
        List<MadeDuty> duties, DateTimeOffset at, ObligationDisposition disposition, StandingReason reason, string note)
    {
        foreach (var standing in duties.Select(duty => duty.Standing))
        {
            standing.ValidTo = at;
            _made.Add(new ObligationStanding
            {
                AgencyId = agency.Id,
                ObligationId = standing.ObligationId,
                ValidFrom = at,
                DueAt = standing.DueAt,
                Disposition = disposition,
                Reason = reason,
                Note = note,
                ActorName = agency.ShortName + (disposition == ObligationDisposition.Exempt ? "分管负责人" : "经办人"),
            });
        }
    }
}
