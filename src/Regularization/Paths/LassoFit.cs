namespace Regularization;

/// <summary>From data and options to the points of a lasso or elastic net path.</summary>
internal static class LassoFit
{
    /// <summary>Prepares the data, resolves the grid, solves, and takes the solutions back to the units of the data.</summary>
    /// <param name="x">X, n×p.</param>
    /// <param name="y">y, n entries.</param>
    /// <param name="options">The options.</param>
    /// <param name="l1Ratio">ρ, positive.</param>
    public static FittedLasso Run(Matrix x, Vector y, PenalizedOptions options, double l1Ratio)
    {
        Argument.Positive(options.Tolerance, nameof(options.Tolerance));
        var design = PreparedDesign.Of(x, y, options);
        var (response, intercept) = Centered(y, design, options);
        ScaleRows(design);
        var problem = new LassoProblem(design, response, intercept, options);

        var lambdaMax = LassoGridSolver.LambdaMax(problem) / l1Ratio;
        var scale = l1Ratio == 1 ? LambdaScale.Lasso(x.RowCount, options.Scale) : LambdaScale.ElasticNet(x.RowCount);
        double[] grid = options.Grid == LambdaGrid.Knots && l1Ratio == 1
            ? LassoGridSolver.Knots(problem)
            : [.. Grid(options, x).Resolve(lambdaMax, scale).Distinct()];
        var solutions = l1Ratio == 1
            ? LassoGridSolver.Solve(problem, grid, options.Tolerance)
            : ElasticNet(problem, grid, l1Ratio, options.Tolerance);
        PathPoint[] points = [.. solutions.Select((solution, k) => Point(problem, design, grid[k], l1Ratio, solution, options.Tolerance))];
        return new FittedLasso(points, lambdaMax, design.Names, scale);
    }

    private static LambdaGrid Grid(PenalizedOptions options, Matrix x) => options.Grid ?? LambdaGrid.Log(100, x.ColumnCount > x.RowCount ? 1e-2 : 1e-4);

    /// <summary>The response as the fast solvers see it: centered, multiplied by √vᵢ; and what was subtracted.</summary>
    public static (double[] Response, double Intercept) Centered(Vector y, PreparedDesign design, FitOptions options)
    {
        var response = y.ToArray();
        // The mean of equal numbers may be off by a rounding error, which must not become a response.
        var mean = !options.Intercept ? 0 : response.AsSpan().ContainsAnyExcept(response[0]) ? design.Mean(response) : response[0];
        for (var i = 0; i < response.Length; i++)
            response[i] = (response[i] - mean) * Math.Sqrt(design.SampleWeights?[i] ?? 1);
        return (response, mean);
    }

    /// <summary>Multiplies the rows by √vᵢ.</summary>
    public static void ScaleRows(PreparedDesign design)
    {
        if (design.SampleWeights is not { } weights)
            return;
        double[] roots = [.. weights.Select(Math.Sqrt)];
        for (var j = 0; j < design.Columns; j++)
            System.Numerics.Tensors.TensorPrimitives.Multiply(design.Column(j), roots, design.X.AsSpan(j * design.Rows, design.Rows));
    }

    private static IReadOnlyList<Certified> ElasticNet(LassoProblem problem, double[] grid, double l1Ratio, double tolerance)
    {
        var descent = new GapSafeDescent(problem, new SparseWeights([], []));
        return [.. grid.Select(lambda => descent.Solve(lambda * l1Ratio, lambda * (1 - l1Ratio), tolerance))];
    }

    private static PathPoint Point(LassoProblem problem, PreparedDesign design, double lambda, double l1Ratio, Certified found, double tolerance)
    {
        var (support, weights) = (found.Solution.Support.ToArray(), found.Solution.Weights.ToArray());
        Array.Sort(support, weights);
        var (intercept, original) = design.ToOriginal(support, weights, problem.Intercept);
        return new PathPoint
        {
            Lambda = lambda,
            Intercept = intercept,
            Support = support,
            Weights = original,
            Columns = problem.Columns,
            L1Norm = weights.Sum(Math.Abs),
            Deviance = found.Rss,
            Objective = found.Objective,
            DualityGap = found.Gap,
            DegreesOfFreedom = ElasticNetFreedom.Of(problem, support, lambda * (1 - l1Ratio)),
            Converged = found.Gap <= problem.SmallGap(found.Objective, tolerance),
        };
    }
}

/// <summary>The parts of a fitted lasso or elastic net path.</summary>
/// <param name="Points">The solutions, λ descending.</param>
/// <param name="LambdaMax">The smallest λ for which all penalized weights are zero.</param>
/// <param name="Names">The names of the columns.</param>
/// <param name="Scale">The scalings of λ.</param>
internal sealed record FittedLasso(IReadOnlyList<PathPoint> Points, double LambdaMax, IReadOnlyList<string> Names, LambdaScale Scale);
