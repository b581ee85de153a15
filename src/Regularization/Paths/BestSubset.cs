using System.Numerics;

namespace Regularization;

/// <summary>The best model of one size.</summary>
/// <param name="Size">k, the number of columns used.</param>
/// <param name="Support">The columns, ascending.</param>
/// <param name="W">The least-squares weights on these columns, 0 elsewhere.</param>
/// <param name="Rss"><c>‖y − Xw‖²</c>.</param>
public sealed record SubsetFit(int Size, IReadOnlyList<int> Support, Vector W, double Rss);

/// <summary>The strengths for which one size wins: <c>½RSS_k + λk</c> is smallest for <c>Low ≤ λ ≤ High</c>.</summary>
/// <param name="Size">The size k.</param>
/// <param name="Low">From this λ on.</param>
/// <param name="High">Up to this λ; infinite for size 0.</param>
public sealed record SizeRange(int Size, double Low, double High);

/// <summary><c>min ‖y − Xw‖² subject to ‖w‖₀ ≤ k</c>, for every k, by looking at all subsets.</summary>
/// <remarks>
/// Feasible for about twenty columns, and not much further: that is the lesson. The data are used as given (center first for an
/// intercept). Source: Hastie, Tibshirani and Friedman (2009), §3.3.1; Furnival and Wilson (1974) for faster ways.
/// </remarks>
public sealed class BestSubset
{
    private const int MostColumns = 20;

    private BestSubset(IReadOnlyList<SubsetFit> sizes, long examined)
    {
        Sizes = sizes;
        Examined = examined;
        OptimalSizes = [.. sizes.Select(RangeOf).Where(range => range.Low < range.High)];
    }

    /// <summary>The best fit of every size, starting with the empty one.</summary>
    public IReadOnlyList<SubsetFit> Sizes { get; }

    /// <summary>How many subsets were looked at.</summary>
    public long Examined { get; }

    /// <summary>The sizes that minimize <c>½RSS_k + λk</c> for some interval of λ (the corners of the lower convex hull), ascending.</summary>
    /// <remarks>A size that is missing solves the constraint form and no penalty form. Compares only the sizes enumerated.</remarks>
    public IReadOnlyList<SizeRange> OptimalSizes { get; }

    /// <summary>Looks at every subset of at most <paramref name="maxSize"/> columns (default: all).</summary>
    public static BestSubset Enumerate(Matrix x, Vector y, int? maxSize = null)
    {
        Argument.Length(Argument.Finite(y), Argument.Finite(x).RowCount, nameof(y));
        if (x.ColumnCount > MostColumns)
        {
            var count = FormattableString.Invariant($"2^{x.ColumnCount} = {CountSubsets(x.ColumnCount):N0}");
            throw new ArgumentException($"x has {x.ColumnCount} columns, so {count} subsets; expected at most {MostColumns} columns.", nameof(x));
        }

        var size = Argument.AtMost(Argument.AtLeast(maxSize ?? x.ColumnCount, 0, nameof(maxSize)), x.ColumnCount, nameof(maxSize));
        var search = new SubsetSearch(x, y, size);
        return new BestSubset([.. search.Run().Select(support => Refit(x, y, support))], search.Examined);
    }

    /// <summary><c>min ½‖y − b − Xw‖² + ½λ‖w̃‖² subject to ‖w‖₀ ≤ k</c>, for one k or every k, by branch and bound with a certificate.</summary>
    /// <remarks>
    /// Every point says how good it is: <see cref="SubsetPoint.Bound"/> is proven, <see cref="SubsetPoint.IsOptimal"/> is set only when it meets the objective.
    /// Sources: Furnival and Wilson (1974) for the bound by supersets; Bertsimas and Van Parys (2020) for the bound that needs no big-M.
    /// </remarks>
    /// <param name="x">The design matrix X, one row a sample, in its own units.</param>
    /// <param name="y">The response y.</param>
    /// <param name="options">Sizes, ridge, preparation, and when to stop; if left out, every size up to 8 without ridge.</param>
    /// <exception cref="ArgumentException">A number is not finite, or lengths do not fit; the message says which and where.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static SubsetPath Fit(Matrix x, Vector y, SubsetOptions? options = null) => SubsetSolver.Fit(x, y, options ?? new SubsetOptions());

    /// <summary>The same for arrays: <c>x[i, j]</c> is column j of sample i.</summary>
    public static SubsetPath Fit(double[,] x, double[] y, SubsetOptions? options = null) =>
        Fit(Matrix.Build.DenseOfArray(Argument.NotNull(x)), Vector.Build.DenseOfArray(Argument.NotNull(y)), options);

    /// <summary>The same for a data set, whose names the result keeps.</summary>
    public static SubsetPath Fit(Dataset data, SubsetOptions? options = null) =>
        Fit(Argument.NotNull(data).X, data.Y, (options ?? new SubsetOptions()) with { Names = data.Names });

    /// <summary>The best fit for <c>½‖y − Xw‖² + λ‖w‖₀</c>; at a tie the smaller one.</summary>
    public SubsetFit At(double lambda)
    {
        Argument.Nonnegative(lambda);
        return Sizes.MinBy(fit => fit.Rss / 2 + lambda * fit.Size)!;
    }

    /// <summary><c>2^p</c>, the number of subsets of p columns.</summary>
    public static BigInteger CountSubsets(int columns) => BigInteger.One << Argument.AtLeast(columns, 0);

    /// <summary><c>C(p, k) = p!/(k!(p−k)!)</c>, the number of subsets with exactly k of p columns; 0 for k > p.</summary>
    public static BigInteger CountSubsets(int columns, int size)
    {
        Argument.AtLeast(columns, 0);
        Argument.AtLeast(size, 0);
        var count = BigInteger.One;
        for (var i = 0; i < size; i++)
            count = count * (columns - i) / (i + 1);
        return count;
    }

    private SizeRange RangeOf(SubsetFit fit) => new(
        fit.Size,
        Sizes.Where(other => other.Size > fit.Size).Select(other => Price(fit, other)).Append(0).Max(),
        Sizes.Where(other => other.Size < fit.Size).Select(other => Price(other, fit)).Append(double.PositiveInfinity).Min());

    // The λ at which the smaller and the larger fit cost the same.
    private static double Price(SubsetFit smaller, SubsetFit larger) => (smaller.Rss - larger.Rss) / 2 / (larger.Size - smaller.Size);

    private static SubsetFit Refit(Matrix x, Vector y, int[] support)
    {
        var w = Vector.Build.Dense(x.ColumnCount);
        if (support.Length > 0)
        {
            var fit = RidgePath.Fit(Matrix.Build.DenseOfColumnVectors(support.Select(x.Column)), y).At(0);
            for (var i = 0; i < support.Length; i++)
                w[support[i]] = fit[i];
        }

        var residual = y - x * w;
        return new SubsetFit(support.Length, support, w, residual * residual);
    }
}
