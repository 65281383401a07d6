using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovDisclosure.Data.Documents;

/// <summary>The numbers that a browser puts before the items of a list.</summary>
internal sealed partial class WebList
{
    private readonly Dictionary<IElement, string> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of an item, with what parts it from the words; empty in lists without numbers.</summary>
    public string NumberOf(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list)
        {
            return "";
        }

        // The first item that is asked for has the whole list counted.
        if (!_numbers.ContainsKey(item))
        {
            Count(list);
        }

        return _numbers.GetValueOrDefault(item, "");
    }

    /// <summary>Says whether words begin with a number of their own: writers who type numbers into a list see both only where the style shows both.</summary>
    public static bool BeginsWithNumber(string words) => OwnNumber().IsMatch(words);

    private void Count(IElement list)
    {
        var items = list.Children.Where(child => child.LocalName == "li").ToList();
        var shown = !StyleOf(list).Contains("none", StringComparison.OrdinalIgnoreCase);
        var step = list.HasAttribute("reversed") ? -1 : 1;
        var number = Whole(list.GetAttribute("start")) ?? (step < 0 ? items.Count : 1);
        foreach (var item in items)
        {
            number = Whole(item.GetAttribute("value")) ?? number;
            _numbers[item] = shown && !StyleOf(item).Contains("none", StringComparison.OrdinalIgnoreCase)
                ? Write(number, item.GetAttribute("type") ?? list.GetAttribute("type") ?? "", StyleOf(list))
                : "";
            number = unchecked(number + step);
        }
    }

    private static string Write(int number, string type, string style) => (type, style) switch
    {
        ("a", _) => ListNumber.Write(number, "lowerLetter") + ". ",
        ("A", _) => ListNumber.Write(number, "upperLetter") + ". ",
        ("i", _) => ListNumber.Write(number, "lowerRoman") + ". ",
        ("I", _) => ListNumber.Write(number, "upperRoman") + ". ",
        (_, var named) when named.Contains("cjk", StringComparison.OrdinalIgnoreCase) || named.Contains("chinese", StringComparison.OrdinalIgnoreCase) => ListNumber.Write(number, "chineseCounting") + "、",
        _ => ListNumber.Write(number, "decimal") + ". ",
    };

    private static string StyleOf(IElement element) =>
        ListStyle().Match(element.GetAttribute("style") ?? "") is { Success: true } match ? match.Groups["value"].Value : "";

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"list-style(?:-type)?\s*:(?<value>[^;]{0,60})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListStyle();

    [GeneratedRegex(
        @"^\s*(?:[（(]\s*(?:\d{1,3}|[一二三四五六七八九十百〇零]{1,5})\s*[)）]|(?:\d{1,3}|[一二三四五六七八九十百〇零]{1,5})\s*[、.．)）]|[\u2460-\u249B\u3220-\u3229])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnNumber();
}
