namespace Regularization;

/// <summary><c>½‖y − Xw‖² + λ₁Σc_j|w_j| + ½λ₂Σc_jw_j²</c> on prepared columns, for any λ₁ and λ₂: what the fast solvers see.</summary>
/// <remarks>
/// Rows are multiplied by <c>√vᵢ</c>, so that weights of rows need no further thought. With λ₂ &gt; 0 it is the lasso of the augmented data
/// <c>[X; √(λ₂C)]</c>, <c>[y; 0]</c> (Zou and Hastie 2005, Lemma 1), and its duality gap is the one of that lasso.
/// </remarks>
internal sealed class LassoProblem
{
    // A correlation below this share of ‖x_j‖‖y‖ is the rounding error of zero.
    private const double Rounding = 2e-14;

    private readonly PreparedDesign design;
    private readonly double[] noise;

    public LassoProblem(PreparedDesign design, double[] response, double intercept, PenalizedOptions options)
    {
        (this.design, Response, Intercept) = (design, response, intercept);
        (Positive, Cancellation, Threads) = (options.Positive, options.Cancellation, options.Threads ?? Environment.ProcessorCount);
        PenaltyWeights = Checked(options.PenaltyWeights, design, options.Positive);
        Correlations = new double[Columns];
        Blocks.Run(Columns, 512, Threads, Cancellation, (from, to) =>
        {
            for (var j = from; j < to; j++)
                Correlations[j] = Kernels.Dot(Column(j), Response);
        });

        SquaredNorm = Kernels.SumOfSquares(Response);
        noise = [.. design.Squares.Select(square => Rounding * Math.Sqrt(square * SquaredNorm))];
    }

    /// <summary>n.</summary>
    public int Rows => design.Rows;

    /// <summary>p.</summary>
    public int Columns => design.Columns;

    /// <summary>y, centered and multiplied by √vᵢ.</summary>
    public double[] Response { get; }

    /// <summary>The intercept beside the prepared columns, ȳ.</summary>
    public double Intercept { get; }

    /// <summary>‖y‖².</summary>
    public double SquaredNorm { get; }

    /// <summary>Xᵀy.</summary>
    public double[] Correlations { get; }

    /// <summary>‖x_j‖².</summary>
    public double[] Squares => design.Squares;

    /// <summary>c_j; infinite for a column that stays out.</summary>
    public double[] PenaltyWeights { get; }

    /// <summary>Whether weights must be ≥ 0.</summary>
    public bool Positive { get; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>How many threads may work.</summary>
    public int Threads { get; }

    /// <summary>Column j.</summary>
    public ReadOnlySpan<double> Column(int j) => design.Column(j);

    /// <summary>All columns, one after the other.</summary>
    public double[] X => design.X;

    /// <summary>How much column j, with correlation <c>x_jᵀr</c>, presses against its bound: the λ at which it would enter.</summary>
    public double Pressure(int j, double correlation) =>
        PenaltyWeights[j] == 0 || double.IsInfinity(PenaltyWeights[j]) || Math.Abs(correlation) <= noise[j] ? 0 : (Positive ? Math.Max(correlation, 0) : Math.Abs(correlation)) / PenaltyWeights[j];

    /// <summary>The gap that counts as none: relative to the objective, or to what it was at the start where the fit is nearly perfect.</summary>
    public double SmallGap(double objective, double tolerance) => tolerance * Math.Max(objective, 1e-5 * SquaredNorm / 2);

    /// <summary>The residual of a sparse solution, into <paramref name="target"/>.</summary>
    public void Residual(ReadOnlySpan<int> support, ReadOnlySpan<double> weights, Span<double> target)
    {
        Response.CopyTo(target);
        for (var i = 0; i < support.Length; i++)
            Kernels.Axpy(-weights[i], Column(support[i]), target);
    }

    /// <summary>The point of the path that belongs to a solution, its duality gap included.</summary>
    /// <param name="lambda1">λ₁.</param>
    /// <param name="lambda2">λ₂.</param>
    /// <param name="solution">The columns and weights.</param>
    /// <param name="rss">‖y − Xw‖².</param>
    /// <param name="pressure">The largest pressure of all columns, of the augmented residual.</param>
    /// <param name="correlation">x_jᵀr for the columns of the solution, of the augmented residual.</param>
    public Certified Certify(double lambda1, double lambda2, SparseWeights solution, double rss, double pressure, ReadOnlySpan<double> correlation)
    {
        var s = pressure > lambda1 ? lambda1 / pressure : 1;
        double penalty = 0, ridge = 0, difference = 0;
        for (var i = 0; i < solution.Support.Length; i++)
        {
            var (c, w) = (PenaltyWeights[solution.Support[i]], solution.Weights[i]);
            penalty += lambda1 * c * Math.Abs(w);
            ridge += lambda2 * c * w * w;
            // Fenchel and Young: never negative; what rounding puts below zero is taken away. Without a penalty the dual wants xᵀθ = 0.
            difference += c == 0 ? Math.Abs(s * w * correlation[i]) : Math.Max(0, lambda1 * c * Math.Abs(w) - s * w * correlation[i]);
        }

        return new Certified(solution, rss, rss / 2 + penalty + ridge / 2, (1 - s) * (1 - s) * (rss + ridge) / 2 + difference);
    }

    /// <summary>c_j, checked; infinite for a column without information.</summary>
    public static double[] Checked(IReadOnlyList<double>? weights, PreparedDesign design, bool positive)
    {
        var p = design.Columns;
        if (weights is not null && weights.Count != p)
            throw new ArgumentException($"{nameof(PenalizedOptions.PenaltyWeights)} has {weights.Count} entries; expected {p}, one a column.", nameof(weights));
        var checkedWeights = new double[p];
        for (var j = 0; j < p; j++)
        {
            var c = weights?[j] ?? 1;
            // Without a penalty the dual has no room for a one-sided bound, and there would be no certificate.
            if (!(c >= 0) || (c == 0 && positive))
                throw new ArgumentOutOfRangeException(nameof(weights), c, FormattableString.Invariant($"{nameof(PenalizedOptions.PenaltyWeights)}[{j}] is {c}; expected a number {(positive ? "> 0 with positive weights," : "≥ 0")} or infinity."));
            checkedWeights[j] = design.Scales[j] == 0 ? double.PositiveInfinity : c;
        }

        return checkedWeights;
    }
}

/// <summary>A few columns and their weights.</summary>
/// <param name="Support">The columns.</param>
/// <param name="Weights">Their weights, none of them zero.</param>
internal sealed record SparseWeights(int[] Support, double[] Weights);

/// <summary>A solution with its certificate.</summary>
/// <param name="Solution">The columns and weights.</param>
/// <param name="Rss">‖y − Xw‖².</param>
/// <param name="Objective">The penalized objective.</param>
/// <param name="Gap">Its duality gap.</param>
internal sealed record Certified(SparseWeights Solution, double Rss, double Objective, double Gap);
