namespace GovDisclosure.Data.Sql;

/// <summary>The embedded SQL scripts. A script that a merged migration runs is never changed; a new one follows it.</summary>
internal static class SqlScript
{
    public static string Read(string name)
    {
        using var stream = typeof(SqlScript).Assembly.GetManifestResourceStream("sql/" + name)
            ?? throw new InvalidOperationException($"The SQL script {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
