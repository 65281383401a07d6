using System.Buffers;
using System.Globalization;
using System.Text;
using GovDisclosure.Data.Imports;

namespace GovDisclosure.Data.Documents;

/// <summary>
/// Shows a spreadsheet's numbers as the sheet does, as far as a plan needs it: dates (kept as days since 1900), percentages and plain numbers.
/// </summary>
internal sealed class NumberFormats
{
    // The formats that are not written down in the file; those from 27 on are the Chinese edition's.
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [9] = "0%",
        [10] = "0.00%",
        [14] = "yyyy/m/d",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [22] = "yyyy/m/d h:mm",
        [27] = "yyyy年m月",
        [28] = "m月d日",
        [29] = "m月d日",
        [30] = "m-d-yy",
        [31] = "yyyy年m月d日",
        [36] = "yyyy年m月",
        [50] = "yyyy年m月",
        [51] = "m月d日",
        [52] = "yyyy年m月",
        [53] = "m月d日",
        [54] = "m月d日",
        [55] = "yyyy年m月",
        [56] = "m月d日",
        [57] = "yyyy年m月",
        [58] = "m月d日",
    };

    private static readonly SearchValues<char> DateSigns = SearchValues.Create("yYdD年月日");

    private readonly List<string> _styles = [];
    private bool _from1904;

    /// <summary>Reads which style shows numbers how.</summary>
    public static NumberFormats Read(XlsxBook book, DocumentLimits limits)
    {
        var formats = new NumberFormats();
        var codes = new Dictionary<int, string>(BuiltIn);
        var inCells = false;
        book.ForEach("xl/workbook.xml", "workbookPr", reader => formats._from1904 = reader.GetAttribute("date1904") is "1" or "true");
        book.ForEach("xl/styles.xml", "numFmt", reader => codes[Number(reader.GetAttribute("numFmtId"))] = reader.GetAttribute("formatCode") ?? "");
        book.ForEach("xl/styles.xml", "cellXfs", reader =>
        {
            inCells = !reader.IsEmptyElement;
            var depth = reader.Depth;
            while (inCells && reader.Read() && reader.Depth > depth)
            {
                if (reader is { NodeType: System.Xml.XmlNodeType.Element, LocalName: "xf" } && formats._styles.Count < limits.MostCells)
                {
                    formats._styles.Add(codes.GetValueOrDefault(Number(reader.GetAttribute("numFmtId")), ""));
                }
            }
        });
        return formats;
    }

    /// <summary>A number as its style shows it; without one, as a sheet does: fifteen digits of what the machine keeps in binary.</summary>
    public string Show(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        var format = style < _styles.Count ? Plain(_styles[style]) : "";
        return IsDate(format) && Moment(number) is { } moment ? Date(moment, format)
            : format.Contains('%', StringComparison.Ordinal) ? Percentage(number, format)
            : value.AsSpan().IndexOfAny("eE.") < 0 ? value
            : Math.Abs(number) is >= 1e15 or < 1e-9 ? number.ToString("G15", CultureInfo.InvariantCulture)
            : ((decimal)number).ToString(CultureInfo.InvariantCulture);
    }

    // The part for positive numbers, without colours, languages, spacing and quotation marks.
    private static string Plain(string format)
    {
        var plain = new StringBuilder();
        var (quoted, bracketed) = (false, false);
        for (var at = 0; at < format.Length; at++)
        {
            var c = format[at];
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                plain.Append(char.IsAsciiLetter(c) ? ' ' : c);
            }
            else if (c is '[' or ']')
            {
                bracketed = c == '[';
            }
            else if (c is '\\' or '_' or '*')
            {
                at++;
                plain.Append(c == '\\' && at < format.Length ? format[at] : "");
            }
            else if (c == ';')
            {
                break;
            }
            else if (!bracketed)
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Replace("@", "", StringComparison.Ordinal).Trim();
    }

    private static bool IsDate(string format) =>
        !format.Contains("General", StringComparison.OrdinalIgnoreCase) && format.AsSpan().IndexOfAny(DateSigns) >= 0 && format.AsSpan().IndexOfAny("0#?") < 0;

    private DateTime? Moment(double number)
    {
        var days = number + (_from1904 ? 1462 : 0);
        return days is >= 1 and < 2_958_466 ? new DateTime(1899, 12, 30).AddDays(days < 60 && !_from1904 ? days + 1 : days) : null;
    }

    private static string Date(DateTime moment, string format)
    {
        var shown = new StringBuilder();
        var afterHour = false;
        for (var at = 0; at < format.Length;)
        {
            var c = char.ToLowerInvariant(format[at]);
            var length = 1;
            while (at + length < format.Length && char.ToLowerInvariant(format[at + length]) == c)
            {
                length++;
            }

            at += length;
            afterHour = c is 'h' || (afterHour && c is ':' or 'm');
            shown.Append(c switch
            {
                'y' => moment.ToString(length > 2 ? "yyyy" : "yy", CultureInfo.InvariantCulture),
                'm' when afterHour => moment.ToString("mm", CultureInfo.InvariantCulture),
                'm' => moment.ToString(length switch { 1 => "%M", 2 => "MM", 3 => "MMM", _ => "MMMM" }, CultureInfo.InvariantCulture),
                'd' => moment.ToString(length switch { 1 => "%d", 2 => "dd", 3 => "ddd", _ => "dddd" }, CultureInfo.InvariantCulture),
                'h' => moment.ToString(length > 1 ? "HH" : "%H", CultureInfo.InvariantCulture),
                's' => moment.ToString("ss", CultureInfo.InvariantCulture),
                _ => new string(format[at - 1], length),
            });
        }

        return shown.ToString();
    }

    private static string Percentage(double number, string format)
    {
        var point = format.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : format.AsSpan(point + 1).IndexOfAnyExcept("0#") is >= 0 and var end ? end : 0;
        return Math.Abs(number) > 1e9 ? number.ToString(CultureInfo.InvariantCulture) : (number * 100).ToString("F" + Math.Min(places, 10).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + "%";
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
