namespace Regularization.Course;

/// <summary>Finds and loads Regularization.Plots, which draws charts with Plotly.NET in an assembly context of its own.</summary>
/// <remarks>Plotly.NET needs an FSharp.Core that a notebook's process may have in another version (docs/decisions/0003).</remarks>
public static class ChartRenderer
{
    private static readonly Lock Gate = new();
    private static IChartRenderer? _renderer;

    /// <summary>The folder of Regularization.Plots.dll, to set before the first figure; <see langword="null"/> to look for it.</summary>
    public static string? Folder { get; set; }

    /// <summary>The renderer, loaded at the first call.</summary>
    public static IChartRenderer Load()
    {
        lock (Gate)
            return _renderer ??= PlotsContext.Load(Folder ?? PlotsContext.Find());
    }
}
