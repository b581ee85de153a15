namespace Regularization.Course;

/// <summary>Lines of equal height, <c>{(x, y) : z(x, y) = level}</c>.</summary>
public sealed record ContourLayer : GridLayer
{
    /// <summary>Contour lines of a grid.</summary>
    public ContourLayer(string name, IEnumerable<double> x, IEnumerable<double> y, Matrix z) : base(name, x, y, z) { }

    /// <summary>Contour lines of a function, evaluated on the grid.</summary>
    public ContourLayer(string name, IEnumerable<double> x, IEnumerable<double> y, Func<double, double, double> z) : base(name, x, y, z) { }

    /// <summary>The levels <c>Start, Start + Step, … ≤ End</c>, <see langword="null"/> for about ten round ones.</summary>
    public (double Start, double End, double Step)? Levels { get; init; }

    /// <summary>The width of the lines in pixels.</summary>
    public double Width { get; init; } = 1.5;

    /// <summary>Unbroken, dashed or dotted.</summary>
    public Dash Dash { get; init; }
}
