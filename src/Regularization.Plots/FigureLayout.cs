using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Regularization.Course;
using Chart = Regularization.Course.Chart;

namespace Regularization.Plots;

/// <summary>Axes, title, legend and slider of a figure, with a place of its own for each.</summary>
/// <remarks>
/// Top to bottom: title, picture, axis title, slider, legend. Plotly moves these by itself only for some of them, and they then overlap on a
/// narrow screen; so the places are computed here, for a width of 360 pixels, and Plotly's own moving is off. A wider screen has a little
/// room to spare below.
/// </remarks>
internal static class FigureLayout
{
    private const double NarrowWidth = 272, LineHeight = 20, Letter = 7.2, AxisSpace = 48, SliderSpace = 84;

    public static Layout Of(Chart chart, IReadOnlyList<DynamicObj.DynamicObj> steps)
    {
        string[] title = [.. Wrap(chart.Title, 36).Select(l => $"<b>{l}</b>"), .. Wrap(chart.Subtitle ?? "", 52).Select(l => $"<span style=\"font-size:12px\">{l}</span>")];
        // Plotly sets a title of one line below its anchor and the first line of a longer one on it.
        var (padding, top) = title.Length == 1 ? (10.0, 36.0) : (22.0, 16 + (LineHeight * title.Length));
        var slider = steps.Count > 0 ? SliderSpace : 0;
        var bottom = AxisSpace + slider + LegendHeight(chart) + 6;
        var layout = new Layout().With(
            ("title", Node.Of(("text", string.Join("<br>", title)), ("font", Theme.Font(15)), ("x", 0.0), ("xref", "container"), ("xanchor", "left"),
                ("y", 1.0), ("yref", "container"), ("yanchor", "top"), ("pad", Node.Of(("t", padding), ("l", 10.0))))),
            ("font", Theme.Font(12)), ("autosize", true), ("height", top + chart.Height + bottom),
            ("margin", Node.Of(("l", 62.0), ("r", chart.Layers.Any(l => l is HeatLayer) ? 70.0 : 16.0), ("t", top), ("b", bottom), ("autoexpand", false))),
            ("paper_bgcolor", Theme.Paper), ("plot_bgcolor", Theme.Paper), ("hovermode", "closest"), ("dragmode", false), ("bargap", chart.Layers.Any(l => l is BarLayer) ? 0.25 : null),
            ("hoverlabel", Node.Of(("font", Theme.Font(12)), ("bgcolor", Theme.Paper))),
            ("xaxis", AxisNode(chart.XAxis, chart, vertical: false)), ("yaxis", AxisNode(chart.YAxis, chart, vertical: true)),
            ("showlegend", Listed(chart).Length > 1),
            ("legend", Node.Of(("orientation", "h"), ("x", 0.0), ("xanchor", "left"), ("y", -(AxisSpace + slider) / chart.Height), ("yanchor", "top"), ("font", Theme.Font(12)))));
        return steps.Count == 0 ? layout : layout.With(("sliders", new object[] { SliderNode(chart.Slider!, steps) }));
    }

    private static DynamicObj.DynamicObj AxisNode(Axis axis, Chart chart, bool vertical)
    {
        double End(double value) => axis.Log ? Math.Log10(value) : value;
        var (low, high) = Extent.Of(chart, axis, vertical);
        var node = new LinearAxis().With(
            ("title", Node.Of(("text", axis.Title), ("font", Theme.Font(13)), ("standoff", 8.0))), ("type", axis.Log ? "log" : null),
            ("range", axis.Range is { } range ? new[] { End(range.Low), End(range.High) } : null),
            ("dtick", axis.Log && axis.Ticks.IsEmpty && Math.Abs(End(high) - End(low)) > 1.5 ? 1 : null), // powers of ten alone
            ("tickformat", axis.TickFormat), ("showticklabels", axis.ShowTicks), ("tickfont", Theme.Font(11)),
            ("gridcolor", Theme.Grid), ("zerolinecolor", Theme.Zero), ("zerolinewidth", 1.5), ("linecolor", Theme.Zero), ("exponentformat", !axis.Log && Math.Max(Math.Abs(low), Math.Abs(high)) >= 1e5 ? "SI" : "power"));
        if (!axis.ShowTicks)
            node.With(("showgrid", false), ("zeroline", false), ("showline", false), ("ticks", ""));
        if (!axis.Ticks.IsEmpty)
            node.With(("tickvals", axis.Ticks.Select(t => t.At).ToArray()), ("ticktext", axis.Ticks.Select(t => t.Label).ToArray()));
        return chart.EqualAspect
            ? node.With(("scaleanchor", vertical ? "x" : null), ("scaleratio", vertical ? 1.0 : null), ("constrain", "domain"))
            : node;
    }

    private static DynamicObj.DynamicObj SliderNode(Course.Slider slider, IReadOnlyList<DynamicObj.DynamicObj> steps) =>
        new Plotly.NET.LayoutObjects.Slider().With(
            ("active", slider.Active), ("x", 0.0), ("len", 1.0), ("y", 0.0), ("yanchor", "top"),
            ("pad", Node.Of(("t", AxisSpace + 4), ("b", 0.0), ("l", 6.0), ("r", 6.0))),
            ("currentvalue", Node.Of(("prefix", $"{slider.Label} = "), ("xanchor", "left"), ("font", Theme.Font(13)))),
            ("font", Theme.Font(11)), ("bgcolor", Theme.Grid), ("activebgcolor", Palette.Hex(ColorRole.Blue)), ("bordercolor", Theme.Zero),
            ("ticklen", 4.0), ("minorticklen", 3.0), ("transition", Node.Of(("duration", 0.0))), ("steps", steps.ToArray()));

    private static string[] Listed(Chart chart) => [.. chart.Layers.Where(l => l.InLegend && l is not HeatLayer).Select(l => l.Name)];

    /// <summary>The height of the legend on a narrow screen: Plotly gives every entry of a horizontal legend the width of the widest.</summary>
    private static double LegendHeight(Chart chart)
    {
        var names = Listed(chart);
        if (names.Length < 2)
            return 0;
        var perRow = Math.Max(1, (int)(NarrowWidth / (46 + (Letter * names.Max(n => n.Length)))));
        return 8 + (LineHeight * Math.Ceiling((double)names.Length / perRow));
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
            yield return line;
    }
}
