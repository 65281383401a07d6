using System.Globalization;

namespace GovDisclosure.Web.Pages.Office.Charts;

/// <summary>A part of every column, such as 'done in time'.</summary>
/// <param name="CssClass">Its colour, the same as in bars.</param>
/// <param name="Label">Its name.</param>
public sealed record ChartPart(string CssClass, string Label);

/// <summary>One figure of a column with the rows that it counts.</summary>
public sealed record ChartFigure(int Count, string Href);

/// <summary>A column.</summary>
/// <param name="Label">What stands beneath it.</param>
/// <param name="Figures">One for each part, from the bottom up.</param>
/// <param name="Mark">What stands above it besides its total, such as how many are overdue; <see langword="null"/> for nothing.</param>
public sealed record ChartColumn(string Label, IReadOnlyList<ChartFigure> Figures, string? Mark)
{
    public int Total => Figures.Sum(figure => figure.Count);
}

/// <summary>A rectangle of the drawing.</summary>
public sealed record ChartBar(string CssClass, string X, string Y, string Width, string Height);

/// <summary>Words of the drawing.</summary>
public sealed record ChartLabel(string CssClass, string X, string Y, string Words);

/// <summary>A chart of stacked columns, drawn by the server: the figures and, for the page, where everything stands.</summary>
/// <param name="Id">Names its parts on the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What there is to see in it, for those who cannot.</param>
/// <param name="ColumnsAre">What a column is: the head of the table's first column.</param>
/// <param name="Parts">The parts, from the bottom up.</param>
/// <param name="Columns">The columns, from the left.</param>
public sealed record ColumnChart(
    string Id, string Title, string Description, string ColumnsAre, IReadOnlyList<ChartPart> Parts, IReadOnlyList<ChartColumn> Columns)
{
    /// <summary>The drawing's size, in its own units.</summary>
    public const int Width = 720;

    public const int Height = 230;

    private const double Top = 44;
    private const double Base = 200;
    private const double WidestBar = 56;

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => Columns.All(column => column.Total == 0);

    /// <summary>The rectangles, with a stripe in what was done late: colour never speaks alone.</summary>
    public IEnumerable<ChartBar> Bars()
    {
        var most = Columns.Max(column => column.Total);
        for (var index = 0; index < Columns.Count; index++)
        {
            var x = Middle(index) - (BarWidth / 2);
            var y = Base;
            for (var part = 0; part < Parts.Count; part++)
            {
                var height = Columns[index].Figures[part].Count * (Base - Top) / most;
                y -= height;
                if (height <= 0)
                {
                    continue;
                }

                // The least figure is still to be seen.
                yield return Bar(Parts[part].CssClass, x, y, BarWidth, Math.Max(height, 1));
                if (Parts[part].CssClass == "bar-done-late")
                {
                    yield return Bar("bar-stripe", x + (BarWidth / 3), y, BarWidth / 3, Math.Max(height, 1));
                }
            }
        }
    }

    /// <summary>The words on and beneath the columns.</summary>
    public IEnumerable<ChartLabel> Labels()
    {
        var most = Columns.Max(column => column.Total);
        for (var index = 0; index < Columns.Count; index++)
        {
            var column = Columns[index];
            var x = Number(Middle(index));
            var top = Base - (column.Total * (Base - Top) / most);
            yield return new ChartLabel("chart-axis", x, Number(Base + 18), column.Label);
            yield return new ChartLabel("chart-total", x, Number(top - 6), Count(column.Total));
            if (column.Mark is { } mark)
            {
                yield return new ChartLabel("chart-mark", x, Number(top - 23), mark);
            }
        }
    }

    private double Slot => (double)Width / Columns.Count;

    private double BarWidth => Math.Min(WidestBar, Slot * 0.6);

    private double Middle(int index) => (index + 0.5) * Slot;

    private static ChartBar Bar(string cssClass, double x, double y, double width, double height) =>
        new(cssClass, Number(x), Number(y), Number(width), Number(height));

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
