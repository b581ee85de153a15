namespace Regularization;

/// <summary><c>w(λ) = argmin ½‖y − Xw‖² + ½λ‖w‖² = Σ_j d_j/(d_j² + λ)·(u_jᵀy)·v_j</c>, for any λ from one decomposition.</summary>
/// <remarks>
/// In the direction v_j ridge keeps the share <c>d_j²/(d_j² + λ)</c> of the least-squares solution: directions in which the data
/// say little (small d_j) are shrunk most. λ = 0 gives the least-squares solution of least norm. <see cref="Fit(Matrix, Vector)"/> takes the
/// data as given; <see cref="Fit(Matrix, Vector, RidgeOptions)"/> standardizes, and knows which λ predicts best.
/// Source: Hastie, Tibshirani and Friedman (2009), §3.4.1.
/// </remarks>
public sealed class RidgePath : RegularizationPath
{
    private readonly ThinSvd? svd;
    private readonly Vector? rotatedResponse;
    private readonly RidgeFit? fit;

    private RidgePath(ThinSvd svd, Matrix x, Vector y)
        : base(new Lazy<IReadOnlyList<PathPoint>>(() => throw new InvalidOperationException("This path was fitted to data as given and has no grid; fit it with RidgeOptions.")), LassoKnotPoints.Names(x.ColumnCount), x.RowCount, LambdaScale.Ridge(x.RowCount, 1)) =>
        (this.svd, rotatedResponse) = (svd, svd.U.TransposeThisAndMultiply(y));

    private RidgePath(RidgeFit fit, int rows)
        : base(new Lazy<IReadOnlyList<PathPoint>>(fit.Points), fit.Names, rows, fit.Scale) => this.fit = fit;

    /// <summary>The singular values d_1 ≥ d_2 ≥ … above rounding; as many as the rank of X.</summary>
    public Vector SingularValues => Decomposition.D.Clone();

    /// <summary>The directions v_j, one a column, in the order of <see cref="SingularValues"/>.</summary>
    public Matrix Directions => Decomposition.V.Clone();

    /// <summary>Decomposes X once; every λ is cheap afterwards.</summary>
    public static RidgePath Fit(Matrix x, Vector y)
    {
        Argument.Length(Argument.Finite(y), Argument.Finite(x).RowCount, nameof(y));
        return new RidgePath(ThinSvd.Of(x), x, y);
    }

    /// <summary>Fits ridge for every λ of a grid, standardizing as the options say; all λ from one factorization.</summary>
    /// <param name="x">X, n×p.</param>
    /// <param name="y">y, n entries.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An argument is not finite, not of the right length, or out of range; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The options' cancellation was asked for.</exception>
    public static RidgePath Fit(Matrix x, Vector y, RidgeOptions options) =>
        new(new RidgeFit(x, y, Argument.NotNull(options)), x.RowCount) { InterceptCount = options.Intercept ? 1 : 0 };

    /// <summary><c>GCV(λ) = (RSS/n)/(1 − df/n)²</c> at every λ of the grid, the intercept counted in df.</summary>
    /// <remarks>Rotation-invariant leave-one-out; infinite where the fit uses up all rows. Source: Golub, Heath and Wahba (1979).</remarks>
    public IReadOnlyList<double> Gcv => [.. OnGrid.Curve.Select(point => GeneralizedError(point.Rss, point.DegreesOfFreedom + OnGrid.InterceptCount))];

    /// <summary>The point with the smallest <see cref="Gcv"/>; at a tie the one with the largest λ.</summary>
    public PathPoint BestByGcv => Points[IndexOfLeast(Gcv)];

    /// <summary><c>(1/n)Σ(yᵢ − ŷᵢ)²/(1 − hᵢ)²</c> at every λ: the mean squared error of predicting each row by a fit to the others.</summary>
    /// <remarks>
    /// Exact, without fitting again, for ridge with an unpenalized intercept when the columns keep the lengths they were given from all rows; refitting
    /// with lengths of the other rows only gives slightly other numbers. Rows of weight v count v times in the fit and once here.
    /// Source: Golub, Heath and Wahba (1979); Allen (1974).
    /// </remarks>
    public IReadOnlyList<double> LeaveOneOut => [.. OnGrid.Lambdas.Select(lambda => LeaveOneOutError(OnGrid.Leverages(lambda)))];

    /// <summary>Size and decomposition in one line, or the summary of the grid.</summary>
    public override string ToString() => fit is null ? FormattableString.Invariant($"RidgePath of data as given, {Rows} rows, {Columns} columns, rank {Decomposition.D.Count}") : base.ToString();

    private ThinSvd Decomposition => svd ?? throw new InvalidOperationException("This path was fitted on a grid of λ; fit it with Fit(x, y) for its decomposition.");

    private RidgeFit OnGrid => fit ?? throw new InvalidOperationException("This path was fitted to data as given; fit it with RidgeOptions for a grid of λ.");

    /// <summary><c>w(λ)</c>; on a grid the value there.</summary>
    public Vector At(double lambda)
    {
        Argument.Nonnegative(lambda);
        return svd is null ? PointAt(lambda).W : svd.V * rotatedResponse!.PointwiseMultiply(svd.D.Map(d => d == 0 ? 0 : d / (d * d + lambda)));
    }

    /// <summary><c>d_j²/(d_j² + λ)</c> for every direction: the share of the least-squares solution that is left.</summary>
    public Vector Shrinkage(double lambda)
    {
        Argument.Nonnegative(lambda);
        return Decomposition.D.Map(d => d == 0 ? 0 : d * d / (d * d + lambda));
    }

    /// <summary><c>df(λ) = Σ_j d_j²/(d_j² + λ)</c>, the effective degrees of freedom: the rank at λ = 0, falling to 0.</summary>
    public double DegreesOfFreedom(double lambda) => svd is null ? PointAt(lambda).DegreesOfFreedom : Shrinkage(lambda).Sum();

    /// <summary><c>‖w(λ)‖₂</c>, the radius of the ball on whose surface the solution lies.</summary>
    public double Radius(double lambda) => At(lambda).L2Norm();

    /// <summary>The λ with <c>‖w(λ)‖₂ = t</c>: the multiplier of the constraint; 0 when t is at least the least-squares norm.</summary>
    public double LambdaAt(double radius)
    {
        if (Argument.Positive(radius) >= Radius(0))
            return 0;
        // ‖w(λ)‖ ≤ ‖Xᵀy‖/λ, so beyond this λ the norm is below t.
        var high = Decomposition.D.PointwiseMultiply(rotatedResponse!).L2Norm() / radius;
        return Bisection.Solve(lambda => Radius(lambda) - radius, 0, high);
    }

    private double GeneralizedError(double rss, double parameters)
    {
        var rest = 1 - parameters / Rows;
        return rest <= 1e-12 ? double.PositiveInfinity : rss / Rows / (rest * rest);
    }

    private static double LeaveOneOutError((double[] Leverages, double[] Residuals) fit)
    {
        var sum = 0.0;
        for (var i = 0; i < fit.Residuals.Length; i++)
        {
            var rest = 1 - fit.Leverages[i];
            sum += rest <= 1e-12 ? double.PositiveInfinity : fit.Residuals[i] * fit.Residuals[i] / (rest * rest);
        }

        return sum / fit.Residuals.Length;
    }

    private static int IndexOfLeast(IReadOnlyList<double> values) => Enumerable.Range(0, values.Count).MinBy(i => values[i]);
}
