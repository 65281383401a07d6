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
        var file = new Argument<string>("FILE") { Description = "The plan's text in UTF-8, UTF-16 with its mark, or GB18030 (GBK)." };
        var parse = new Command("parse", "Parse a work plan (政务公开工作要点) and print it as JSON.") { file };
        parse.SetAction((result, cancellationToken) => ParseAsync(result.GetRequiredValue(file), result, cancellationToken));
        return new Command("plan", "Work plans.") { parse };
    }

    private static async Task<int> ParseAsync(string file, ParseResult result, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            // Bytes that are no text are refused: they would be parsed as rubbish without a word.
            var bytes = await File.ReadAllBytesAsync(CommandPath.Resolve(file), cancellationToken);
            text = PlanTextDecoder.TryDecode(bytes) ?? throw new InvalidDataException("it is not text in UTF-8, UTF-16 or GB18030");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            var reason = exception switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
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
