namespace Regularization;

/// <summary><c>w ← H_k(w + (Xᵀ(y − Xw) − λw)/L)</c>: a gradient step, then all but the k largest weights are cut off; at the end the best weights on that support.</summary>
/// <remarks>
/// Projected gradient descent on the set <c>‖w‖₀ ≤ k</c>. With L above the largest eigenvalue of <c>XᵀX + λI</c> the objective never rises; where it
/// ends depends on where it begins, which is 0; after 20,000 steps it ends in any case. Columns count at unit length. No certificate. Source: Blumensath and Davies (2008).
/// </remarks>
public static class IterativeHardThresholding
{
    private const int MostIterations = 20_000;
    private const int PowerIterations = 30;
    private const double Still = 1e-10;

    /// <summary>One support a size.</summary>
    /// <inheritdoc cref="BestSubset.Fit(Matrix, Vector, SubsetOptions)"/>
    public static SubsetPath Fit(Matrix x, Vector y, SubsetOptions? options = null) => SubsetHeuristic.Fit(x, y, options, (problem, sizes) =>
    {
        var cancellation = options?.Cancellation ?? default;
        var lipschitz = Lipschitz(problem, cancellation);
        return sizes.Select(size => (IReadOnlyList<int>)Support(problem, size, lipschitz, cancellation));
    });

    private static int[] Support(SubsetProblem problem, int size, double lipschitz, CancellationToken cancellation)
    {
        var w = new double[problem.Columns];
        double[] residual = [.. problem.Y];
        int[] support = [];
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] stepped = [.. w.Select((value, j) => value + (Kernels.Dot(problem.Unit(j), residual) - problem.Ridge[j] * value) / lipschitz)];
            support = [.. Enumerable.Range(0, w.Length).Where(j => stepped[j] != 0).OrderByDescending(j => Math.Abs(stepped[j])).Take(size)];
            var next = new double[w.Length];
            foreach (var j in support)
                next[j] = stepped[j];
            var moved = w.Zip(next, (before, after) => Math.Abs(after - before)).DefaultIfEmpty(0).Max();
            w = next;
            if (moved <= Still)
                break;
            problem.Y.CopyTo(residual, 0);
            foreach (var j in support)
                Kernels.Axpy(-w[j], problem.Unit(j), residual);
        }

        return support;
    }

    // The power iteration comes from below, so a little is added.
    private static double Lipschitz(SubsetProblem problem, CancellationToken cancellation)
    {
        double[] v = [.. Enumerable.Repeat(1.0, problem.Columns)];
        var eigenvalue = 1.0;
        for (var iteration = 0; iteration < PowerIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var length = Math.Sqrt(Kernels.SumOfSquares(v));
            var image = new double[problem.Rows];
            for (var j = 0; j < v.Length; j++)
                Kernels.Axpy(v[j] / length, problem.Unit(j), image);
            v = [.. v.Select((value, j) => Kernels.Dot(problem.Unit(j), image) + problem.Ridge[j] * value / length)];
            eigenvalue = Math.Max(eigenvalue, Math.Sqrt(Kernels.SumOfSquares(v)));
        }

        return 1.05 * eigenvalue;
    }
}
