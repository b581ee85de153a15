using Plotly.NET;
using Regularization.Course;
using Layer = Regularization.Course.Layer;
using Plot = Plotly.NET.CSharp.Chart;

namespace Regularization.Plots;

/// <summary>Every layer of a chart as one trace of Plotly.NET.</summary>
internal static class Traces
{
    public static Trace Of(Layer layer, Course.Chart chart) => layer switch
    {
        LineLayer l => Scatter(l, l.X, l.Y, l.Markers ? StyleParam.Mode.Lines_Markers : StyleParam.Mode.Lines)
            .With(("line", Line(l.Color, l.Width, l.Dash, l.Steps ? "hv" : null)), ("marker", l.Markers ? Marker(l.Color, MarkerSymbol.Circle, 6) : null))
            .Hovered(l, chart),
        MarkerLayer l => Scatter(l, l.X, l.Y, StyleParam.Mode.Markers).With(("marker", Marker(l.Color, l.Symbol, l.Size))).Hovered(l, chart),
        AreaLayer l => Scatter(l, Closed(l.X), Closed(l.Y), StyleParam.Mode.Lines)
            .With(("fill", "toself"), ("fillcolor", Palette.Rgba(l.Color, l.Opacity)), ("line", Line(l.Color, l.Width, l.Dash)), ("hoverinfo", "skip")),
        BandLayer l => Scatter(l, [.. l.X, .. l.X.Reverse()], [.. l.Low, .. l.High.Reverse()], StyleParam.Mode.Lines)
            .With(("fill", "toself"), ("fillcolor", Palette.Rgba(l.Color, l.Opacity)), ("line", Line(l.Color, 0, Dash.Solid)), ("hoverinfo", "skip")),
        ErrorBarLayer l => Scatter(l, l.X, l.Y, StyleParam.Mode.Markers)
            .With(("marker", Marker(l.Color, l.Symbol, l.Size)), ("error_y", ErrorBars(l))).Hovered(l, chart),
        TextLayer l => Scatter(l, l.X, l.Y, StyleParam.Mode.Text).With(("text", l.Text.Select(t => Spaced(t, l.Position)).ToArray()), ("textposition", Theme.PositionName(l.Position)),
            ("textfont", Node.Of(("size", l.Size), ("color", Palette.Hex(l.Color)))), ("hoverinfo", "skip"), ("cliponaxis", false)),
        ArrowLayer l => Arrows(l),
        BarLayer l => Only(Plot.Column<double, string, string>(l.Values, Name: l.Name, ShowLegend: l.InLegend, UseDefaults: false))
            .With(("x", l.Categories.ToArray()), ("marker", Node.Of(("color", Palette.Hex(l.Color))))).Hovered(l, chart),
        ContourLayer l => Grid(l, Plot.Contour<double, double, double, string>(Rows(l), Name: l.Name, ShowLegend: l.InLegend, UseDefaults: false))
            .With(("contours", Contours(l)), ("line", Line(l.Color, l.Width, l.Dash)), ("showscale", false), ("hoverinfo", "skip")),
        HeatLayer l => Grid(l, Plot.Heatmap<double, double, double, string>(Rows(l), Name: l.Name, ShowLegend: false, UseDefaults: false))
            .With(("colorscale", Theme.Scale(l.Diverging)), ("zmin", l.Range?.Low), ("zmax", l.Range?.High), ("zmid", l.Diverging ? 0.0 : null),
                ("colorbar", Node.Of(("thickness", 12.0), ("outlinewidth", 0.0), ("tickfont", Theme.Font(11)))),
                ("hovertemplate", "%{x:.4~g}, %{y:.4~g}: %{z:.5~g}<extra></extra>")),
        _ => throw new NotSupportedException($"There is no way to draw a {layer.GetType().Name}."),
    };

    private static Trace Scatter(Layer layer, IEnumerable<double> x, IEnumerable<double> y, StyleParam.Mode mode) =>
        Only(Plot.Scatter<double, double, string>(x.ToArray(), y.ToArray(), mode, Name: layer.Name, ShowLegend: layer.InLegend, UseDefaults: false));

    private static Trace Only(GenericChart chart) => GenericChart.getTraces(chart).Head;

    private static Trace Grid(GridLayer layer, GenericChart chart) => Only(chart).With(("x", layer.X.ToArray()), ("y", layer.Y.ToArray()));

    private static double[][] Rows(GridLayer layer) => layer.Z.ToRowArrays();

    private static double[] Closed(IReadOnlyList<double> corners) => corners.Count == 0 ? [] : [.. corners, corners[0]];

    private static DynamicObj.DynamicObj Line(ColorRole color, double width, Dash dash, string? shape = null) =>
        Node.Of(("color", Palette.Hex(color)), ("width", width), ("dash", Theme.DashName(dash)), ("shape", shape));

    private static DynamicObj.DynamicObj Marker(ColorRole color, MarkerSymbol symbol, double size) =>
        Node.Of(("color", Palette.Hex(color)), ("symbol", Theme.SymbolName(symbol)), ("size", size),
            ("line", symbol == MarkerSymbol.OpenCircle ? null : Node.Of(("color", Theme.Paper), ("width", 1.0))));

    private static DynamicObj.DynamicObj ErrorBars(ErrorBarLayer layer) => Node.Of(("type", "data"), ("symmetric", false),
        ("array", layer.High.Zip(layer.Y, (high, y) => high - y).ToArray()), ("arrayminus", layer.Y.Zip(layer.Low, (y, low) => y - low).ToArray()),
        ("color", Palette.Hex(layer.Color)), ("thickness", 1.5), ("width", 4.0));

    private static DynamicObj.DynamicObj Contours(ContourLayer layer) => layer.Levels is { } levels
        ? Node.Of(("coloring", "none"), ("start", levels.Start), ("end", levels.End), ("size", levels.Step))
        : Node.Of(("coloring", "none"));

    // An arrow is a line whose second marker is a head that looks along the line; NaN parts one arrow from the next.
    private static Trace Arrows(ArrowLayer layer) =>
        Scatter(layer, layer.Arrows.SelectMany(a => (double[])[a.X, a.ToX, double.NaN]), layer.Arrows.SelectMany(a => (double[])[a.Y, a.ToY, double.NaN]), StyleParam.Mode.Lines_Markers)
            .With(("line", Line(layer.Color, layer.Width, Dash.Solid)), ("hoverinfo", "skip"),
                ("marker", Node.Of(("symbol", "arrow"), ("angleref", "previous"), ("color", Palette.Hex(layer.Color)),
                    ("size", layer.Arrows.SelectMany(_ => (double[])[0, 8 + (2 * layer.Width), 0]).ToArray()))));

    private static Trace Hovered(this Trace trace, Layer layer, Course.Chart chart) => layer.Hover.IsEmpty
        ? trace.With(("hovertemplate", $"{layer.Name}<br>{Named(chart.XAxis, "x")}: {(layer is BarLayer ? "%{x}" : "%{x:.5~g}")}<br>{Named(chart.YAxis, "y")}: %{{y:.5~g}}<extra></extra>"))
        : trace.With(("hovertext", layer.Hover.ToArray()), ("hovertemplate", "%{hovertext}<extra></extra>"));

    /// <summary>Two blanks between a text and the point beside it.</summary>
    private static string Spaced(string text, TextPosition position) => position switch
    {
        TextPosition.TopRight or TextPosition.Right or TextPosition.BottomRight => "\u00a0\u00a0" + text,
        TextPosition.TopLeft or TextPosition.Left or TextPosition.BottomLeft => text + "\u00a0\u00a0",
        _ => text,
    };

    private static string Named(Axis axis, string otherwise) => axis.Title.Length > 0 ? axis.Title : otherwise;
}
