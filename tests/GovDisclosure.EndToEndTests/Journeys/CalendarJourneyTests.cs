using System.Globalization;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>
/// The office loads a notice of days off and undoes it. The days lie in 2026, where no duty of the samples does, so that only the
/// journey's own duties move while other tests go on.
/// </summary>
public sealed class CalendarJourneyTests(Stage stage)
{
    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 8)]
    public async Task Office_LoadsANoticeByHand_ExactlyTheRightDeadlinesMoveAndComeBack(bool javaScript, int month)
    {
        var agency = await TestAgency.CreateAsync(stage.Server);
        var office = await TestAgency.CreateOfficeAsync(stage.Server);
        var start = new DateOnly(2026, month, 11);
        var calendar = stage.Server.Plan.Calendar;
        // Twenty working days from the 11th run over the notice's days; those of a month before are over by then.
        var moving = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(start));
        var still = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(start.AddDays(-35)));
        var off = calendar.AddWorkingDays(start, 3);
        await stage.VisitAsync(new Visit { JavaScript = javaScript }, async visitor =>
        {
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync("/office/calendar/enter");
            await visitor.FillAsync("#Input_Number", "国测发〔2026〕" + Guid.NewGuid().ToString("N")[..6] + "号");
            await visitor.FillAsync("#Input_Year", "2026");
            await visitor.FillAsync("#Input_IssuedOn", "2016-10-10");
            await visitor.FillAsync("[name='Rows[0].Date']", off.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await visitor.FillAsync("[name='Rows[0].Name']", "测试节");
            await visitor.ClickAsync(CalendarDesk.Button);
            await Expect(visitor.Page.Locator("#moves")).ToContainTextAsync(moving.Count.ToString(CultureInfo.InvariantCulture));
            await visitor.AgreeAsync(".notification.success");
            await Expect(visitor.Page.Locator(".notification.success")).ToBeVisibleAsync();
            foreach (var duty in moving)
            {
                Assert.Equal(calendar.AddWorkingDays(new Due(duty.OriginalDueAt, IsProvisional: false).DueOn, 1), await DueOnAsync(agency, duty.Id));
            }

            foreach (var duty in still)
            {
                Assert.Equal(new Due(duty.OriginalDueAt, IsProvisional: false).DueOn, await DueOnAsync(agency, duty.Id));
            }

            await visitor.ClickAsync("a[href$='/undo']");
            await visitor.AgreeAsync(".tag.void");
            await Expect(visitor.Page.Locator(".tag.void").First).ToBeVisibleAsync();
            foreach (var duty in moving.Concat(still))
            {
                Assert.Equal(new Due(duty.OriginalDueAt, IsProvisional: false).DueOn, await DueOnAsync(agency, duty.Id));
            }
        });
    }

    private static async Task<DateOnly> DueOnAsync(TestAgency agency, Guid duty)
    {
        await using var db = agency.Open();
        var dueAt = db.ObligationStandings.Where(row => row.ObligationId == duty && row.ValidTo == null).Select(row => row.DueAt).Single();
        return new Due(dueAt, IsProvisional: false).DueOn;
    }
}
