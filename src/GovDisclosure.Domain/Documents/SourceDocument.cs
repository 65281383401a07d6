using System.Text;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Documents;

/// <summary>A file as the words in it, in the order in which a person reads them; what the reading of a plan begins with.</summary>
/// <param name="format">What it was read as.</param>
/// <param name="blocks">Paragraphs and tables.</param>
/// <param name="problems">What was left out or could not be read; nothing goes without one.</param>
public sealed class SourceDocument(SourceFormat format, IReadOnlyList<SourceBlock> blocks, IReadOnlyList<DocumentProblem> problems)
{
    private string? _text;

    /// <summary>What the file was read as.</summary>
    public SourceFormat Format { get; } = format;

    /// <summary>Paragraphs and tables.</summary>
    public IReadOnlyList<SourceBlock> Blocks { get; } = blocks;

    /// <summary>What was left out or could not be read.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; } = problems;

    /// <summary>The plan that the file gives in its own form; <see langword="null"/> for every other file, whose words have to be understood.</summary>
    public ParsedPlan? Plan { get; init; }

    /// <summary>The plain text of all blocks: a line for each paragraph and for each row of a table, cells parted by tabs.</summary>
    public string Text => _text ??= Join();

    private string Join()
    {
        var text = new StringBuilder();
        for (var index = 0; index < Blocks.Count; index++)
        {
            text.Append(index > 0 ? "\n" : "").Append(Blocks[index].Text);
        }

        return text.ToString();
    }
}
