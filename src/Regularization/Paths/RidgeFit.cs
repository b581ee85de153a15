namespace Regularization;

/// <summary>Ridge on prepared columns for every λ of a grid, from one factorization of the smaller of <c>X̃ᵀX̃</c> and <c>X̃X̃ᵀ</c>.</summary>
/// <remarks>
/// With <c>X̃ᵀX̃ = QTQᵀ</c>, <c>w̃ = Q(T + λI)⁻¹Qᵀc</c>, <c>c = X̃ᵀỹ</c>; with <c>X̃X̃ᵀ = QTQᵀ</c>, <c>w̃ = X̃ᵀQ(T + λI)⁻¹Qᵀỹ</c>. Both give
/// <c>df = m − λ·tr (T + λI)⁻¹</c>. Products of X̃ with itself square its condition number: below <see cref="TooSmall"/>·d₁² a singular
/// value decomposition is used instead. Source: Hastie, Tibshirani and Friedman (2009), §3.4.1 and §18.3.5; Elden (1977).
/// </remarks>
internal sealed class RidgeFit
{
    // The relative error of (G + λI)⁻¹c is about 2⁻⁵²·d₁²/λ, so that 1e-7 keeps eight digits.
    private const double TooSmall = 1e-7;

    private readonly PreparedDesign design;
    private readonly double[] response;
    private readonly double intercept;
    private readonly FitOptions options;
    private readonly bool isDual;
    private readonly Tridiagonal tridiagonal;
    private readonly double[] right;
    private ThinSvd? svd;

    public RidgeFit(Matrix x, Vector y, RidgeOptions options)
    {
        this.options = options;
        design = PreparedDesign.Of(x, y, options);
        (response, intercept) = LassoFit.Centered(y, design, options);
        LassoFit.ScaleRows(design);
        var (n, p) = (design.Rows, design.Columns);
        isDual = p > n;
        var threads = options.Threads ?? Environment.ProcessorCount;
        var square = isDual
            ? Gram.Of(ColumnMajor.Transposed(design.X, n, p), p, n, threads, options.Cancellation)
            : Gram.Of(design.X, n, p, threads, options.Cancellation);
        tridiagonal = Tridiagonal.Of(square, Math.Min(n, p), options.Cancellation);
        right = isDual ? [.. response] : [.. Enumerable.Range(0, p).Select(j => Kernels.Dot(design.Column(j), response))];
        tridiagonal.ToTridiagonal(right);
        LargestSquare = tridiagonal.LargestEigenvalue();
        Lambdas = [.. (options.Grid ?? LambdaGrid.Log(100, 1e-8)).Resolve(100 * LargestSquare, LambdaScale.Ridge(n, Deviation(n), options.Scale)).Distinct()];
        Curve = [.. Lambdas.Select(At)];
    }

    /// <summary>d₁², the largest squared singular value of X̃.</summary>
    public double LargestSquare { get; }

    /// <summary>The strengths, descending.</summary>
    public double[] Lambdas { get; }

    /// <summary>Degrees of freedom and RSS at every λ.</summary>
    public IReadOnlyList<(double DegreesOfFreedom, double Rss)> Curve { get; }

    /// <summary>1 with an intercept, 0 without.</summary>
    public int InterceptCount => options.Intercept ? 1 : 0;

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names => design.Names;

    /// <summary>The scalings of λ.</summary>
    public LambdaScale Scale => LambdaScale.Ridge(design.Rows, Deviation(design.Rows), options.Scale);

    /// <summary>The points, computed together.</summary>
    public IReadOnlyList<PathPoint> Points() => [.. Lambdas.Select(Point)];

    /// <summary><c>hᵢ = vᵢ/Σv + x̃ᵢᵀ(X̃ᵀX̃ + λI)⁻¹x̃ᵢ</c> and the residuals <c>yᵢ − ŷᵢ</c>: what closed forms of leaving one out need.</summary>
    public (double[] Leverages, double[] Residuals) Leverages(double lambda)
    {
        var (rotation, d) = (Svd.U, Svd.D);
        var (leverages, residuals) = (new double[design.Rows], Residual(Weights(lambda)));
        for (var i = 0; i < leverages.Length; i++)
        {
            var v = design.SampleWeights?[i] ?? 1;
            leverages[i] = options.Intercept ? v / design.TotalWeight : 0;
            for (var j = 0; j < d.Count; j++)
                leverages[i] += d[j] == 0 ? 0 : rotation[i, j] * rotation[i, j] * d[j] * d[j] / (d[j] * d[j] + lambda);
            residuals[i] = v == 0 ? 0 : residuals[i] / Math.Sqrt(v);
        }

        return (leverages, residuals);
    }

    private ThinSvd Svd => svd ??= ThinSvd.Of(Matrix.Build.Dense(design.Rows, design.Columns, design.X));

    private double Deviation(int n) => Math.Sqrt(Kernels.SumOfSquares(response) / n) is var deviation and > 0 ? deviation : 1;

    private bool NeedsSvd(double lambda) => lambda < TooSmall * LargestSquare || LargestSquare == 0;

    private (double DegreesOfFreedom, double Rss) At(double lambda)
    {
        options.Cancellation.ThrowIfCancellationRequested();
        if (NeedsSvd(lambda))
        {
            var freedom = Svd.D.Sum(d => d == 0 ? 0 : d * d / (d * d + lambda));
            return (freedom, Kernels.SumOfSquares(Residual(Weights(lambda))));
        }

        var z = new double[right.Length];
        var df = right.Length - lambda * tridiagonal.Solve(lambda, right, z);
        var zz = Kernels.SumOfSquares(z);
        if (isDual)
            return (df, lambda * lambda * zz);
        // yᵀy − cᵀw − λwᵀw; where digits cancel, from the residual.
        var total = Kernels.SumOfSquares(response);
        var rss = total - Kernels.Dot(right, z) - lambda * zz;
        return (df, rss > 1e-4 * total ? rss : Kernels.SumOfSquares(Residual(Weights(lambda))));
    }

    private double[] Weights(double lambda)
    {
        if (NeedsSvd(lambda))
        {
            var rotated = Svd.U.TransposeThisAndMultiply(Vector.Build.Dense(response));
            return (Svd.V * rotated.PointwiseMultiply(Svd.D.Map(d => d == 0 ? 0 : d / (d * d + lambda)))).ToArray();
        }

        var z = new double[right.Length];
        tridiagonal.Solve(lambda, right, z);
        tridiagonal.FromTridiagonal(z);
        return isDual ? [.. Enumerable.Range(0, design.Columns).Select(j => Kernels.Dot(design.Column(j), z))] : z;
    }

    private double[] Residual(double[] weights)
    {
        double[] residual = [.. response];
        for (var j = 0; j < weights.Length; j++)
            Kernels.Axpy(-weights[j], design.Column(j), residual);
        return residual;
    }

    private PathPoint Point(double lambda, int k)
    {
        options.Cancellation.ThrowIfCancellationRequested();
        var prepared = Weights(lambda);
        var residual = Residual(prepared);
        var (rss, squares, gradient) = (Kernels.SumOfSquares(residual), Kernels.SumOfSquares(prepared), 0.0);
        for (var j = 0; j < prepared.Length; j++)
        {
            var slope = Kernels.Dot(design.Column(j), residual) - lambda * prepared[j];
            gradient += slope * slope;
        }

        // With λ = 0 the dual asks for X̃ᵀθ = 0: the gap is that of the squared gradient over the smallest curvature left.
        var curvature = lambda > 0 ? lambda : Svd.D.Where(d => d > 0).Select(d => d * d).DefaultIfEmpty(1).Min();
        int[] support = [.. Enumerable.Range(0, prepared.Length).Where(j => design.Scales[j] != 0 && prepared[j] != 0)];
        double[] weights = [.. support.Select(j => prepared[j])];
        var (b, original) = design.ToOriginal(support, weights, intercept);
        var (objective, gap) = (rss / 2 + lambda * squares / 2, gradient / (2 * curvature));
        return new PathPoint
        {
            Lambda = lambda,
            Intercept = b,
            Support = support,
            Weights = original,
            Columns = design.Columns,
            L1Norm = weights.Sum(Math.Abs),
            Deviance = rss,
            Objective = objective,
            DualityGap = gap,
            DegreesOfFreedom = Curve[k].DegreesOfFreedom,
            Converged = gap <= 1e-9 * Math.Max(objective, 5e-7 * Kernels.SumOfSquares(response)),
        };
    }
}
