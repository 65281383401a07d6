using System.Text;
using AngleSharp.Dom;

namespace GovDisclosure.Data.Documents;

/// <summary>Gathers a line of a web page as a browser would show it: white space of the source is one space, and none between ideographs.</summary>
internal sealed class WebLine(DocumentDraft draft)
{
    private readonly StringBuilder _words = new();
    private bool _space;
    private bool _wrapped;
    private bool _broken;

    /// <summary>What stands before the next line that has words: the number of an item.</summary>
    public string Number { get; set; } = "";

    /// <summary>Says whether line ends of the source are shown.</summary>
    public static bool KeepsSpace(INode parent)
    {
        for (var element = parent as IElement; element is not null; element = element.ParentElement)
        {
            if (element.LocalName is "pre" or "listing" or "xmp" or "plaintext" || (element.GetAttribute("style")?.Contains("pre-", StringComparison.OrdinalIgnoreCase) ?? false))
            {
                return true;
            }

            if (WebFurniture.IsBlock(element))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Appends the text of a node.</summary>
    public void Append(string text, bool keepsSpace)
    {
        foreach (var c in text)
        {
            if (keepsSpace && c == '\n')
            {
                _words.Append('\n');
                _broken = true;
            }
            else if (!keepsSpace && c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _space = true;
                _wrapped |= c == '\n';
            }
            else if (c is '\u00A0' or '\u202F')
            {
                EndSpace(' ');
                _words.Append(' ');
            }
            else if (!DocumentText.IsInvisible(c))
            {
                EndSpace(c);
                _words.Append(c);
            }
        }

        draft.CheckLength(_words);
    }

    /// <summary>The lines that the source itself broke, but for the last.</summary>
    public IEnumerable<string> TakeBroken()
    {
        if (!_broken)
        {
            return [];
        }

        _broken = false;
        var lines = _words.ToString().Split('\n');
        _words.Clear().Append(lines[^1]);
        return lines[..^1];
    }

    /// <summary>The line, which ends.</summary>
    public string Take()
    {
        var words = _words.ToString().TrimEnd(' ');
        _words.Clear();
        (_space, _wrapped) = (false, false);
        if (string.IsNullOrWhiteSpace(words))
        {
            return "";
        }

        var number = Number;
        Number = "";
        return number.Length > 0 && !WebList.BeginsWithNumber(words) ? number + words.TrimStart() : words;
    }

    // Where the source wraps a line between ideographs, there is no space between them.
    private void EndSpace(char next)
    {
        if (_space && _words.Length > 0 && _words[^1] is not (' ' or '\n') && !(_wrapped && DocumentText.IsWide(_words[^1]) && DocumentText.IsWide(next)))
        {
            _words.Append(' ');
        }

        (_space, _wrapped) = (false, false);
    }
}
