using MathNet.Numerics.Distributions;

namespace Regularization;

/// <summary>How many nonzeros <c>min ‖w‖₁ subject to Xw = y</c> recovers, without noise: <c>k &lt; ρ(δ)·n</c> with δ = n/p, for a Gaussian X and p → ∞.</summary>
/// <remarks>
/// The curve in a parameter z &gt; 0, with φ and Φ of N(0, 1): <c>δ = 2φ/(z + 2(φ − zΦ(−z)))</c>, <c>ρ = 1 − zΦ(−z)/φ</c>. Below it the share of problems in which the
/// solution is the sparse one tends to 1, above it to 0. Sources: Donoho and Tanner (2009), for the transition; Donoho, Maleki and Montanari (2009), for the formula;
/// Amelunxen, Lotz, McCoy and Tropp (2014), for another one, which the tests use.
/// </remarks>
public static class PhaseTransition
{
    /// <summary>ρ(δ): the largest share k/n of nonzeros, for δ = n/p.</summary>
    /// <param name="delta">δ, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">δ is not between 0 and 1.</exception>
    public static double Threshold(double delta)
    {
        if (!(delta is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(delta), $"delta is {delta}; expected a number between 0 and 1.");
        // δ falls from 1 to 0 as z grows; at z = 38 the density underflows.
        return Point(Bisection.Solve(z => Point(z).Delta - delta, 1e-12, 30)).Rho;
    }

    /// <summary>A point of the curve.</summary>
    /// <param name="z">The parameter, &gt; 0.</param>
    public static (double Delta, double Rho) Point(double z)
    {
        var (density, tail) = (Normal.PDF(0, 1, Argument.Positive(z)), Normal.CDF(0, 1, -z));
        return (2 * density / (z + 2 * (density - z * tail)), 1 - z * tail / density);
    }

    /// <summary>How often <c>min ‖w‖₁ subject to Xw = y</c> finds a sparse w, for Gaussian X and w.</summary>
    /// <remarks>The minimum is the end λ → 0 of the lasso path: a straight piece, whose end is least squares on its support. The support is that at λ_max/10⁵.
    /// It counts as found when no weight is off by more than 1e-6 of the largest.</remarks>
    /// <param name="rows">n.</param>
    /// <param name="columns">p.</param>
    /// <param name="nonzeros">k, at most n.</param>
    /// <param name="trials">How many problems are drawn.</param>
    /// <param name="seed">The seed.</param>
    public static Proportion Recovery(int rows, int columns, int nonzeros, int trials, ulong seed)
    {
        Argument.AtLeast(rows, 1);
        Argument.AtLeast(columns, rows);
        Argument.AtLeast(trials, 1);
        if (nonzeros < 1 || nonzeros > rows)
            throw new ArgumentOutOfRangeException(nameof(nonzeros), $"nonzeros is {nonzeros}; expected 1 to {rows}, the number of rows.");
        var random = new SeededRandom(seed);
        var hits = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            var x = Matrix.Build.Dense(rows, columns, [.. random.NextNormals(rows * columns)]);
            var w = Vector.Build.Dense(columns);
            w.SetSubVector(0, nonzeros, random.NextNormals(nonzeros));
            if ((SmallestNorm(x, x * w) - w).InfinityNorm() <= 1e-6 * w.InfinityNorm())
                hits++;
        }

        return new Proportion(hits, trials);
    }

    private static Vector SmallestNorm(Matrix x, Vector y)
    {
        var lambda = 1e-5 * x.TransposeThisAndMultiply(y).InfinityNorm();
        var path = LassoPath.Fit(x, y, new LassoOptions { Intercept = false, Scale = ColumnScale.None, Threads = 1, Grid = LambdaGrid.Of(lambda) });
        return RelaxedLasso.At(path.PointAt(lambda).W, x, y, 0);
    }
}
