namespace Regularization;

/// <summary><c>A ← A ∪ {argmax_j |x_jᵀr|}</c>, then <c>r ← y − X_A w_A</c> with the best weights: adds the column most correlated with the residual.</summary>
/// <remarks>
/// Columns count at unit length. Cheaper to decide than forward stepwise, which asks what a column adds after the others are projected out of it. No
/// certificate. Source: Pati, Rezaiifar and Krishnaprasad (1993).
/// </remarks>
public static class OrthogonalMatchingPursuit
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
        SubsetHeuristic.Grow(problem, size, (projected, j) => Math.Abs(projected.Correlation(j)), cancellation);
}
