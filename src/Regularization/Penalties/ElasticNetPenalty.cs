using System.Globalization;

namespace Regularization;

/// <summary>The elastic net, <c>g(w) = λ(ρ‖w‖₁ + ½(1 − ρ)‖w‖²)</c> with <c>ρ ∈ [0, 1]</c>.</summary>
/// <remarks>
/// ρ = 1 is the lasso, ρ = 0 is ridge. Its prox thresholds, then shrinks. Sources: Zou and Hastie (2005), §2 (the naïve elastic net);
/// Parikh and Boyd (2014), §6.5.
/// </remarks>
/// <param name="lambda">The regularization strength λ ≥ 0.</param>
/// <param name="l1Ratio">ρ, the share of the ℓ₁ part, from 0 to 1.</param>
public sealed class ElasticNetPenalty(double lambda, double l1Ratio) : SeparablePenalty, IConvexPenalty
{
    private readonly L1Penalty _l1 = new(Argument.Nonnegative(lambda) * Argument.Between(l1Ratio, 0, 1));
    private readonly SquaredL2Penalty _l2 = new(lambda * (1 - l1Ratio));

    /// <summary>The regularization strength λ ≥ 0.</summary>
    public double Lambda { get; } = lambda;

    /// <summary>ρ, the share of the ℓ₁ part.</summary>
    public double L1Ratio { get; } = l1Ratio;

    /// <inheritdoc/>
    public override double Value(double w) => _l1.Value(w) + _l2.Value(w);

    /// <inheritdoc/>
    public override double Prox(double v, double step) => _l2.Prox(_l1.Prox(v, step), step);

    /// <inheritdoc/>
    public override double SubdifferentialDistance(double w, double gradient) =>
        _l1.SubdifferentialDistance(w, gradient + _l2.Lambda * w);

    /// <inheritdoc/>
    public Vector Subgradient(Vector w) => _l1.Subgradient(w) + _l2.Gradient(w);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"λ(ρ‖w‖₁ + ½(1 − ρ)‖w‖²) with λ = {Lambda}, ρ = {L1Ratio}");
}
