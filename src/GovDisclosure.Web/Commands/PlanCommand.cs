using System.CommandLine;
using System.Text;
using GovDisclosure.Data.Documents;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Web.Commands;

/// <summary><c>plan parse FILE</c>: prints a plan's text as JSON (docs/plan.schema.json), for a person or a script to check.</summary>
internal static class PlanCommand
{
    private const int Success = 0;
    private const int Unreadable = 2;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The plan: text in UTF-8, UTF-16 or GB18030, .docx, .html, .pdf with words, .xlsx or .csv; or a plan as JSON." };
        var parse = new Command("parse", "Parse a work plan (政务公开工作要点) and print it as JSON.") { file };
        parse.SetAction((result, cancellationToken) => ParseAsync(result.GetRequiredValue(file), result, cancellationToken));
        return new Command("plan", "Work plans.") { parse };
    }

    private static async Task<int> ParseAsync(string file, ParseResult result, CancellationToken cancellationToken)
    {
        string reason;
        try
        {
            await using var content = File.OpenRead(CommandPath.Resolve(file));
            var reading = await PlanDocumentReader.ReadAsync(Path.GetFileName(file), content, cancellationToken);
            if (reading.IsRead)
            {
                return await PrintAsync(PlanJson.Write(WorkPlanParser.Parse(reading.Document.ToPlanDocument())), result, cancellationToken);
            }

            // What is no document is refused: it would be parsed as rubbish without a word.
            reason = $"it cannot be read as a document ({reading.Refusal.Code}{(reading.Refusal.Detail is { } detail ? ": " + detail.TrimEnd('.') : "")})";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            reason = exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : exception.Message.TrimEnd('.');
        }

        await result.InvocationConfiguration.Error.WriteLineAsync($"plan parse: cannot read '{file}': {reason}.");
        return Unreadable;
    }

    // The JSON is UTF-8 whatever the terminal's locale says, and has no byte order mark that a script would trip over.
    private static async Task<int> PrintAsync(string json, ParseResult result, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(result.InvocationConfiguration.Output, Console.Out))
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Encoding.UTF8.GetBytes(json + "\n"), cancellationToken);
        }
        else
        {
            await result.InvocationConfiguration.Output.WriteLineAsync(json.AsMemory(), cancellationToken);
        }

        return Success;
    }
}
