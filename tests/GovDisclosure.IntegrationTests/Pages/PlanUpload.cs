using System.Net.Http.Headers;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>Brings a plan to the office's import, as its form does.</summary>
internal static class PlanUpload
{
    private const string Import = "/office/plans/import";

    /// <summary>Sends a file, or words, or both.</summary>
    public static async Task<PortalPage> SendAsync(PortalClient client, string? name, byte[] content, string? words = null)
    {
        var form = PortalForm.Of(await client.OpenAsync(Import), "form.card");
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in form.Fields.Where(field => field.Key != "Input.Words"))
        {
            body.Add(new StringContent(value), field);
        }

        body.Add(new StringContent(words ?? ""), "Input.Words");
        if (name is not null)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Add(file, "Input.File", name);
        }

        return await client.SendAsync(HttpMethod.Post, Import, body);
    }
}
