using System.Globalization;

namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>What stands above a task table: the plan's title and the facts about it, as lines or as rows.</summary>
internal sealed record PlanTableHead(string? Title, string? DocumentNumber, string? Issuer, DateOnly? IssuedOn, int? Year)
{
    private static readonly string[] Dates = ["yyyy年M月d日", "yyyy-M-d", "yyyy/M/d"];

    /// <summary>Reads the head; <see langword="null"/> where it is none of a task table.</summary>
    public static PlanTableHead? TryRead(TableCells cells, PlanTable table, int headingRow, SegmentList segments)
    {
        var title = new List<string>();
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        var lines = cells.LinesBefore(table.Rows[0].Cells.Count > 0 ? table.Rows[0].Cells[0].Start : 0).Select(line => (Label: line, Value: (Paragraph?)null))
            .Concat(table.Rows.Take(headingRow).Select(row => row.Cells.Select(cells.Of).OfType<Paragraph>().ToList())
                .Where(row => row.Count > 0).Select(row => (Label: row[0], Value: row.ElementAtOrDefault(1))));
        foreach (var (line, value) in lines)
        {
            foreach (var part in new[] { line, value }.OfType<Paragraph>())
            {
                segments.Add(DocumentSegmentKind.DocumentHead, part, 0, part.Words.Length);
            }

            var words = line.Text + (value is null ? "" : Colon + value.Text);
            if (PlanTableForm.Facts.FirstOrDefault(label => words == label || words.StartsWith(label + Colon, StringComparison.Ordinal)) is { } found)
            {
                last = found;
                facts[found] = words.Length > found.Length ? FormulaGuard.TakeOff(words[(found.Length + 1)..].Trim()) : "";
            }
            else if (last is not null)
            {
                facts[last] += "\n" + words;
            }
            else
            {
                title.Add(words);
            }
        }

        var whole = FormulaGuard.TakeOff(string.Join('\n', title));
        if (!whole.EndsWith(PlanTableForm.Suffix, StringComparison.Ordinal) || !TryRead(facts, out var head))
        {
            return null;
        }

        return head with { Title = NullIfEmpty(whole[..^PlanTableForm.Suffix.Length]) };
    }

    internal const char Colon = '：';

    private static bool TryRead(Dictionary<string, string> facts, out PlanTableHead head)
    {
        string? Fact(string label) => NullIfEmpty(facts.GetValueOrDefault(label));

        DateOnly? issuedOn = DateOnly.TryParseExact(Fact(PlanTableForm.IssuedOn), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        int? year = int.TryParse(Fact(PlanTableForm.Year)?.TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        head = new PlanTableHead(null, Fact(PlanTableForm.DocumentNumber), Fact(PlanTableForm.Issuer), issuedOn, year);
        return (issuedOn is not null || Fact(PlanTableForm.IssuedOn) is null) && (year is not null || Fact(PlanTableForm.Year) is null);
    }

    private static string? NullIfEmpty(string? words) => string.IsNullOrEmpty(words) ? null : words;
}
