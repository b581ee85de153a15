namespace Regularization;

/// <summary>From data and options to the points of a logistic path.</summary>
internal sealed class LogisticFit
{
    // The path ends where the deviance is below this share of the null deviance: what is left is rounding.
    private const double Perfect = 1e-7;

    private readonly PreparedDesign design;
    private readonly LogisticProblem problem;
    private readonly Tridiagonal? tridiagonal;
    private readonly WideRidge? wide;

    public LogisticFit(Matrix x, Vector y, LogisticOptions options)
    {
        L1Ratio = Argument.Between(options.L1Ratio, 0, 1, nameof(options.L1Ratio));
        Argument.Positive(options.Tolerance, nameof(options.Tolerance));
        Argument.ZeroOrOne(Argument.Length(y, Argument.NotNull(x).RowCount), nameof(y));
        design = PreparedDesign.Of(x, y, options);
        problem = new LogisticProblem(design, y.ToArray(), options);
        var solver = new LogisticSolver(problem);
        // At a strength beyond all correlations only what is not penalized is fitted.
        solver.Solve(double.MaxValue / 4, 0, options.Tolerance);
        NullDeviance = 2 * solver.State.Loss;
        LambdaMax = L1Ratio > 0 ? Enumerable.Range(0, design.Columns).Max(j => problem.Pressure(j, solver.State.Correlations[j])) / L1Ratio : 25 * (tridiagonal = Reduced()).LargestEigenvalue();
        if (L1Ratio == 0 && design.Columns > design.Rows && options is { PenaltyWeights: null, Positive: false })
            wide = new WideRidge(design, tridiagonal!, problem, options);
        Scale = Scalings(x.RowCount);
        Points = Run(solver, Grid(options), options.Tolerance);
    }

    /// <summary>The solutions.</summary>
    public IReadOnlyList<PathPoint> Points { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names => design.Names;

    /// <summary>The scalings of λ.</summary>
    public LambdaScale Scale { get; }

    /// <summary>ρ.</summary>
    public double L1Ratio { get; }

    /// <summary>Where the grid starts.</summary>
    public double LambdaMax { get; }

    /// <summary>−2·log-likelihood without penalized columns.</summary>
    public double NullDeviance { get; }

    /// <summary>Whether the last weights separate the classes.</summary>
    public bool IsSeparated { get; private set; }

    /// <summary>Whether the grid was left before its end.</summary>
    public bool EndedEarly { get; private set; }

    private double[] Grid(LogisticOptions options)
    {
        var (isWide, ridge) = (design.Columns > design.Rows, L1Ratio == 0);
        var grid = options.Grid ?? LambdaGrid.Log(100, ridge ? 1e-6 : isWide ? 1e-2 : 1e-4);
        double[] lambdas = [.. grid.Resolve(LambdaMax, Scale).Distinct()];
        return lambdas[^1] > 0 || LambdaMax == 0
            ? lambdas
            : throw new ArgumentOutOfRangeException(nameof(options), lambdas[^1], "Grid has the value 0; expected λ > 0, because without a penalty there may be no solution.");
    }

    // A sum of losses, so ½RSS and RSS do not exist; glmnet and others take the mean.
    private static LambdaScale Scalings(int rows) => LambdaScale.Logistic(rows);

    private List<PathPoint> Run(LogisticSolver solver, double[] grid, double tolerance)
    {
        var points = new List<PathPoint>(grid.Length);
        var last = solver.State;
        foreach (var lambda in grid)
        {
            var (state, gap) = wide is null
                ? (solver.State, solver.Solve(lambda * L1Ratio, lambda * (1 - L1Ratio), tolerance))
                : wide.Solve(lambda, tolerance);
            var point = Point(state, lambda, gap, tolerance);
            last = state;
            EndedEarly = point.Deviance <= Perfect * NullDeviance || (!point.Converged && points.Count > 0 && point.Deviance <= 1e-3 * NullDeviance);
            if (EndedEarly)
                break;
            points.Add(point);
        }

        IsSeparated = Enumerable.Range(0, design.Rows).All(i => problem.V[i] == 0 || (problem.Y[i] == 1 ? last.Z[i] > 0 : last.Z[i] < 0));
        return points;
    }

    private PathPoint Point(LogisticState state, double lambda, double gap, double tolerance)
    {
        var (l1, l2) = (lambda * L1Ratio, lambda * (1 - L1Ratio));
        var support = state.Support();
        double[] weights = [.. support.Select(j => state.Weights[j])];
        var (intercept, original) = design.ToOriginal(support, weights, state.Intercept);
        return new PathPoint
        {
            Lambda = lambda,
            Intercept = intercept,
            Support = support,
            Weights = original,
            Columns = design.Columns,
            L1Norm = weights.Sum(Math.Abs),
            Deviance = 2 * state.Loss,
            Objective = state.Objective(l1, l2),
            DualityGap = gap,
            DegreesOfFreedom = LogisticFreedom.Of(problem, state, support, l2),
            Converged = gap <= tolerance * state.Objective(l1, l2),
        };
    }

    // Of X̃ᵀX̃ or X̃X̃ᵀ, whichever is smaller.
    private Tridiagonal Reduced()
    {
        var (n, p) = (design.Rows, design.Columns);
        var square = p > n
            ? Gram.Of(ColumnMajor.Transposed(design.X, n, p), p, n, problem.Threads, problem.Cancellation)
            : Gram.Of(design.X, n, p, problem.Threads, problem.Cancellation);
        return Tridiagonal.Of(square, Math.Min(n, p), problem.Cancellation);
    }
}
