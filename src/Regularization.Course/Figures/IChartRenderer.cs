namespace Regularization.Course;

/// <summary>Turns the description of a chart into a Plotly figure. Implemented in Regularization.Plots.</summary>
public interface IChartRenderer
{
    /// <summary>The plotly.js that comes with the plotting library, so that figures can be drawn without a network.</summary>
    PlotlyScript PlotlyJs { get; }

    /// <summary>The figure as JSON: an object with <c>data</c>, <c>layout</c> and <c>config</c>.</summary>
    string ToPlotlyJson(Chart chart);
}

/// <summary>The JavaScript library plotly.js.</summary>
/// <param name="Code">The library, minified, UTF-8.</param>
/// <param name="Version">Its version.</param>
/// <param name="License">The note to keep with it.</param>
public sealed record PlotlyScript(ReadOnlyMemory<byte> Code, string Version, string License);
