namespace Regularization;

/// <summary><c>A ← A ∖ {i} ∪ {j}</c> while that lowers the objective, from where forward stepwise ends.</summary>
/// <remarks>
/// For every column that could leave, the best one to come is found exactly, by projecting the others out; so at the end no exchange of one column for another
/// helps. No certificate. <see cref="BestSubset.Fit(Matrix, Vector, SubsetOptions)"/> starts from here.
/// </remarks>
public static class SwapSearch
{
    /// <summary>One support a size.</summary>
    /// <inheritdoc cref="BestSubset.Fit(Matrix, Vector, SubsetOptions)"/>
    public static SubsetPath Fit(Matrix x, Vector y, SubsetOptions? options = null) => SubsetHeuristic.Fit(x, y, options, (problem, sizes) =>
    {
        var cancellation = options?.Cancellation ?? default;
        var order = ForwardStepwise.Support(problem, sizes[^1], cancellation);
        return sizes.Select(size => (IReadOnlyList<int>)Improve(problem, [.. order.Take(size)], cancellation));
    });

    // An exchange has to be worth more than rounding errors, or two equal supports would be exchanged for ever.
    private const double Worth = 1e-12;

    /// <summary>The support after the last exchange that helped, ascending.</summary>
    internal static int[] Improve(SubsetProblem problem, IReadOnlyList<int> start, CancellationToken cancellation)
    {
        var projected = new ProjectedColumns(problem);
        int[] support = [.. start];
        var objective = projected.Project(support).Objective;
        for (int place = 0, unchanged = 0; unchanged < support.Length; place = (place + 1) % support.Length, unchanged++)
        {
            cancellation.ThrowIfCancellationRequested();
            projected.Project(support, place);
            if (projected.Best() is not (>= 0 and var best) || projected.Objective - projected.Drop(best) >= objective - Worth)
                continue;
            objective = projected.Objective - projected.Drop(best);
            (support[place], unchanged) = (best, -1);
        }

        Array.Sort(support);
        return support;
    }
}
