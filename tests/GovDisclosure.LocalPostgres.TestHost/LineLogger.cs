using Microsoft.Extensions.Logging;

namespace GovDisclosure.LocalPostgres.TestHost;

/// <summary>Writes what happens to standard output, one line for each message, for the test to read.</summary>
internal sealed class LineLogger : ILogger
{
    public static void Say(string word, string text) =>
        Console.WriteLine($"{word} {text.ReplaceLineEndings(" | ")}");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Say("log", formatter(state, exception));
}
