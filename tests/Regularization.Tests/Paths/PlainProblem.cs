namespace Regularization.Tests;

/// <summary>The slow obvious twin of the fast paths: the prepared problem written out, its objective, its minimum by coordinate descent.</summary>
internal sealed class PlainProblem
{
    private readonly Vector penaltyWeights;
    private readonly bool positive;

    public PlainProblem(Matrix x, Vector y, FitOptions options, IReadOnlyList<double>? penaltyWeights = null, bool positive = false)
    {
        var (n, p) = (x.RowCount, x.ColumnCount);
        V = Vector.Build.DenseOfEnumerable(options.SampleWeights ?? Enumerable.Repeat(1.0, n));
        Means = Vector.Build.Dense(p, j => options.Intercept ? V * x.Column(j) / V.Sum() : 0);
        var centered = x.MapIndexed((_, j, value) => value - Means[j], MathNet.Numerics.LinearAlgebra.Zeros.Include);
        Scales = Vector.Build.Dense(p, j => Scale(centered.Column(j), options.Scale));
        Mean = options.Intercept ? V * y / V.Sum() : 0;
        X = centered.MapIndexed((i, j, value) => Scales[j] == 0 ? 0 : value / Scales[j] * Math.Sqrt(V[i]), MathNet.Numerics.LinearAlgebra.Zeros.Include);
        Y = (y - Mean).PointwiseMultiply(V.PointwiseSqrt());
        this.penaltyWeights = Vector.Build.DenseOfEnumerable(penaltyWeights ?? Enumerable.Repeat(1.0, p));
        this.positive = positive;
    }

    public Matrix X { get; }

    public Vector Y { get; }

    public Vector V { get; }

    public Vector Means { get; }

    public Vector Scales { get; }

    public double Mean { get; }

    /// <summary>w̃ of a point's weights, which are those of the data.</summary>
    public Vector Prepared(PathPoint point) => point.W.PointwiseMultiply(Scales);

    public double Objective(Vector w, double l1, double l2)
    {
        var r = Y - X * w;
        return r * r / 2 + w.Select((value, j) => value == 0 ? 0 : penaltyWeights[j] * (l1 * Math.Abs(value) + l2 * value * value / 2)).Sum();
    }

    /// <summary>By how much the optimality conditions are violated, in units of a correlation.</summary>
    public double Violation(Vector w, double l1, double l2)
    {
        var correlation = X.TransposeThisAndMultiply(Y - X * w);
        double Of(int j)
        {
            var c = penaltyWeights[j];
            if (double.IsInfinity(c) || Scales[j] == 0)
                return Math.Abs(w[j]);
            var g = correlation[j] - l2 * c * w[j];
            if (w[j] == 0)
                return Math.Max(0, (positive ? g : Math.Abs(g)) - l1 * c);
            return Math.Abs(g - l1 * c * Math.Sign(w[j])) + (positive ? Math.Max(0, -w[j]) : 0);
        }

        return Enumerable.Range(0, w.Count).Max(Of);
    }

    /// <summary>The minimum, by coordinate descent from zero.</summary>
    public double Minimum(double l1, double l2)
    {
        var w = Vector.Build.Dense(X.ColumnCount);
        var r = Y.Clone();
        for (var sweep = 0; sweep < 50_000; sweep++)
        {
            var moved = 0.0;
            for (var j = 0; j < w.Count; j++)
            {
                var (column, c) = (X.Column(j), penaltyWeights[j]);
                var curvature = column * column + l2 * c;
                if (double.IsInfinity(c) || Scales[j] == 0 || curvature == 0)
                    continue;
                var z = column * r + column * column * w[j];
                var next = Math.Sign(z) * Math.Max(Math.Abs(z) - l1 * c, 0) / curvature;
                next = positive ? Math.Max(next, 0) : next;
                r -= (next - w[j]) * column;
                moved = Math.Max(moved, Math.Abs(next - w[j]));
                w[j] = next;
            }

            if (moved <= 1e-13 * (1 + w.InfinityNorm()))
                break;
        }

        return Objective(w, l1, l2);
    }

    private double Scale(Vector centered, ColumnScale scale)
    {
        var squares = centered.PointwiseMultiply(centered) * V;
        if (squares <= 1e-24 * V.Sum() * (1 + centered.InfinityNorm()))
            return 0;
        return scale switch { ColumnScale.UnitNorm => Math.Sqrt(squares), ColumnScale.UnitDeviation => Math.Sqrt(squares / V.Sum()), _ => 1 };
    }
}
