using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.IntegrationTests.Admin;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>The office looks at a year, brings a notice in each way, agrees to its preview and undoes it, over HTTP.</summary>
public sealed class CalendarPageTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Form = "main form[method=post]";
    private const string Year = "/office/calendar?year=2016";
    private const string Load = "/office/calendar/load";
    private const string Enter = "/office/calendar/enter";

    private readonly CalendarPortal _portal = new(own);

    [Fact]
    public async Task Year_ShowsEachDayOffWithItsNotice()
    {
        var office = await OfficeAsync();

        var page = await office.GetAsync(Year);
        var next = await office.GetAsync("/office/calendar?year=2027");

        Assert.Equal(12, page.Document.QuerySelectorAll(".month-grid").Length);
        Assert.Equal("休", page.Find("td.holiday:has(time[datetime='2016-10-03']) b").TextContent);
        Assert.Equal("班", page.Find("td.worked:has(time[datetime='2016-10-08']) b").TextContent);
        Assert.Contains("国办发明电〔2015〕18号", page.Body, StringComparison.Ordinal);
        Assert.Contains("尚未发布", next.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/office/calendar?year=99999")).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/office/calendar?year=x&after=x")).Status);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ics")]
    [InlineData("hand")]
    public async Task Notice_InEachWay_PreviewedLoadedAndUndone(string way)
    {
        var office = await OfficeAsync();
        var duty = (await _portal.TriggerAsync(await _portal.AgencyAsync("gongshang"), new DateOnly(2016, 8, 8)))[0];
        var before = await _portal.DuesAsync();
        var number = $"国测发〔2016〕{way}{Guid.NewGuid().ToString("N")[..6]}号";

        var prepared = await PrepareAsync(office, way, number);
        Assert.Equal(HttpStatusCode.Redirect, prepared.Status);
        var preview = await office.GetAsync(prepared.Location!);
        Assert.Equal(before, await _portal.DuesAsync());
        Assert.Contains(number, preview.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("2016年9月5日", preview.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Contains("2016年9月7日", preview.Find("main").TextContent, StringComparison.Ordinal);

        var form = PortalForm.Of(preview, Form);
        var loaded = await office.SubmitAsync(form);
        var twice = await office.SubmitAsync(form);
        var list = await office.GetAsync(Year);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (loaded.Status, twice.Status));
        var after = await _portal.DuesAsync();
        Assert.Equal((BeijingTime.EndOf(new(2016, 9, 5)), BeijingTime.EndOf(new(2016, 9, 7))), (before[duty.Id], after[duty.Id]));
        var shown = preview.Find("input[name=Moved]").GetAttribute("value");
        Assert.Equal(shown, after.Count(pair => pair.Value != before[pair.Key]).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("班", list.Find("td.worked:has(time[datetime='2016-09-10']) b").TextContent);

        var history = await own.SignInAsync("gongshang", PersonRole.Clerk);
        var page = await history.GetAsync($"/work/obligations/{duty.Id}");
        Assert.Contains(number, page.Find("[aria-labelledby=history]").TextContent, StringComparison.Ordinal);
        Assert.Contains("9月7日", page.Find("#why").TextContent, StringComparison.Ordinal);

        var undone = await office.SubmitAsync(PortalForm.Of(await office.GetAsync(list.Find("a[href$='/undo']").GetAttribute("href")!), Form));
        Assert.Equal(HttpStatusCode.Redirect, undone.Status);
        Assert.Equal(before, await _portal.DuesAsync());
        Assert.Contains("已撤销", (await office.GetAsync(Year)).Find("[aria-labelledby=notices]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"number\":\"x\",\"year\":2016,\"issued_on\":\"2016-01-01\",\"days\":[]}", "没有任何日期")]
    [InlineData("{\"number\":\"x\",\"year\":2016,\"issued_on\":\"2016-01-01\",\"days\":[{\"date\":\"2016-09-01\",\"type\":\"holiday\",\"name\":\"节\"},{\"date\":\"2016-09-01\",\"type\":\"holiday\",\"name\":\"节\"}]}", "出现了两次")]
    [InlineData("{\"number\":\"x\",\"year\":2016,\"issued_on\":\"2016-01-01\",\"days\":[{\"date\":\"2016-09-01\",\"type\":\"makeup-workday\",\"name\":\"节\"}]}", "不是周末")]
    [InlineData("{\"number\":\"x\",\"year\":2016,\"issued_on\":\"2016-01-01\",\"days\":[{\"date\":\"2018-09-03\",\"type\":\"holiday\",\"name\":\"节\"}]}", "不属于该年份")]
    [InlineData("{\"number\":\"x\",\"year\":2016,\"issued_on\":\"2016-01-01\",\"days\":[{\"date\":null}]}", "不是节假日安排")]
    [InlineData("{\"number\":\"x\"", "不是节假日安排")]
    [InlineData("", "不是节假日安排")]
    [InlineData("BEGIN:VCALENDAR", "不是节假日安排|没有任何日期")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20160901T080000Z\r\nSUMMARY:节 休\r\nEND:VEVENT\r\nEND:VCALENDAR", "不是全天事件")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20160901\r\nRRULE:FREQ=DAILY;COUNT=1000000\r\nSUMMARY:节 休\r\nEND:VEVENT\r\nEND:VCALENDAR", "重复事件")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20160901\r\nDTEND;VALUE=DATE:99991231\r\nSUMMARY:节 休\r\nEND:VEVENT\r\nEND:VCALENDAR", "最多120天")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20160901\r\nSUMMARY:会议\r\nEND:VEVENT\r\nEND:VCALENDAR", "没有说明")]
    public async Task Load_AFileThatIsNoNotice_IsSaidBesideTheFile(string content, string message)
    {
        var answer = await UploadAsync(await OfficeAsync(), Encoding.UTF8.GetBytes(content), ("Input.Number", "国测发〔2016〕x号"), ("Input.Year", "2016"), ("Input.IssuedOn", "2016-01-01"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message.Split('|'), part => answer.Find("#Input_File-error").TextContent.Contains(part, StringComparison.Ordinal));
        Assert.Equal("国测发〔2016〕x号", answer.Find("#Input_Number").GetAttribute("value"));
    }

    [Fact]
    public async Task Load_WhatIsTooLargeOrBinary_IsSaidBesideTheFile()
    {
        var office = await OfficeAsync();
        var events = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (var i = 0; i < 3000; i++)
        {
            events.Append("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20160901\r\nSUMMARY:节 休\r\nEND:VEVENT\r\n");
        }

        var large = await UploadAsync(office, new byte[NoticeUpload.MostBytes + 1]);
        var binary = await UploadAsync(office, [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFE, 0x00]);
        var many = await UploadAsync(office, Encoding.UTF8.GetBytes(events + "END:VCALENDAR"), ("Input.Number", "x"), ("Input.Year", "2016"), ("Input.IssuedOn", "2016-01-01"));
        var none = await office.SubmitAsync(Load, Form);

        Assert.All([large, binary, many, none], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.Status));
        Assert.All([large, binary, many, none], answer => Assert.NotNull(answer.Document.QuerySelector("#Input_File-error")));
    }

    [Theory]
    [InlineData("Input.Number", "", "#Input_Number")]
    [InlineData("Input.Number", "国办发明电〔2015〕18号", "#Input_Number")]
    [InlineData("Input.Year", "2030", "#Input_Year")]
    [InlineData("Input.Year", "abc", "#Input_Year")]
    [InlineData("Input.IssuedOn", "2030-01-01", "#Input_IssuedOn")]
    [InlineData("Input.IssuedOn", "2016-02-30", "#Input_IssuedOn")]
    [InlineData("Rows[0].Date", "morgen", "#Input_Days")]
    [InlineData("Rows[0].Date", "2015-03-03", "#Input_Days")]
    [InlineData("Rows[0].Kind", "Feast", "#Input_Days")]
    [InlineData("Rows[0].Name", "", "#Input_Days")]
    public async Task Enter_WhatCannotBe_IsSaidBesideTheFieldAndTheFormComesBackFilled(string field, string value, string link)
    {
        var office = await OfficeAsync();
        var form = ByHand(PortalForm.Of(await office.GetAsync(Enter), Form), "国测发〔2016〕手号").With(field, value);

        var answer = await office.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(link, answer.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal("2016-09-02", answer.Find("[name='Rows[1].Date']").GetAttribute("value"));
        Assert.Equal("测试节", answer.Find("[name='Rows[1].Name']").GetAttribute("value"));
    }

    [Fact]
    public async Task Draft_AnotherNoticeSince_IsToldAndShownAnew()
    {
        var office = await OfficeAsync();
        var first = PortalForm.Of(await office.GetAsync((await PrepareAsync(office, "json", "国测发〔2016〕甲号" + Guid.NewGuid().ToString("N"))).Location!), Form);
        var (other, _) = await _portal.LoadAsync(CalendarPortal.Draft(firstDay: 20));

        var stale = await office.SubmitAsync(first);
        var confirmed = await office.SubmitAsync(PortalForm.Of(stale, Form));

        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.Contains("没有做任何改动", stale.Find(".error-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.Status);
        var undo = (await office.GetAsync(Year)).Find("a[href$='/undo']").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Redirect, (await office.SubmitAsync(PortalForm.Of(await office.GetAsync(undo), Form))).Status);
        await _portal.UndoAsync(other);
    }

    [Theory]
    [InlineData(PersonRole.Clerk, HttpStatusCode.Forbidden)]
    [InlineData(PersonRole.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Redirect)]
    public async Task Pages_ForAnybodyElse_AreClosed(string? role, HttpStatusCode expected)
    {
        var client = role is null ? own.Portal.NewClient() : await own.SignInAsync("gongshang", role);
        foreach (var path in (string[])[Year, Load, Enter, $"/office/calendar/drafts/{Guid.NewGuid()}", $"/office/calendar/{Guid.NewGuid()}/undo"])
        {
            Assert.Equal(expected, (await client.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Pages_OfWhatIsNotThere_AreNotFound()
    {
        var office = await OfficeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/calendar/drafts/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/calendar/{Guid.NewGuid()}/undo")).Status);
    }

    private Task<PortalClient> OfficeAsync() => own.SignInAsync("office", PersonRole.MunicipalOffice);

    private static async Task<PortalPage> PrepareAsync(PortalClient office, string way, string number) => way switch
    {
        "json" => await UploadAsync(office, Encoding.UTF8.GetBytes($$"""
            {"number":"{{number}}","year":2016,"issued_on":"2016-08-01","source":"https://test.example/","days":[
              {"date":"2016-09-01","type":"holiday","name":"测试节"},{"date":"2016-09-02","type":"holiday","name":"测试节"},
              {"date":"2016-09-10","type":"makeup-workday","name":"测试节"}]}
            """)),
        "ics" => await UploadAsync(office, Encoding.UTF8.GetBytes(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20160901\r\nDTEND;VALUE=DATE:20160903\r\nSUMMARY:测试节 假期\r\nEND:VEVENT\r\n"
            + "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20160910\r\nSUMMARY:测试节 补班 第1天/共1天\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
            ("Input.Number", number), ("Input.Year", "2016"), ("Input.IssuedOn", "2016-08-01")),
        _ => await office.SubmitAsync(ByHand(PortalForm.Of(await office.GetAsync(Enter), Form), number)),
    };

    private static PortalForm ByHand(PortalForm form, string number) => form
        .With("Input.Number", number).With("Input.Year", "2016").With("Input.IssuedOn", "2016-08-01")
        .With("Rows[0].Date", "2016-09-01").With("Rows[0].Kind", nameof(NoticeDayKind.Holiday)).With("Rows[0].Name", "测试节")
        .With("Rows[1].Date", "2016-09-02").With("Rows[1].Kind", nameof(NoticeDayKind.Holiday)).With("Rows[1].Name", "测试节")
        .With("Rows[2].Date", "2016-09-10").With("Rows[2].Kind", nameof(NoticeDayKind.MakeUpWorkday)).With("Rows[2].Name", "测试节");

    private static async Task<PortalPage> UploadAsync(PortalClient client, byte[] content, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await client.TokenAsync()), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "Input.File", "notice.json");
        return await client.SendAsync(HttpMethod.Post, Load, form);
    }
}
