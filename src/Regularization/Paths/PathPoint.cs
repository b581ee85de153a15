namespace Regularization;

/// <summary>The solution for one λ, in the units of the data, with its certificate.</summary>
public sealed record PathPoint
{
    /// <summary>λ, in the course's scaling.</summary>
    public required double Lambda { get; init; }

    /// <summary>The intercept b.</summary>
    public required double Intercept { get; init; }

    /// <summary>A, the columns with nonzero weight, ascending.</summary>
    public required IReadOnlyList<int> Support { get; init; }

    /// <summary>The weights of the columns of <see cref="Support"/>, in that order, for the data as they came.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>p, the number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary><c>t = ‖w̃‖₁</c> of the weights that the penalty sees, those of the prepared columns.</summary>
    public required double L1Norm { get; init; }

    /// <summary>RSS (weighted, if rows have weights), or −2·log-likelihood of a logistic model.</summary>
    public required double Deviance { get; init; }

    /// <summary><c>J(w)</c>, the penalized objective.</summary>
    public required double Objective { get; init; }

    /// <summary><c>J(w) − J(w*) ≤ gap</c>: a proof of how far the objective is from its minimum.</summary>
    public required double DualityGap { get; init; }

    /// <summary>df(λ), the effective degrees of freedom of the fit, not counting the intercept.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Whether the gap went down to what was asked for.</summary>
    public required bool Converged { get; init; }

    /// <summary><c>gap/J(w)</c>; 0 where both are 0.</summary>
    public double RelativeGap => DualityGap == 0 ? 0 : DualityGap / Objective;

    /// <summary>w, all p weights, zeros included; a new vector every time.</summary>
    public Vector W
    {
        get
        {
            var w = Vector.Build.Dense(Columns);
            for (var i = 0; i < Support.Count; i++)
                w[Support[i]] = Weights[i];
            return w;
        }
    }

    /// <summary><c>ŷ = b + Xw</c> as a model; for a logistic path its value is the log-odds.</summary>
    public LinearModel Model => new(Intercept, W);
}
