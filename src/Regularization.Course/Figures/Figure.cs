namespace Regularization.Course;

/// <summary>A drawn chart: Plotly's JSON, the sentence that says what it shows, and the data behind it.</summary>
/// <param name="PlotlyJson">An object with <c>data</c>, <c>layout</c> and <c>config</c>, as text.</param>
/// <param name="Description">The alt text.</param>
/// <param name="Table">The data table.</param>
public sealed record Figure(string PlotlyJson, string Description, Table Table)
{
    internal IChartRenderer? Renderer { get; init; }

    /// <summary>The figure of a chart, drawn by a renderer.</summary>
    public static Figure From(Chart chart, IChartRenderer renderer) =>
        new(renderer.ToPlotlyJson(chart), chart.Description, chart.Table ?? DataTable.Of(chart)) { Renderer = renderer };

    /// <summary>The figure as one piece of HTML that needs no network: the drawing script, and the alt text and the data where there is no script.</summary>
    /// <remarks>The first figure since <see cref="Lesson.Start"/> brings plotly.js along; the others wait for it.</remarks>
    public string ToHtml() => FigureHtml.Write(this);

    /// <summary>The alt text.</summary>
    public override string ToString() => Description;
}
