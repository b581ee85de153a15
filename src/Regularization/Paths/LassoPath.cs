namespace Regularization;

/// <summary><c>(b, w)(λ) = argmin ½Σvᵢ(yᵢ − b − xᵢᵀw)² + λΣc_j|w̃_j|</c>: at its knots, which say everything, or on a grid of λ.</summary>
/// <remarks>
/// The path is piecewise linear in λ: between two knots the solution is a straight line, and so is its norm. <see cref="Fit(Matrix, Vector)"/>
/// takes the data as given, without an intercept, and finds the knots with <see cref="LassoHomotopy"/>;
/// <see cref="Fit(Matrix, Vector, LassoOptions)"/> standardizes, and solves on any grid. Sources: Efron, Hastie, Johnstone and Tibshirani
/// (2004), §3.1; Osborne, Presnell and Turlach (2000).
/// </remarks>
public sealed class LassoPath : RegularizationPath
{
    private readonly LassoKnot[]? points;

    private LassoPath(LassoKnot[] points, Matrix x, Vector y)
        : base(new Lazy<IReadOnlyList<PathPoint>>(() => LassoKnotPoints.Of(points, x, y)), LassoKnotPoints.Names(x.ColumnCount), x.RowCount, LambdaScale.Lasso(x.RowCount)) =>
        (this.points, LambdaMax) = (points, points[0].Lambda);

    private LassoPath(FittedLasso fit, int rows, bool atKnots)
        : base(fit.Points, fit.Names, rows, fit.Scale) => (points, LambdaMax) = (atKnots ? LassoKnotPoints.Knots(fit.Points) : null, fit.LambdaMax);

    /// <summary>The knots, from <see cref="LambdaMax"/> downwards; λ = 0 is <see cref="End"/> and not among them.</summary>
    /// <exception cref="InvalidOperationException">The path was fitted on a grid.</exception>
    public IReadOnlyList<LassoKnot> Knots => Exact[..^1];

    /// <summary>The path's other end, λ = 0: a least-squares solution.</summary>
    /// <exception cref="InvalidOperationException">The path was fitted on a grid.</exception>
    public LassoKnot End => Exact[^1];

    /// <summary><c>λ_max = max_j |x̃_jᵀỹ|/c_j</c>: from here upwards every penalized weight is zero.</summary>
    public double LambdaMax { get; }

    private LassoKnot[] Exact => points ?? throw new InvalidOperationException(
        $"This path was fitted on a grid of λ and does not know its knots; fit it with {nameof(LambdaGrid)}.{nameof(LambdaGrid.Knots)}.");

    /// <summary>Follows the path of the data as given, without an intercept, from λ_max to 0.</summary>
    public static LassoPath Fit(Matrix x, Vector y)
    {
        Argument.Length(Argument.Finite(y), Argument.Finite(x).RowCount, nameof(y));
        return new LassoPath([.. LassoHomotopy.Follow(x, y)], x, y);
    }

    /// <summary>Fits the lasso for every λ of a grid, standardizing as the options say; every point carries its duality gap.</summary>
    /// <param name="x">X, n×p.</param>
    /// <param name="y">y, n entries.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An argument is not finite, not of the right length, or out of range; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The options' cancellation was asked for.</exception>
    public static LassoPath Fit(Matrix x, Vector y, LassoOptions options) =>
        new(LassoFit.Run(x, y, Argument.NotNull(options), 1), x.RowCount, options.Grid == LambdaGrid.Knots) { InterceptCount = options.Intercept ? 1 : 0 };

    /// <summary><c>w(λ)</c>, exact: with knots the straight line between the two around λ, on a grid the value there.</summary>
    public Vector At(double lambda)
    {
        if (Argument.Nonnegative(lambda) >= LambdaMax && points is not null)
            return points[0].W.Clone();
        if (points is null)
            return PointAt(lambda).W;
        var (above, below) = Around(point => point.Lambda <= lambda);
        var share = (lambda - below.Lambda) / (above.Lambda - below.Lambda);
        return share * above.W + (1 - share) * below.W;
    }

    /// <summary><c>t(λ) = ‖w(λ)‖₁</c>: the ball whose constraint form has the same solution; it shrinks as λ grows.</summary>
    public double Radius(double lambda)
    {
        if (Argument.Nonnegative(lambda) >= LambdaMax && points is not null)
            return points[0].L1Norm;
        if (points is null)
            return PointAt(lambda).L1Norm;
        var (above, below) = Around(point => point.Lambda <= lambda);
        var share = (lambda - below.Lambda) / (above.Lambda - below.Lambda);
        return share * above.L1Norm + (1 - share) * below.L1Norm;
    }

    /// <summary>The multiplier of the constraint <c>‖w‖₁ ≤ t</c>, the inverse of <see cref="Radius"/>; 0 when t reaches <see cref="End"/>.</summary>
    public double LambdaAt(double radius)
    {
        if (Argument.Nonnegative(radius) >= End.L1Norm)
            return 0;
        var (above, below) = Around(point => point.L1Norm > radius);
        var share = (radius - below.L1Norm) / (above.L1Norm - below.L1Norm);
        return share * above.Lambda + (1 - share) * below.Lambda;
    }

    // The first point that is past the place asked for, and the one before it; callers have excluded the first point.
    private (LassoKnot Above, LassoKnot Below) Around(Func<LassoKnot, bool> isPast)
    {
        var index = Array.FindIndex(Exact, point => isPast(point));
        return (Exact[index - 1], Exact[index]);
    }
}
