namespace Regularization.Course;

/// <summary>The mean relative test error of a method at one signal-to-noise ratio.</summary>
/// <param name="Snr">wᵀΣw/σ².</param>
/// <param name="Lasso">The lasso.</param>
/// <param name="Relaxed">The relaxed lasso, λ and φ both chosen.</param>
/// <param name="Subset">Best subset.</param>
/// <param name="Deviation">The standard error of the mean difference between lasso and best subset.</param>
public sealed record SnrResult(double Snr, double Lasso, double Relaxed, double Subset, double Deviation);

/// <summary>Lasso, relaxed lasso and best subset on the same data over a range of signal-to-noise ratios.</summary>
/// <remarks>As in Hastie, Tibshirani and Tibshirani (2020), in small: n = 100, p = 10, five weights of 1, neighboring columns with correlation 0.35. Every method's strength is
/// chosen by its error on a validation set of n more rows. The error is the expected one on a new row over σ²: <c>1 + (ŵ − w)ᵀΣ(ŵ − w)/σ²</c>.</remarks>
public static class SparseStudy
{
    /// <summary>n, the rows of a data set and of its validation set.</summary>
    public const int Rows = 100;

    /// <summary>p.</summary>
    public const int Columns = 10;

    /// <summary>The correlation of neighboring columns.</summary>
    public const double Correlation = 0.35;

    private const int Nonzeros = 5;
    private static readonly double[] Phis = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>Runs the study.</summary>
    /// <param name="ratios">The signal-to-noise ratios, each above 0.</param>
    /// <param name="trials">How many data sets for each.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<SnrResult> Run(IReadOnlyList<double> ratios, int trials, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 2);
        // Each ratio and trial has its own seed, so the order in which threads take them changes nothing.
        return [.. ratios.AsParallel().AsOrdered().Select((ratio, i) => Mean(ratio, [.. Enumerable.Range(0, trials).Select(t => Trial(ratio, seed + (ulong)(1000 * i + t)))]))];
    }

    private static SnrResult Mean(double ratio, (double Lasso, double Relaxed, double Subset)[] trials)
    {
        var differences = trials.Select(t => t.Lasso - t.Subset).ToArray();
        var variance = differences.Sum(d => Math.Pow(d - differences.Average(), 2)) / (trials.Length - 1);
        return new(ratio, trials.Average(t => t.Lasso), trials.Average(t => t.Relaxed), trials.Average(t => t.Subset), Math.Sqrt(variance / trials.Length));
    }

    private static (double Lasso, double Relaxed, double Subset) Trial(double ratio, ulong seed)
    {
        var random = new SeededRandom(seed);
        var w = Vector.Build.Dense(Columns, j => j < Nonzeros ? 1 : 0);
        var covariance = Matrix.Build.Dense(Columns, Columns, (i, j) => Math.Pow(Correlation, Math.Abs(i - j)));
        var noise = Math.Sqrt(w * covariance * w / ratio);
        var (x, more) = (SyntheticData.CorrelatedDesign(Rows, Columns, Correlation, random), SyntheticData.CorrelatedDesign(Rows, Columns, Correlation, random));
        var (y, moreY) = (x * w + noise * random.NextNormals(Rows), more * w + noise * random.NextNormals(Rows));

        double Chosen(IEnumerable<Vector> candidates)
        {
            var off = candidates.MinBy(v => (moreY - more * v).L2Norm())! - w;
            return 1 + off * covariance * off / (noise * noise);
        }

        var path = LassoPath.Fit(x, y);
        Vector[] lasso = [.. Enumerable.Range(0, 50).Select(i => path.At(path.LambdaMax * Math.Pow(1e-3, i / 49.0)))];
        // The refit depends on the support only, which many λ share.
        var refits = new Dictionary<string, Vector>();
        Vector Refit(Vector v)
        {
            var support = string.Concat(v.Select(vj => vj == 0 ? '0' : '1'));
            return refits.TryGetValue(support, out var known) ? known : refits[support] = RelaxedLasso.At(v, x, y, 0);
        }

        return (Chosen(lasso), Chosen(lasso.SelectMany(v => Phis.Select(phi => phi * v + (1 - phi) * Refit(v)))), Chosen(BestSubset.Enumerate(x, y).Sizes.Select(s => s.W)));
    }
}
