namespace GovDisclosure.Domain.Agencies;

/// <summary>How many characters must be put in, left out or changed to make one name of another.</summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            row[column] = column;
        }

        for (var at = 1; at <= left.Length; at++)
        {
            var diagonal = row[0];
            row[0] = at;
            for (var column = 1; column <= right.Length; column++)
            {
                var above = row[column];
                var change = diagonal + (left[at - 1] == right[column - 1] ? 0 : 1);
                row[column] = Math.Min(change, Math.Min(above, row[column - 1]) + 1);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
