namespace Regularization;

/// <summary><c>Σvᵢ[log(1 + e^zᵢ) − yᵢzᵢ] + λ₁Σc_j|w_j| + ½λ₂Σc_jw_j²</c> with <c>z = b + Xw</c> on prepared columns.</summary>
internal sealed class LogisticProblem
{
    // A correlation below this share of ‖x_j‖√Σv is the rounding error of zero: no residual is larger than its row's weight.
    private const double Rounding = 2e-14;

    private readonly PreparedDesign design;
    private readonly double[] noise;

    public LogisticProblem(PreparedDesign design, double[] y, PenalizedOptions options)
    {
        (this.design, Y) = (design, y);
        (HasIntercept, Positive, Cancellation, Threads) = (options.Intercept, options.Positive, options.Cancellation, options.Threads ?? Environment.ProcessorCount);
        PenaltyWeights = LassoProblem.Checked(options.PenaltyWeights, design, options.Positive);
        noise = [.. design.Squares.Select(square => Rounding * Math.Sqrt(square * design.TotalWeight))];
        V = design.SampleWeights ?? [.. Enumerable.Repeat(1.0, design.Rows)];
        var ones = 0.0;
        for (var i = 0; i < y.Length; i++)
            ones += V[i] * y[i];
        if (ones <= 0 || ones >= design.TotalWeight)
            throw new ArgumentException($"y is {(ones <= 0 ? 0 : 1)} in every row that counts; expected both classes.", nameof(y));
        Rate = ones / design.TotalWeight;
    }

    /// <summary>n.</summary>
    public int Rows => design.Rows;

    /// <summary>p.</summary>
    public int Columns => design.Columns;

    /// <summary>y, 0 or 1.</summary>
    public double[] Y { get; }

    /// <summary>vᵢ.</summary>
    public double[] V { get; }

    /// <summary>The share of ones, by weight.</summary>
    public double Rate { get; }

    /// <summary>c_j; infinite for a column that stays out.</summary>
    public double[] PenaltyWeights { get; }

    /// <summary>Whether there is an unpenalized intercept.</summary>
    public bool HasIntercept { get; }

    /// <summary>Whether weights must be ≥ 0.</summary>
    public bool Positive { get; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>How many threads may work.</summary>
    public int Threads { get; }

    /// <summary>Column j.</summary>
    public ReadOnlySpan<double> Column(int j) => design.Column(j);

    /// <summary>How hard column j, with <c>x_jᵀρ = correlation</c>, presses against its bound.</summary>
    public double Pressure(int j, double correlation) =>
        PenaltyWeights[j] == 0 || double.IsInfinity(PenaltyWeights[j]) || Math.Abs(correlation) <= noise[j] ? 0 : (Positive ? Math.Max(correlation, 0) : Math.Abs(correlation)) / PenaltyWeights[j];

    /// <summary>The loss, with the residuals <c>ρᵢ = vᵢ(yᵢ − σ(zᵢ))</c> and curvatures <c>vᵢσ(1 − σ)</c>.</summary>
    public double Evaluate(ReadOnlySpan<double> z, Span<double> residual, Span<double> curvature)
    {
        var loss = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            // With the sign of the class nothing cancels: the loss is log(1 + e^(−m)) and the residual ±σ(−m) for the margin m.
            var sign = Y[i] == 1 ? 1 : -1;
            var e = Math.Exp(-Math.Abs(z[i]));
            var (small, large) = (e / (1 + e), 1 / (1 + e));
            var margin = sign * z[i];
            loss += V[i] * (Math.Max(-margin, 0) + LogOnePlus(e));
            residual[i] = V[i] * sign * (margin > 0 ? small : large);
            curvature[i] = V[i] * small * large;
        }

        return loss;
    }

    /// <summary><c>KL(qᵢ‖σ(zᵢ))</c> summed, for <c>q = y − sρ/v</c>: the first Fenchel–Young difference of the dual point <c>θ = sρ</c>.</summary>
    public double Divergence(ReadOnlySpan<double> z, double s)
    {
        if (s == 1)
            return 0;
        var sum = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            // For the class that was seen: σ(m) with margin m, and the dual point's share q of it.
            var margin = Y[i] == 1 ? z[i] : -z[i];
            var wrong = Logistic.Sigmoid(-margin);
            var (notQ, q) = (s * wrong, 1 - s * wrong);
            var divergence = (notQ > 0 ? notQ * Math.Log(s) : 0) + q * (Math.Log(q) + Logistic.LogOnePlusExp(-margin));
            sum += V[i] * Math.Max(0, divergence);
        }

        return sum;
    }

    // 1 + x rounds; the quotient repairs what the rounding lost (Higham 2002, §1.14.1).
    private static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }
}
