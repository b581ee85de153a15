namespace Regularization.Course;

/// <summary>Points without a line.</summary>
public sealed record MarkerLayer : CurveLayer
{
    /// <summary>Markers at the points <c>(xᵢ, yᵢ)</c>.</summary>
    public MarkerLayer(string name, IEnumerable<double> x, IEnumerable<double> y) : base(name, x, y) { }

    /// <summary>Markers at points given as vectors, of which the first two entries count.</summary>
    public MarkerLayer(string name, IEnumerable<Vector> points) : base(name, points) { }

    /// <summary>One marker.</summary>
    public MarkerLayer(string name, double x, double y) : base(name, [x], [y]) { }

    /// <summary>The shape.</summary>
    public MarkerSymbol Symbol { get; init; }

    /// <summary>The size in pixels.</summary>
    public double Size { get; init; } = 8;
}
