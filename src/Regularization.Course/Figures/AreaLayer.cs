namespace Regularization.Course;

/// <summary>A filled polygon, closed by itself.</summary>
public sealed record AreaLayer : CurveLayer
{
    /// <summary>The polygon with the corners <c>(xᵢ, yᵢ)</c>.</summary>
    public AreaLayer(string name, IEnumerable<double> x, IEnumerable<double> y) : base(name, x, y) { }

    /// <summary>The polygon with corners given as vectors, of which the first two entries count.</summary>
    public AreaLayer(string name, IEnumerable<Vector> points) : base(name, points) { }

    /// <summary>How much the filling covers, 0 to 1.</summary>
    public double Opacity { get; init; } = 0.25;

    /// <summary>The dash of the outline.</summary>
    public Dash Dash { get; init; }

    /// <summary>The width of the outline in pixels, 0 for none.</summary>
    public double Width { get; init; } = 2;
}
