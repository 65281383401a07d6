using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Domain.Supervision;

namespace GovDisclosure.Data.Seeding;

/// <summary>Who asks what, who is reminded of what, and what is answered: decided by an agency's place in the list, the same everywhere.</summary>
internal sealed class SampleActPlan(WorkingDayCalendar calendar, DateOnly today)
{
    private const string Message = "经核查，下列应公开事项已超过规定期限，尚未登记公开情况。请抓紧办理，并在规定日期前答复办理进展和预计完成时间。";

    // How the first request of each agency in the list ends; the second row is for its exemption, where it asks for one.
    private static readonly RequestState[] Extensions =
    [
        RequestState.Pending, RequestState.Granted, RequestState.GrantedOtherwise, RequestState.Refused, RequestState.Withdrawn,
        RequestState.Pending, RequestState.Granted, RequestState.Pending, RequestState.Granted, RequestState.Refused,
    ];

    private static readonly RequestState?[] Exemptions =
        [null, RequestState.Granted, RequestState.Pending, null, RequestState.Refused, null, null, RequestState.Pending, null, null];

    /// <summary>The codes of the agencies that have such dealings with the office.</summary>
    public static IReadOnlyList<string> Agencies { get; } =
        ["gongshang", "zhichan", "huanbao", "anjian", "caizheng", "dongcheng", "xicheng", "renshe", "jiaowei", "minzheng", "chaoyang", "haidian"];

    public IReadOnlyList<DutyRequest> Requests(Agency agency, int position, IEnumerable<NamedDuty> unfinished)
    {
        // Due after the notice period, and owed since the plan was issued.
        var later = unfinished.Where(duty => duty.TriggerTitle is null && BeijingTime.DateOf(duty.DueAt) > calendar.AddWorkingDays(today, 4)).Take(2).ToList();
        var requests = new List<DutyRequest>();
        if (later.Count > 0 && position < Extensions.Length)
        {
            requests.Add(New(agency, position, later[0], DutyRequestKind.Extension, Extensions[position] == RequestState.Withdrawn));
        }

        if (later.Count > 1 && position < Exemptions.Length && Exemptions[position] is not null)
        {
            requests.Add(New(agency, position, later[1], DutyRequestKind.Exemption, isWithdrawn: false));
        }

        // A clock that an event started: the first two agencies ask for more days, and that days do not count while third parties are asked.
        var triggered = unfinished.Where(duty => position < 2 && duty.TriggerTitle is not null && BeijingTime.DateOf(duty.DueAt) > calendar.AddWorkingDays(today, 4)).Take(2).ToList();
        if (triggered.Count > 0)
        {
            requests.Add(Extended(agency, position, triggered[0]));
        }

        if (triggered.Count > 1)
        {
            requests.Add(Paused(agency, position, triggered[1]));
        }

        return requests;
    }

    public RequestDecision? Decision(DutyRequest request, int position, string officeName)
    {
        var state = request switch
        {
            // What adds to a clock is granted; the first agency's pause still waits.
            { ExtendBy: not null } => RequestState.Granted,
            { Kind: DutyRequestKind.Pause } => position == 0 ? RequestState.Pending : RequestState.Granted,
            { Kind: DutyRequestKind.Extension } => Extensions[position],
            _ => Exemptions[position],
        };
        if (state is not (RequestState.Granted or RequestState.GrantedOtherwise or RequestState.Refused))
        {
            return null;
        }

        return new RequestDecision
        {
            AgencyId = request.AgencyId,
            RequestId = request.Id,
            Granted = state != RequestState.Refused,
            DueOn = state == RequestState.GrantedOtherwise ? calendar.AddWorkingDays(request.DueOn!.Value, -5) : state == RequestState.Granted ? request.DueOn : null,
            ExtendBy = state == RequestState.Granted ? request.ExtendBy : null,
            Note = state switch
            {
                RequestState.Refused => "理由不充分，已有条件按期公开，请按原定期限办理。",
                RequestState.GrantedOtherwise => "同意延期，但请提前五个工作日完成。",
                _ => null,
            },
            DecidedAt = request.AskedAt.AddHours(26),
            DecidedByName = officeName,
        };
    }

    public IEnumerable<(SupervisionNotice Notice, IReadOnlyList<SupervisionItem> Items)> Notices(
        IReadOnlyList<Agency> agencies, ILookup<Guid, NamedDuty> unfinished, string officeName)
    {
        var number = 0;
        foreach (var batch in agencies.Select((agency, position) => (Agency: agency, SentOn: SentOn(position))).GroupBy(pair => pair.SentOn).OrderBy(group => group.Key))
        {
            var batchId = Guid.CreateVersion7();
            var sentAt = BeijingTime.At(batch.Key, new TimeOnly(15, 20));
            foreach (var (agency, _) in batch)
            {
                var late = unfinished[agency.Id].Where(duty => duty.DueAt <= sentAt).Take(3).ToList();
                if (late.Count == 0)
                {
                    continue;
                }

                var notice = new SupervisionNotice
                {
                    AgencyId = agency.Id,
                    Id = Guid.CreateVersion7(sentAt.AddMilliseconds(number)),
                    BatchId = batchId,
                    Year = batch.Key.Year,
                    Number = ++number,
                    Message = Message,
                    ReplyBy = calendar.AddWorkingDays(batch.Key, NoticeRules.UsualReplyWorkingDays),
                    SentAt = sentAt,
                    SentByName = officeName,
                    IsSample = true,
                };
                yield return (notice, [.. late.Select(duty => new SupervisionItem { AgencyId = agency.Id, NoticeId = notice.Id, ObligationId = duty.Id })]);
            }
        }
    }

    /// <summary>What the agency answered: some in time, some late, some not yet.</summary>
    public SupervisionReply? Reply(SupervisionNotice notice, Agency agency, int position)
    {
        DateOnly? day = (position % 4) switch
        {
            1 => calendar.AddWorkingDays(BeijingTime.DateOf(notice.SentAt), 1),
            2 => calendar.AddWorkingDays(notice.ReplyBy, 1),
            _ => null,
        };
        return day is not { } on || on >= today ? null : new SupervisionReply
        {
            AgencyId = agency.Id,
            RequestKey = Guid.CreateVersion7(),
            NoticeId = notice.Id,
            Text = "已责成承办处室抓紧办理，材料正在进行保密审查，审查完成后即在网站公开。",
            ExpectedOn = calendar.AddWorkingDays(today, 2),
            RepliedAt = BeijingTime.At(on, new TimeOnly(10, 5)),
            RepliedByName = agency.ShortName + "经办人",
        };
    }

    // The first and every fourth are reminded yesterday, the others earlier.
    private DateOnly SentOn(int position) => calendar.AddWorkingDays(today, (position % 4) switch { 0 => -1, 3 => -6, _ => -8 });

    private DutyRequest Extended(Agency agency, int position, NamedDuty duty) => Clocked(agency, position, duty, DutyRequestKind.Extension,
        "情况复杂，部分内容须待行政复议决定后才能确定，申请延长公开期限。", extendBy: 10);

    private DutyRequest Paused(Agency agency, int position, NamedDuty duty) => Clocked(agency, position, duty, DutyRequestKind.Pause,
        "内容涉及第三方商业秘密，申请将征求第三方意见所需时间不计入期限。", stopFrom: calendar.AddWorkingDays(today, -2), stopTo: calendar.AddWorkingDays(today, 2));

    private DutyRequest Clocked(
        Agency agency, int position, NamedDuty duty, DutyRequestKind kind, string reason, int? extendBy = null, DateOnly? stopFrom = null, DateOnly? stopTo = null) => new()
        {
            AgencyId = agency.Id,
            RequestKey = Guid.CreateVersion7(),
            ObligationId = duty.Id,
            Kind = kind,
            Reason = reason,
            ExtendBy = extendBy,
            StopFrom = stopFrom,
            StopTo = stopTo,
            AskedAt = BeijingTime.At(calendar.AddWorkingDays(today, -2), new TimeOnly(14, 30 + position)),
            AskedByName = agency.ShortName + "经办人",
            IsSample = true,
        };

    private DutyRequest New(Agency agency, int position, NamedDuty duty, DutyRequestKind kind, bool isWithdrawn)
    {
        var askedAt = BeijingTime.At(calendar.AddWorkingDays(today, -3 - (position % 3)), new TimeOnly(9, 30 + position));
        var isExtension = kind == DutyRequestKind.Extension;
        return new DutyRequest
        {
            AgencyId = agency.Id,
            RequestKey = Guid.CreateVersion7(),
            ObligationId = duty.Id,
            Kind = kind,
            Ground = isExtension ? null : (ExemptionGround)(1 + (position % 4)),
            Reason = isExtension ? "相关数据须经市级部门会审，预计不能在原定期限内完成审查，申请延期公开。" : "本期内容经保密审查认定不宜公开，申请不予公开。",
            DueOn = isExtension ? calendar.AddWorkingDays(BeijingTime.DateOf(duty.DueAt.AddTicks(-1)), 15) : null,
            AskedAt = askedAt,
            AskedByName = agency.ShortName + "经办人",
            WithdrawnAt = isWithdrawn ? askedAt.AddHours(3) : null,
            IsSample = true,
        };
    }
}
