namespace GovDisclosure.LocalPostgres;

/// <summary>The private server cannot be had. The message is meant for an operator: what is wrong and what to do.</summary>
public sealed class LocalPostgresException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public LocalPostgresException()
    {
    }

    /// <summary>Creates the exception with a message for an operator.</summary>
    public LocalPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for an operator and the error behind it.</summary>
    public LocalPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
