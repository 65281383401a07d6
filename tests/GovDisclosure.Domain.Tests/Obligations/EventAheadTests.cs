using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Tests.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Obligations;

/// <summary>An event before which something is due is entered while it is still to come.</summary>
public sealed class EventAheadTests
{
    private static readonly DateTimeOffset Now = BeijingTime.At(new DateOnly(2016, 9, 20), new TimeOnly(9, 0));
    private static readonly DateOnly FirstDay = new(2016, 1, 1);
    private static readonly EventDraft Hearing = new(TriggerKind.PolicyDocument, null, "", "听证会", new DateOnly(2016, 10, 20), null);

    [Fact]
    public void Check_EventToCome_OnlyWhereSomethingIsDueBeforeIt()
    {
        Assert.Equal(["OccurredInFuture"], Hearing.Check(Now, FirstDay).Select(violation => violation.Code));
        Assert.Empty(Hearing.Check(Now, FirstDay, mayBeAhead: true));
        Assert.Equal(
            ["OccurredInFuture"],
            (Hearing with { OccurredOn = BeijingTime.DateOf(Now).AddDays(EventDraft.MostDaysAhead + 1) }).Check(Now, FirstDay, mayBeAhead: true).Select(violation => violation.Code));
    }

    [Theory]
    [InlineData("2016-09-20", "2016-09-20", "2016-10-11")] // known in time: the window runs from then
    [InlineData("2016-10-15", "2016-10-11", "2016-10-11")] // known too late: late at once
    public void ForTrigger_SevenWorkingDaysBefore_IsDueBeforeTheEvent(string recordedOn, string windowStart, string due)
    {
        var trigger = new TriggerEvent
        {
            AgencyId = Guid.NewGuid(),
            Kind = TriggerKind.PolicyDocument,
            Reference = "听证1号",
            Title = "听证会",
            OccurredAt = BeijingTime.StartOf(Hearing.OccurredOn!.Value),
            RecordedAt = BeijingTime.StartOf(Date(recordedOn)),
            RecordedByName = "经办人",
        };
        var rule = new TriggeredRule(
            Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Rules.WorkingDaysBefore(7) with { Event = TriggerKind.PolicyDocument }, AssignmentRole.Lead);

        var made = Assert.Single(ObligationMaterialiser.ForTrigger(trigger, [rule], Calendar));

        Assert.Equal(BeijingTime.EndOf(Date(due)), made.Obligation.OriginalDueAt);
        Assert.Equal((Date(windowStart), Date(due)), (made.Obligation.WindowStart, made.Obligation.WindowEnd));
        Assert.Empty(made.Bases);
    }
}
