using Plotly.NET;
using Regularization.Course;
using Chart = Regularization.Course.Chart;
using Plot = Plotly.NET.CSharp.Chart;

namespace Regularization.Plots;

/// <summary>Draws charts with Plotly.NET.</summary>
public sealed class PlotlyRenderer : IChartRenderer
{
    private static readonly Lazy<PlotlyScript> Script = new(PlotlyResource.Read);

    /// <inheritdoc/>
    public PlotlyScript PlotlyJs => Script.Value;

    /// <inheritdoc/>
    public string ToPlotlyJson(Chart chart)
    {
        var figure = Build(chart);
        return ObjectJson.Write(Node.Of(("data", GenericChart.getTraces(figure)), ("layout", GenericChart.getLayout(figure)), ("config", GenericChart.getConfig(figure))));
    }

    /// <summary>The chart as a chart of Plotly.NET.</summary>
    internal static GenericChart Build(Chart chart)
    {
        var start = chart.Slider is { } slider ? chart.At(slider.Active) : chart;
        var traces = start.Layers.Select(l => GenericChart.ofTraceObject(false, Traces.Of(l, chart)));
        var layout = FigureLayout.Of(chart, SliderSteps.Of(chart)).With(("meta", Meta(chart)));
        return GenericChart.setConfig(Config(), GenericChart.setLayout(layout, Plot.Combine(traces)));
    }

    private static DynamicObj.DynamicObj Meta(Chart chart)
    {
        var table = chart.Table ?? DataTable.Of(chart);
        return Node.Of(("description", chart.Description),
            ("table", Node.Of(("columns", table.Columns.ToArray()), ("rows", table.Rows.Select(r => r.ToArray()).ToArray()), ("caption", table.Caption))));
    }

    // A figure reads like a picture: no tool bar over it, and dragging on a touch screen scrolls the page (dragmode in the layout).
    private static Config Config() => new Config().With(("responsive", true), ("displaylogo", false), ("displayModeBar", false));
}
