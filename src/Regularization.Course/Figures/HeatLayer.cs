namespace Regularization.Course;

/// <summary>A grid of colors: light to dark for amounts, or blue – white – vermillion for values of both signs.</summary>
public sealed record HeatLayer : GridLayer
{
    /// <summary>Colors of a grid.</summary>
    public HeatLayer(string name, IEnumerable<double> x, IEnumerable<double> y, Matrix z) : base(name, x, y, z) { }

    /// <summary>Colors of a function, evaluated on the grid.</summary>
    public HeatLayer(string name, IEnumerable<double> x, IEnumerable<double> y, Func<double, double, double> z) : base(name, x, y, z) { }

    /// <summary>Whether zero is the middle of the colors.</summary>
    public bool Diverging { get; init; }

    /// <summary>The values at the ends of the colors, <see langword="null"/> to take them from the data.</summary>
    public (double Low, double High)? Range { get; init; }
}
