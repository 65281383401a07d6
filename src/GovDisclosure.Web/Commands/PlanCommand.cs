using System.CommandLine;
using System.Text;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Web.Commands;

/// <summary><c>plan parse FILE</c>: prints a plan's text as JSON (docs/plan.schema.json), for a person or a script to check.</summary>
internal static class PlanCommand
{
    private const int Success = 0;
    private const int Unreadable = 2;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The plan's text in UTF-8, with or without a byte order mark." };
        var parse = new Command("parse", "Parse a work plan (政务公开工作要点) and print it as JSON.") { file };
        parse.SetAction((result, cancellationToken) => ParseAsync(result.GetRequiredValue(file), result, cancellationToken));
        return new Command("plan", "Work plans.") { parse };
    }

    private static async Task<int> ParseAsync(string file, ParseResult result, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            // Bytes that are no UTF-8 are refused: a plan in another encoding would be parsed as rubbish without a word.
            var bytes = await File.ReadAllBytesAsync(CommandPath.Resolve(file), cancellationToken);
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var reason = exception switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                DecoderFallbackException => "it is not UTF-8 text",
                _ => exception.Message.TrimEnd('.'),
            };
            await result.InvocationConfiguration.Error.WriteLineAsync($"plan parse: cannot read '{file}': {reason}.");
            return Unreadable;
        }

        // The JSON is UTF-8 whatever the terminal's locale says, and has no byte order mark that a script would trip over.
        if (ReferenceEquals(result.InvocationConfiguration.Output, Console.Out))
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Encoding.UTF8.GetBytes(PlanJson.Write(WorkPlanParser.Parse(text)) + "\n"), cancellationToken);
            return Success;
        }

        await result.InvocationConfiguration.Output.WriteLineAsync(PlanJson.Write(WorkPlanParser.Parse(text)).AsMemory(), cancellationToken);
        return Success;
    }
}
