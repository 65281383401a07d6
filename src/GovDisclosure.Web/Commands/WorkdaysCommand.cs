using System.CommandLine;
using System.CommandLine.Parsing;
using GovDisclosure.Data.Calendars;

namespace GovDisclosure.Web.Commands;

/// <summary>
/// <c>workdays START N [--json]</c> counts working days aloud; <c>workdays --csv FILE</c> answers many questions at once.
/// Needs no database: the calendar is the one that ships with the portal.
/// </summary>
internal static class WorkdaysCommand
{
    private const int BadInput = 2;

    public static Command Create()
    {
        var start = new Argument<DateOnly?>("START")
        {
            Description = "The day the count starts from, itself not counted: 2016-09-09.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = ParseDate,
        };
        var count = new Argument<int?>("N")
        {
            Description = "How many working days after START, or before it when negative.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of text." };
        var csv = new Option<string?>("--csv")
        {
            Description = "Read lines 'start,n' (a header is optional) and print 'start,n,due'. Bad lines are named on the error output, "
                + "the good ones are still answered, and the exit code is then 2.",
        };
        var command = new Command("workdays", "Count working days by the State Council's holiday notices.") { start, count, json, csv };
        command.Validators.Add(result => ValidateForm(result, HasToken(result, start), HasToken(result, count), HasToken(result, csv), HasToken(result, json)));
        command.SetAction(result => result.GetValue(csv) is { } file
            ? AnswerFile(file, result.InvocationConfiguration)
            : Answer(result.GetValue(start)!.Value, result.GetValue(count)!.Value, result.GetValue(json), result.InvocationConfiguration));
        return command;
    }

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (WorkdaysCsv.TryParseDate(text, out var date))
        {
            return date;
        }

        result.AddError($"'{text}' is not a date such as 2016-09-09.");
        return null;
    }

    // Looks at tokens, not values: asking for the value of an argument that did not parse throws.
    private static bool HasToken(CommandResult command, Symbol symbol) => symbol switch
    {
        Argument argument => command.GetResult(argument) is { Tokens.Count: > 0 },
        Option option => command.GetResult(option) is { Implicit: false },
        _ => false,
    };

    private static void ValidateForm(CommandResult result, bool hasStart, bool hasCount, bool hasFile, bool asJson)
    {
        if (hasFile ? hasStart : !(hasStart && hasCount))
        {
            result.AddError("Give START and N, or --csv FILE.");
        }
        else if (hasFile && asJson)
        {
            result.AddError("--csv answers with lines 'start,n,due'; --json goes with START and N.");
        }
    }

    private static int Answer(DateOnly start, int count, bool asJson, InvocationConfiguration console)
    {
        try
        {
            var answer = WorkdaysAnswer.Of(HolidayFile.ReadEmbedded(), start, count);
            console.Output.WriteLine(asJson ? answer.ToJson() : answer.ToText());
            return 0;
        }
        catch (ArgumentOutOfRangeException)
        {
            console.Error.WriteLine($"{count} working days from {start:yyyy-MM-dd} leave the calendar (years 1 to 9999).");
            return BadInput;
        }
    }

    private static int AnswerFile(string file, InvocationConfiguration console)
    {
        try
        {
            using var reader = File.OpenText(CommandPath.Resolve(file));
            return WorkdaysCsv.Answer(HolidayFile.ReadEmbedded(), reader, console.Output, console.Error) ? 0 : BadInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{file} cannot be read: {exception.Message}");
            return BadInput;
        }
    }
}
