namespace Regularization.Course;

/// <summary>A grid of colours: light to dark for amounts, or blue – white – vermillion for values of both signs.</summary>
public sealed record HeatLayer : GridLayer
{
    /// <summary>Colours of a grid.</summary>
    public HeatLayer(string name, IEnumerable<double> x, IEnumerable<double> y, Matrix z) : base(name, x, y, z) { }

    /// <summary>Colours of a function, evaluated on the grid.</summary>
    public HeatLayer(string name, IEnumerable<double> x, IEnumerable<double> y, Func<double, double, double> z) : base(name, x, y, z) { }

    /// <summary>Whether zero is the middle of the colours.</summary>
    public bool Diverging { get; init; }

    /// <summary>The values at the ends of the colours, <see langword="null"/> to take them from the data.</summary>
    public (double Low, double High)? Range { get; init; }
}
