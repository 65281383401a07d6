using GovDisclosure.Data.Audit;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace GovDisclosure.Web.Infrastructure.Exports;

/// <summary>A list on its way out of the portal: the file goes once the audit trail says who took it, where somebody is signed in.</summary>
/// <param name="contents">The file.</param>
/// <param name="mediaType">Its media type.</param>
/// <param name="rows">How many rows it has.</param>
public sealed class ExportFileResult(byte[] contents, string mediaType, int rows) : FileContentResult(contents, mediaType)
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        // What is public may be taken by anybody, and then nobody is there to be named.
        if (http.User.Identity is { IsAuthenticated: true })
        {
            await http.RequestServices.GetRequiredService<AuditService>().RecordExportAsync(http.Request.GetEncodedPathAndQuery(), rows, http.RequestAborted);
        }

        await base.ExecuteResultAsync(context);
    }
}
