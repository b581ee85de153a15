namespace Regularization;

/// <summary>Exchanges the s columns that matter least for the s that promise most, for the best s, while that lowers the objective.</summary>
/// <remarks>
/// What a column of the support is worth is judged by <c>½w_j²</c>, what another promises by <c>½(x_jᵀr)²</c>, at unit length; both ignore the other columns, so every
/// exchange is checked by a new fit. Starts from the columns most correlated with y. No certificate. Source: Zhu, Wen, Zhu, Zhang and Wang (2020).
/// </remarks>
public static class Splicing
{
    // An exchange has to be worth more than rounding errors.
    private const double Worth = 1e-12;

    /// <summary>One support a size.</summary>
    /// <inheritdoc cref="BestSubset.Fit(Matrix, Vector, SubsetOptions)"/>
    public static SubsetPath Fit(Matrix x, Vector y, SubsetOptions? options = null) => SubsetHeuristic.Fit(x, y, options, (problem, sizes) =>
        sizes.Select(size => (IReadOnlyList<int>)Support(problem, size, options?.Cancellation ?? default)));

    private static int[] Support(SubsetProblem problem, int size, CancellationToken cancellation)
    {
        int[] support = [.. Enumerable.Range(0, problem.Columns).OrderByDescending(j => Math.Abs(problem.Correlation[j])).Take(size)];
        var projected = new ProjectedColumns(problem);
        var objective = projected.Project(support).Objective;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int[]? better = null;
            foreach (var candidate in Exchanges(problem, projected.Project(support), support))
            {
                if (projected.Project(candidate).Objective is var value && value < objective - Worth)
                    (objective, better) = (value, candidate);
            }

            if (better is null)
                return support;
            support = better;
        }
    }

    // One candidate for every s: the first s to go, the first s to come.
    private static int[][] Exchanges(SubsetProblem problem, ProjectedColumns projected, int[] support)
    {
        var factor = SmallCholesky.Of(problem, support);
        var w = factor.Solve([.. factor.Columns.Select(j => problem.Correlation[j])]);
        double Worth(int j) => factor.Columns.Index().Where(pair => pair.Item == j).Sum(pair => w[pair.Index] * w[pair.Index]);
        int[] going = [.. support.OrderBy(Worth)];
        int[] coming =
        [
            .. Enumerable.Range(0, problem.Columns).Except(support).OrderByDescending(j => Math.Abs(projected.Correlation(j))).Take(support.Length),
        ];
        return [.. Enumerable.Range(1, coming.Length).Select(s => (int[])[.. going.Skip(s), .. coming.Take(s)])];
    }
}
