using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace GovDisclosure.TestCommon;

/// <summary>A visitor: cookies, and pages read one after another. Redirects are answers, not followed.</summary>
public sealed class PortalClient(HttpClient http, CookieContainer cookies)
{
    /// <summary>The visitor's cookies, to look at or to copy.</summary>
    public CookieContainer Cookies { get; } = cookies;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<PortalPage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Follows redirects within the portal, as a browser does.</summary>
    public async Task<PortalPage> OpenAsync(string path)
    {
        var page = await GetAsync(path);
        for (var hops = 0; page.Location is { } next && hops < 5; hops++)
        {
            page = await GetAsync(next);
        }

        return page;
    }

    public async Task<PortalPage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await SendAsync(request);
    }

    public async Task<PortalPage> SendAsync(HttpRequestMessage request) => await PortalPage.ReadAsync(await http.SendAsync(request, Cancellation), Cancellation);

    /// <summary>Sends a form as it stands.</summary>
    public Task<PortalPage> SubmitAsync(PortalForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Method.Equals("post", StringComparison.OrdinalIgnoreCase)
            ? PostAsync(form.Action, form.Fields)
            : GetAsync(form.Action.Split('?')[0] + "?" + string.Join('&', form.Fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
    }

    public async Task<PortalPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return await SendAsync(HttpMethod.Post, path, content);
    }

    /// <summary>Fills in the sign-in form and sends it.</summary>
    public async Task<PortalPage> SignInAsync(string userName, string password, string path = "/account/sign-in")
    {
        var page = await GetAsync(path);
        return await SubmitAsync(PortalForm.Of(page, "main form").With("Input.UserName", userName).With("Input.Password", password));
    }

    /// <summary>Chooses English on the page for it.</summary>
    public async Task ChooseEnglishAsync()
    {
        var page = await GetAsync("/language");
        await SubmitAsync(PortalForm.Of(page, "main form").With("language", "en"));
    }

    /// <summary>A form's hidden token for this visitor, as any page with a form has it.</summary>
    public async Task<string> TokenAsync() => (await GetAsync("/language")).Find("input[name=__RequestVerificationToken]").GetAttribute("value") ?? "";
}
