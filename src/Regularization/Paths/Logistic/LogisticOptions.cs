namespace Regularization;

/// <summary>What <see cref="LogisticPath.Fit(Matrix, Vector, LogisticOptions)"/> can be told.</summary>
public sealed record LogisticOptions : PenalizedOptions
{
    /// <summary>ρ from 0 (ridge) to 1 (lasso), in <c>λ(ρ‖w̃‖₁ + ½(1 − ρ)‖w̃‖²)</c>.</summary>
    public double L1Ratio { get; init; } = 1;
}
