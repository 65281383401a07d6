using System.Text;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>The document that a reader writes, within limits: every block and character passes here and is counted.</summary>
internal sealed class DocumentDraft(DocumentLimits limits, CancellationToken cancellation)
{
    private readonly List<SourceBlock> _blocks = [];
    private readonly Dictionary<(DocumentProblemCode Code, string? Place), int> _problems = [];
    private int _paragraphs;
    private int _cells;
    private long _characters;

    public DocumentLimits Limits { get; } = limits;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Adds a paragraph as it stands; blank ones are kept.</summary>
    public void Paragraph(string words, int? headingLevel = null)
    {
        if (++_paragraphs > Limits.MostParagraphs)
        {
            throw new RefusedException(DocumentRefusalCode.TooMuch);
        }

        Count(words.Length);
        _blocks.Add(new SourceParagraph(words, headingLevel));
    }

    /// <summary>Adds a table, unless it has no row.</summary>
    public void Table(TableGrid grid, int headingRows = 0, string? name = null)
    {
        var rows = grid.ToRows();
        if (rows.Count > 0)
        {
            _blocks.Add(new SourceTable(rows, headingRows, name));
        }
    }

    /// <summary>Counts a cell before it is kept.</summary>
    public void Cell(int length)
    {
        if (++_cells > Limits.MostCells)
        {
            throw new RefusedException(DocumentRefusalCode.TooMuch);
        }

        Count(length);
    }

    public void Problem(DocumentProblemCode code, int count = 1, string? place = null)
    {
        if (count > 0)
        {
            _problems[(code, place)] = _problems.GetValueOrDefault((code, place)) + count;
        }
    }

    /// <summary>Refuses text that grows beyond all limits while it is gathered.</summary>
    public void CheckLength(StringBuilder text)
    {
        if (text.Length > Limits.MostCharacters)
        {
            throw new RefusedException(DocumentRefusalCode.TooMuch);
        }
    }

    public SourceDocument Finish(SourceFormat format)
    {
        if (!_blocks.Any(block => block is SourceTable || !string.IsNullOrWhiteSpace(block.Text)))
        {
            Problem(DocumentProblemCode.NoText);
        }

        return new SourceDocument(format, _blocks, [.. _problems.Select(problem => new DocumentProblem(problem.Key.Code, problem.Value, problem.Key.Place))]);
    }

    private void Count(int length)
    {
        _characters += length;
        if (_characters > Limits.MostCharacters)
        {
            throw new RefusedException(DocumentRefusalCode.TooMuch);
        }

        Cancellation.ThrowIfCancellationRequested();
    }
}
