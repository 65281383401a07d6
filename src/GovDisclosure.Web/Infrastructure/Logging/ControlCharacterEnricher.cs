using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;

namespace GovDisclosure.Web.Infrastructure.Logging;

/// <summary>Writes control characters in logged values as escapes, so that no visitor can start a log line of their own.</summary>
public sealed class ControlCharacterEnricher : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            var clean = Clean(value);
            if (!ReferenceEquals(clean, value))
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, clean));
            }
        }
    }

    private static LogEventPropertyValue Clean(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } when text.Any(IsUnsafe) => new ScalarValue(Escape(text)),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Clean)),
        StructureValue structure => new StructureValue(
            structure.Properties.Select(property => new LogEventProperty(property.Name, Clean(property.Value))), structure.TypeTag),
        _ => value,
    };

    // U+2028 and U+2029 end a line for some viewers although they are no control characters.
    private static bool IsUnsafe(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    private static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsUnsafe(character))
            {
                builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                builder.Append(character);
            }
        }

        return builder.ToString();
    }
}
