namespace Regularization;

/// <summary><c>A ← A ∪ {argmax_j objective(A) − objective(A ∪ {j})}</c>: adds the column that helps most, again and again.</summary>
/// <remarks>
/// Supports are nested, which best subsets need not be: a column once taken stays. Also called orthogonal least squares. No certificate: the bound
/// of every point is 0. Source: Hastie, Tibshirani and Friedman (2009), §3.3.2.
/// </remarks>
public static class ForwardStepwise
{
    /// <summary>One support a size.</summary>
    /// <inheritdoc cref="BestSubset.Fit(Matrix, Vector, SubsetOptions)"/>
    public static SubsetPath Fit(Matrix x, Vector y, SubsetOptions? options = null) => SubsetHeuristic.Fit(x, y, options, (problem, sizes) =>
    {
        var order = Support(problem, sizes[^1], options?.Cancellation ?? default);
        return sizes.Select(size => (IReadOnlyList<int>)[.. order.Take(size)]);
    });

    /// <summary>The columns in the order in which they are taken.</summary>
    internal static IReadOnlyList<int> Support(SubsetProblem problem, int size, CancellationToken cancellation) =>
        SubsetHeuristic.Grow(problem, size, (projected, j) => projected.Drop(j), cancellation);
}
