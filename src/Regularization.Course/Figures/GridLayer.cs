using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A layer given by the values <c>z[i, j]</c> at <c>(x[j], y[i])</c> of a grid: a row of z for every y.</summary>
public abstract record GridLayer : Layer
{
    private protected GridLayer(string name, IEnumerable<double> x, IEnumerable<double> y, Matrix z) : base(name)
    {
        (X, Y) = ([.. x], [.. y]);
        if (z.RowCount != Y.Length || z.ColumnCount != X.Length)
            throw new ArgumentException($"Layer '{name}' has a {z.RowCount}×{z.ColumnCount} grid; expected {Y.Length}×{X.Length}, a row for every y.", nameof(z));
        Z = z.Clone();
    }

    private protected GridLayer(string name, IEnumerable<double> x, IEnumerable<double> y, Func<double, double, double> z)
        : this(name, [.. x], [.. y], z) { }

    private GridLayer(string name, double[] x, double[] y, Func<double, double, double> z)
        : this(name, x, y, Matrix.Build.Dense(y.Length, x.Length, (i, j) => z(x[j], y[i]))) { }

    /// <summary>The horizontal coordinates of the columns.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>The vertical coordinates of the rows.</summary>
    public ImmutableArray<double> Y { get; }

    /// <summary>The values, a row for every y.</summary>
    public Matrix Z { get; }

    internal override IEnumerable<(object X, object Y)> Points => [];
}
