using System.Numerics;

namespace Regularization.Tests;

/// <summary>The slow obvious twin: every subset, each by orthogonal projection, with none of the library's factorizations.</summary>
internal static class SlowSubsets
{
    /// <summary>The smallest <c>½RSS + ½λ‖w̃‖²</c> over all subsets of at most k columns, for k = 0, …, largest.</summary>
    public static double[] Best(Matrix x, Vector y, SubsetOptions options, int largest)
    {
        var (columns, target) = Prepare(x, y, options);
        var best = Enumerable.Repeat(double.PositiveInfinity, largest + 1).ToArray();
        for (var mask = 0; mask < 1 << columns.Length; mask++)
        {
            var size = BitOperations.PopCount((uint)mask);
            if (size <= largest)
                best[size] = Math.Min(best[size], Objective(columns, target, options.Lambda, [.. Enumerable.Range(0, columns.Length).Where(j => (mask >> j & 1) == 1)]));
        }

        for (var k = 1; k <= largest; k++)
            best[k] = Math.Min(best[k], best[k - 1]);
        return best;
    }

    /// <summary>The objective of one support.</summary>
    public static double Objective(Matrix x, Vector y, SubsetOptions options, IEnumerable<int> support)
    {
        var (columns, target) = Prepare(x, y, options);
        return Objective(columns, target, options.Lambda, [.. support]);
    }

    /// <summary>½‖y‖², the objective of no column.</summary>
    public static double Empty(Matrix x, Vector y, SubsetOptions options) => Objective(x, y, options, []);

    // Ridge is least squares with rows √λ·I below X and zeros below y.
    private static double Objective(Vector[] columns, Vector target, double lambda, int[] support)
    {
        var basis = new List<Vector>();
        for (var i = 0; i < support.Length; i++)
        {
            var column = Lengthen(columns[support[i]], lambda == 0 ? 0 : support.Length, i, Math.Sqrt(lambda));
            var rest = column;
            for (var pass = 0; pass < 2; pass++)
                rest = basis.Aggregate(rest, (r, b) => r - b * (b * r));
            if (rest.L2Norm() > 1e-6 * column.L2Norm())
                basis.Add(rest / rest.L2Norm());
        }

        var residual = basis.Aggregate(Lengthen(target, lambda == 0 ? 0 : support.Length, 0, 0), (r, b) => r - b * (b * r));
        return residual * residual / 2;
    }

    private static Vector Lengthen(Vector column, int more, int at, double value) =>
        Vector.Build.Dense(column.Count + more, i => i < column.Count ? column[i] : i == column.Count + at ? value : 0);

    private static (Vector[] Columns, Vector Target) Prepare(Matrix x, Vector y, SubsetOptions options)
    {
        var v = options.SampleWeights is { } weights ? Vector.Build.DenseOfEnumerable(weights) : Vector.Build.Dense(y.Count, 1);
        Vector Center(Vector column) => options.Intercept ? column - v * column / v.Sum() : column;
        var root = v.PointwiseSqrt();
        return ([.. x.EnumerateColumns().Select(column =>
        {
            var centered = Center(column).PointwiseMultiply(root);
            if (centered.L2Norm() <= 1e-12 * column.L2Norm())
                return 0 * centered;
            return options.Scale switch
            {
                ColumnScale.UnitNorm => centered / centered.L2Norm(),
                ColumnScale.UnitDeviation => centered / centered.L2Norm() * Math.Sqrt(v.Sum()),
                _ => centered,
            };
        })], Center(y).PointwiseMultiply(root));
    }
}
