using GovDisclosure.EndToEndTests.Support;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>The office's calendar. What is loaded on the way names a Sunday off, which moves nothing: the calendar holds for every other stop too.</summary>
internal static class CalendarTour
{
    private const string Year = "/office/calendar";
    private const string Enter = Year + "/enter";
    private const string Load = Year + "/load";
    private const string Office = "office";
    private const string MainButton = "main form[method=post] button";

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new("calendar-year", Year, Office, Year + "?year=2016") { Shows = ".month-grid .worked" },
        new("calendar-year-provisional", Year, Office, Year + "?year=2027") { Shows = ".month-grid" },
        new("calendar-load", Load, Office, Load) { Shows = "#Input_File" },
        new("calendar-load-errors", Load, Office, Load) { Then = visitor => visitor.ClickAsync(MainButton), Shows = ".error-summary" },
        new("calendar-enter", Enter, Office, Enter) { Shows = "#Input_Days" },
        new("calendar-enter-errors", Enter, Office, Enter) { Then = visitor => visitor.ClickAsync(MainButton), Shows = ".error-summary" },
        new("calendar-draft", Year + "/drafts/{id:guid}", Office, Enter) { Then = visitor => PrepareAsync(visitor, "2016-10-26"), Shows = "#moves" },
        new("calendar-undo", Year + "/{id:guid}/undo", Office, Enter) { Then = LoadAsync, Shows = "#moves" },
    ];

    private static async Task PrepareAsync(Visitor visitor, string day)
    {
        await visitor.FillAsync("#Input_Number", "国测发〔2016〕" + Guid.NewGuid().ToString("N")[..6] + "号");
        await visitor.FillAsync("#Input_Year", "2016");
        await visitor.FillAsync("#Input_IssuedOn", "2016-10-10");
        await visitor.FillAsync("[name='Rows[0].Date']", day);
        await visitor.FillAsync("[name='Rows[0].Name']", "测试节");
        await visitor.ClickAsync(MainButton);
    }

    private static async Task LoadAsync(Visitor visitor)
    {
        await PrepareAsync(visitor, "2016-12-04");
        await visitor.AgreeAsync("a[href$='/undo']");
        await visitor.ClickAsync("a[href$='/undo']");
    }
}
