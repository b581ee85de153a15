namespace Regularization;

/// <summary>A support with its weights, from the columns themselves, in the units of the data.</summary>
internal static class SubsetRefit
{
    /// <summary>The objective of a support, for y of length 1.</summary>
    public static double Objective(SubsetProblem problem, IReadOnlyList<int> columns)
    {
        var factor = SmallCholesky.Of(problem, columns);
        return Objective(problem, factor, Solve(problem, factor));
    }

    /// <summary>The fit on a support, with the certificate of a search.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="size">k.</param>
    /// <param name="columns">The columns of the problem, ascending.</param>
    /// <param name="bound">A lower bound of the objective, for y of length 1.</param>
    /// <param name="nodes">How many nodes were visited.</param>
    /// <param name="stop">Why the search ended.</param>
    public static SubsetPoint Point(SubsetProblem problem, int size, IReadOnlyList<int> columns, double bound, long nodes, SubsetStop stop)
    {
        var factor = SmallCholesky.Of(problem, columns);
        int[] used = [.. factor.Columns];
        var (w, residual) = Solve(problem, factor);
        var square = problem.Length * problem.Length;
        var objective = Objective(problem, factor, (w, residual)) * square;

        var design = problem.Design;
        int[] support = [.. used.Select(j => problem.Original[j])];
        double[] prepared = [.. w.Select((value, i) => value * problem.Length / problem.Lengths[used[i]])];
        var (intercept, weights) = design.ToOriginal(support, prepared, problem.Mean);
        return new SubsetPoint
        {
            Size = size,
            Support = support,
            Weights = weights,
            Intercept = intercept,
            Columns = design.Columns,
            Rss = Kernels.SumOfSquares(residual) * square,
            Objective = objective,
            Bound = Math.Clamp(bound * square, 0, objective),
            DegreesOfFreedom = used.Length - factor.TraceWith(problem.Ridge),
            Nodes = nodes,
            Stop = stop,
        };
    }

    private static double Objective(SubsetProblem problem, SmallCholesky factor, (double[] W, double[] Residual) fit) =>
        (Kernels.SumOfSquares(fit.Residual) + factor.Columns.Select((j, i) => problem.Ridge[j] * fit.W[i] * fit.W[i]).Sum()) / 2;

    // The normal equations, and two rounds of correction by the residual of the columns themselves: Gram matrices lose digits, residuals do not.
    private static (double[] W, double[] Residual) Solve(SubsetProblem problem, SmallCholesky factor)
    {
        var w = new double[factor.Columns.Count];
        double[] residual = [.. problem.Y];
        for (var round = 0; round < 3; round++)
        {
            double[] gradient = [.. factor.Columns.Select((j, i) => Kernels.Dot(problem.Unit(j), residual) - problem.Ridge[j] * w[i])];
            var correction = factor.Solve(gradient);
            for (var i = 0; i < w.Length; i++)
                w[i] += correction[i];
            problem.Y.CopyTo(residual, 0);
            for (var i = 0; i < w.Length; i++)
                Kernels.Axpy(-w[i], problem.Unit(factor.Columns[i]), residual);
        }

        return (w, residual);
    }
}
