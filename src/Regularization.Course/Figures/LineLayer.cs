namespace Regularization.Course;

/// <summary>A line through points, in their order.</summary>
public sealed record LineLayer : CurveLayer
{
    /// <summary>A line through the points <c>(xᵢ, yᵢ)</c>.</summary>
    public LineLayer(string name, IEnumerable<double> x, IEnumerable<double> y) : base(name, x, y) { }

    /// <summary>A line through points given as vectors, of which the first two entries count.</summary>
    public LineLayer(string name, IEnumerable<Vector> points) : base(name, points) { }

    /// <summary>Unbroken, dashed or dotted.</summary>
    public Dash Dash { get; init; }

    /// <summary>The width in pixels.</summary>
    public double Width { get; init; } = 2;

    /// <summary>Whether the points are marked as well.</summary>
    public bool Markers { get; init; }

    /// <summary>Whether the line keeps its height until the next point and jumps there.</summary>
    public bool Steps { get; init; }
}
