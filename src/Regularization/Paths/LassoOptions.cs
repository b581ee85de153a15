namespace Regularization;

/// <summary>What <see cref="LassoPath.Fit(Matrix, Vector, LassoOptions)"/> can be told.</summary>
public sealed record LassoOptions : PenalizedOptions;

/// <summary>What <see cref="ElasticNetPath.Fit(Matrix, Vector, ElasticNetOptions)"/> can be told.</summary>
public sealed record ElasticNetOptions : PenalizedOptions
{
    /// <summary>ρ from 0 (ridge) to 1 (lasso), in <c>λ(ρ‖w̃‖₁ + ½(1 − ρ)‖w̃‖²)</c>.</summary>
    public double L1Ratio { get; init; } = 0.5;
}

/// <summary>What paths with an L1 part have in common.</summary>
public abstract record PenalizedOptions : FitOptions
{
    /// <summary>The strengths; if left out 100 from λ_max down to 10⁻⁴·λ_max, or 10⁻²·λ_max when there are more columns than rows.</summary>
    public LambdaGrid? Grid { get; init; }

    /// <summary>c_j ≥ 0, by which λ is multiplied for column j: 0 leaves it unpenalized, infinity leaves it out. All 1 if left out.</summary>
    public IReadOnlyList<double>? PenaltyWeights { get; init; }

    /// <summary>Whether weights must be ≥ 0; needs penalty weights above 0.</summary>
    public bool Positive { get; init; }

    /// <summary>The duality gap, relative to the objective, down to which every point is solved.</summary>
    public double Tolerance { get; init; } = 1e-9;
}
