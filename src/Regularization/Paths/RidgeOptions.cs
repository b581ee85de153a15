namespace Regularization;

/// <summary>What <see cref="RidgePath.Fit(Matrix, Vector, RidgeOptions)"/> can be told.</summary>
public sealed record RidgeOptions : FitOptions
{
    /// <summary>The strengths; if left out 100 from <c>100·d₁²</c>, where hardly anything is left, down to <c>10⁻⁶·d₁²</c>.</summary>
    public LambdaGrid? Grid { get; init; }
}
