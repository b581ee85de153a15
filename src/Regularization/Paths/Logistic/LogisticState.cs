namespace Regularization;

/// <summary>Weights of a logistic model with everything that follows from them, and their certificate.</summary>
/// <remarks>
/// The dual point is <c>θ = sρ</c> with the residuals <c>ρᵢ = vᵢ(yᵢ − σ(zᵢ))</c>. The unpenalized intercept asks for <c>Σθᵢ = 0</c>, which holds
/// once b is the best for the weights, and so it is found afresh before every certificate. The gap is
/// <c>Σvᵢ·KL(qᵢ‖σ(zᵢ)) + Σ[g_j(w_j) + g_j*(x_jᵀθ) − w_j·x_jᵀθ]</c>, with <c>q = y − θ/v</c>: two Fenchel–Young differences. For the lasso s must
/// bring every <c>|x_jᵀθ|</c> down to λ₁c_j; with λ₂ &gt; 0 every s will do, and 1, for which the first difference is zero, is tried too.
/// Sources: Koh, Kim and Boyd (2007); Ndiaye, Fercoq, Gramfort and Salmon (2017).
/// </remarks>
internal sealed class LogisticState
{
    private readonly LogisticProblem problem;

    public LogisticState(LogisticProblem problem)
    {
        this.problem = problem;
        var n = problem.Rows;
        (Weights, Correlations) = (new double[problem.Columns], new double[problem.Columns]);
        (Z, Residual, Curvature) = (new double[n], new double[n], new double[n]);
        if (problem.HasIntercept)
            Move(Math.Log(problem.Rate / (1 - problem.Rate)));
        Loss = problem.Evaluate(Z, Residual, Curvature);
    }

    /// <summary>w.</summary>
    public double[] Weights { get; }

    /// <summary>b.</summary>
    public double Intercept { get; private set; }

    /// <summary>z = b + Xw.</summary>
    public double[] Z { get; }

    /// <summary>ρ.</summary>
    public double[] Residual { get; }

    /// <summary>vᵢσ(1 − σ).</summary>
    public double[] Curvature { get; }

    /// <summary>The loss.</summary>
    public double Loss { get; private set; }

    /// <summary>x_jᵀρ, as of the last <see cref="Correlate"/>.</summary>
    public double[] Correlations { get; }

    /// <summary>The penalized objective.</summary>
    public double Objective(double l1, double l2) => Loss + Penalty(Weights, l1, l2);

    /// <summary>The columns with nonzero weight.</summary>
    public int[] Support() => [.. Enumerable.Range(0, Weights.Length).Where(j => Weights[j] != 0)];

    /// <summary>Takes over weights and intercept of some columns, and evaluates.</summary>
    public void Set(ReadOnlySpan<int> columns, ReadOnlySpan<double> weights, double intercept)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (weights[i] != Weights[columns[i]])
                Kernels.Axpy(weights[i] - Weights[columns[i]], problem.Column(columns[i]), Z);
            Weights[columns[i]] = weights[i];
        }

        if (problem.HasIntercept)
            Move(intercept - Intercept);
        Loss = problem.Evaluate(Z, Residual, Curvature);
    }

    /// <summary>The z from the weights, without the rounding that many small steps add up.</summary>
    public void Refresh()
    {
        Array.Fill(Z, Intercept);
        foreach (var j in Support())
            Kernels.Axpy(Weights[j], problem.Column(j), Z);
        Loss = problem.Evaluate(Z, Residual, Curvature);
    }

    /// <summary>The intercept that is best for the weights, by Newton's method.</summary>
    public void Balance()
    {
        if (!problem.HasIntercept)
            return;
        for (var step = 0; step < 50; step++)
        {
            var (sum, curvature) = (Kernels.Sum(Residual), Kernels.Sum(Curvature));
            if (Math.Abs(sum) <= 1e-14 * problem.Rows || curvature <= 0)
                return;
            // Where the curvature is tiny a full step may overshoot; the loss is convex in b, so a step of length 5 is safe to repeat.
            Move(Math.Clamp(sum / curvature, -5, 5));
            Loss = problem.Evaluate(Z, Residual, Curvature);
        }
    }

    /// <summary>x_jᵀρ for some columns.</summary>
    public void Correlate(int[] columns) => Blocks.Run(columns.Length, 512, problem.Threads, problem.Cancellation, (from, to) =>
    {
        for (var k = from; k < to; k++)
            Correlations[columns[k]] = Kernels.Dot(problem.Column(columns[k]), Residual);
    });

    /// <summary>The duality gap of the present weights, as if there were only these columns; their correlations must be up to date.</summary>
    public double Gap(int[] columns, double l1, double l2)
    {
        var pressure = 0.0;
        foreach (var j in columns)
            pressure = Math.Max(pressure, problem.Pressure(j, Correlations[j]));
        var s = pressure > l1 ? l1 / pressure : 1;
        var scaled = problem.Divergence(Z, s) + Differences(columns, s, l1, l2);
        return l2 > 0 && s < 1 ? Math.Min(scaled, Differences(columns, 1, l1, l2)) : scaled;
    }

    /// <summary>The largest slope along an unpenalized direction, relative to its length: the dual asks for none.</summary>
    public double FreeSlope()
    {
        var slope = problem.HasIntercept ? Math.Abs(Kernels.Sum(Residual)) / Math.Sqrt(problem.Rows) : 0;
        for (var j = 0; j < Weights.Length; j++)
        {
            if (problem.PenaltyWeights[j] == 0)
                slope = Math.Max(slope, Math.Abs(Correlations[j]) / Math.Sqrt(Kernels.SumOfSquares(problem.Column(j))));
        }

        return slope;
    }

    /// <summary>The penalty of some weights.</summary>
    public double Penalty(ReadOnlySpan<double> weights, double l1, double l2)
    {
        var sum = 0.0;
        for (var j = 0; j < weights.Length; j++)
        {
            if (weights[j] != 0)
                sum += problem.PenaltyWeights[j] * (l1 * Math.Abs(weights[j]) + l2 * weights[j] * weights[j] / 2);
        }

        return sum;
    }

    // Σ g_j(w_j) + g_j*(u_j) − w_ju_j with u = sXᵀρ, as a square and a rest, neither negative.
    private double Differences(int[] columns, double s, double l1, double l2)
    {
        var sum = 0.0;
        foreach (var j in columns)
        {
            var (c, w, u) = (problem.PenaltyWeights[j], Weights[j], s * Correlations[j]);
            if (c == 0)
            {
                sum += Math.Abs(w * u);
                continue;
            }

            var excess = l2 > 0 ? Math.Max(0, (problem.Positive ? u : Math.Abs(u)) - l1 * c) : 0;
            var miss = l2 * c * Math.Abs(w) - excess;
            sum += (l2 > 0 ? miss * miss / (2 * l2 * c) : 0) + Math.Max(0, (l1 * c + excess) * Math.Abs(w) - w * u);
        }

        return sum;
    }

    private void Move(double step)
    {
        Intercept += step;
        for (var i = 0; i < Z.Length; i++)
            Z[i] += step;
    }
}
