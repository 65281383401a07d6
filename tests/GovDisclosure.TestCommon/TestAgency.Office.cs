using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Requests;
using GovDisclosure.Data.Reviews;
using GovDisclosure.Data.Supervision;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Domain.Reviews;

namespace GovDisclosure.TestCommon;

/// <content>What an agency does where its person is of the municipal office.</content>
public sealed partial class TestAgency
{
    /// <summary>As the municipal office, reminds agencies of duties; the reminders' identities in the order of their numbers.</summary>
    public async Task<SendResult> RemindAsync(IReadOnlyCollection<Guid> agencies, IReadOnlyCollection<Guid> duties, string message = "请抓紧办理。", Guid? batchId = null)
    {
        await using var db = Open();
        return await new SupervisionService(db, TestClock.Beijing).SendAsync(
            new SendNotices(batchId ?? Guid.NewGuid(), agencies, duties, message, TestClock.Today.AddDays(5)), _server.Plan.Calendar, View, CancellationToken.None);
    }

    /// <summary>As the municipal office, answers a request.</summary>
    public async Task<IReadOnlyList<RuleViolation>> DecideAsync(Guid request, DecisionOutcome outcome, DateOnly? dueOn = null, string note = "")
    {
        await using var db = Open();
        return await new RequestService(db, new CalendarQueries(db, new CalendarCache()), TestClock.Beijing).DecideAsync(request, new DecisionDraft(outcome, dueOn, note), Terms, CancellationToken.None);
    }

    /// <summary>As the municipal office, takes back more time that was granted.</summary>
    public async Task<RuleViolation?> RevokeAsync(Guid request, string reason = "第三方已经答复")
    {
        await using var db = Open();
        return await new RequestService(db, new CalendarQueries(db, new CalendarCache()), TestClock.Beijing).RevokeAsync(request, reason, Terms, CancellationToken.None);
    }

    /// <summary>As the municipal office, accepts or returns a disclosure.</summary>
    public async Task<IReadOnlyList<RuleViolation>> ReviewAsync(Guid disclosure, ReviewOutcome outcome, string reason = "")
    {
        await using var db = Open();
        return await new ReviewService(db, TestClock.Beijing).ReviewAsync(disclosure, outcome, reason, CancellationToken.None);
    }
}
