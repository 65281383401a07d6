using System.Net;

namespace GovDisclosure.TestCommon;

/// <summary>Keeps cookies as a browser does, for which this machine itself counts as secure: .NET's own handler would never send them to plain http.</summary>
public sealed class LoopbackCookieHandler(CookieContainer cookies) : DelegatingHandler(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
{
    /// <summary>A visitor of a portal that serves on this machine.</summary>
    public static PortalClient NewClient(Uri portal)
    {
        var cookies = new CookieContainer();
        return new PortalClient(new HttpClient(new LoopbackCookieHandler(cookies)) { BaseAddress = portal }, cookies);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = new UriBuilder(request.RequestUri!) { Scheme = Uri.UriSchemeHttps }.Uri;
        if (cookies.GetCookieHeader(address) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var sent))
        {
            foreach (var cookie in sent)
            {
                cookies.SetCookies(address, cookie);
            }
        }

        return response;
    }
}
