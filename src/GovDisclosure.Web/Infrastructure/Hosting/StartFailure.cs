using System.Reflection;
using GovDisclosure.LocalPostgres;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GovDisclosure.Web.Infrastructure.Hosting;

/// <summary>Says why the portal did not start: in a sentence where the machine or its settings are the reason, else with all that is known.</summary>
internal static class StartFailure
{
    /// <summary>The exit code of a portal that did not start.</summary>
    public const int ExitCode = 1;

    /// <summary>Whether this is the portal's own process: a host inside a test wants the exception itself.</summary>
    public static bool IsToldAtTheTerminal => Assembly.GetEntryAssembly() == typeof(StartFailure).Assembly;

    /// <summary>The words for the person at the terminal.</summary>
    public static string Describe(Exception exception) => $"GovDisclosure cannot start: {Reason(exception) ?? exception.ToString()}";

    private static string? Reason(Exception exception) => exception switch
    {
        LocalPostgresException or OptionsValidationException => exception.Message,
        IOException { InnerException: AddressInUseException } => $"{exception.Message} Stop what listens there, or give another address: --urls http://localhost:5081",
        PostgresException refused => $"the database server of ConnectionStrings:Default refuses: {refused.MessageText}.",
        NpgsqlException => $"the database server of ConnectionStrings:Default does not answer: {exception.Message}.",
        _ => null,
    };
}
