namespace GovDisclosure.Domain.Plans;

/// <summary>
/// Reads the closing paragraph: lines of their own after the last attribution, with no heading between, that begin with whom they
/// address. Without that beginning they are more likely a task that has lost its attribution.
/// </summary>
internal static class ClosingReader
{
    /// <summary>Makes general duties of what is pending at the end, and returns the words that are none.</summary>
    /// <param name="pending">The words that nobody is named for.</param>
    /// <param name="lastAttributed">The paragraph of the last attribution, with no heading after it; <see langword="null"/> where there is none.</param>
    /// <param name="tasks">Takes the duties.</param>
    public static List<Piece> Read(List<Piece> pending, Paragraph? lastAttributed, TaskCollector tasks)
    {
        if (lastAttributed is null || pending.Count == 0 || pending[0].Paragraph == lastAttributed)
        {
            return pending;
        }

        var addressees = GeneralDutyReader.Addressees(pending[0].Words);
        if (addressees.Count == 0)
        {
            return pending;
        }

        var rest = new List<Piece>();
        foreach (var piece in pending)
        {
            var end = piece.Start;
            foreach (var duty in GeneralDutyReader.Read(piece.Paragraph.Words, piece.Start, piece.End, addressees))
            {
                tasks.AddGeneral(new Piece(piece.Paragraph, duty.Start, duty.End), duty.Addressees);
                end = duty.End;
            }

            (end, var to) = LineReader.Trim(piece.Paragraph.Text, end, piece.End);
            if (to > end)
            {
                rest.Add(new Piece(piece.Paragraph, end, to));
            }
        }

        return rest;
    }
}
