using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>One thing drawn in a chart. Layers are drawn in their order, the first at the back.</summary>
/// <param name="Name">The name: shown in the legend, and what the steps of a slider refer to. Unique in its chart.</param>
public abstract record Layer(string Name)
{
    /// <summary>The color.</summary>
    public ColorRole Color { get; init; } = ColorRole.Blue;

    /// <summary>Whether the legend lists it.</summary>
    public bool InLegend { get; init; } = true;

    /// <summary>A text for every point, shown when the pointer is on it; empty for the coordinates.</summary>
    public ImmutableArray<string> Hover { get; init; } = [];

    /// <summary>The columns and rows this layer adds to the chart's data table: the coordinates and, where there is one, a value.</summary>
    internal abstract IEnumerable<(object X, object Y)> Points { get; }

    /// <summary>Both arrays of a layer, which must be as long as each other.</summary>
    internal static (ImmutableArray<double> X, ImmutableArray<double> Y) Pair(string name, IEnumerable<double> x, IEnumerable<double> y)
    {
        ImmutableArray<double> first = [.. x], second = [.. y];
        return first.Length == second.Length
            ? (first, second)
            : throw new ArgumentException($"Layer '{name}' has {first.Length} x and {second.Length} y; expected as many of each.", nameof(y));
    }
}
