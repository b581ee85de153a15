using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary>The lasso penalty, <c>g(w) = λ‖w‖₁ = λ Σ|wⱼ|</c>.</summary>
/// <remarks>
/// Its prox is <em>soft thresholding</em>: pull every coordinate toward zero by <c>t = λ·step</c>, and stop there.
/// Written as <c>v − clip(v, −t, t)</c> it is Moreau's identity: what is taken away is the projection of <c>v</c> onto the
/// dual ball <c>‖·‖∞ ≤ t</c>. Sources: Tibshirani (1996), §2.2; Parikh and Boyd (2014), §6.5.
/// </remarks>
/// <param name="lambda">The regularization strength λ ≥ 0.</param>
public sealed class L1Penalty(double lambda) : SeparablePenalty, IConvexPenalty
{
    /// <summary>The regularization strength λ ≥ 0.</summary>
    public double Lambda { get; } = Argument.Nonnegative(lambda);

    /// <inheritdoc/>
    public override double Value(double w) => Lambda * Math.Abs(w);

    /// <inheritdoc/>
    public override double Prox(double v, double step) => v - Math.Clamp(v, -Lambda * step, Lambda * step);

    /// <inheritdoc/>
    /// <remarks><c>∂g(w)</c> is <c>{λ sign w}</c> at <c>w ≠ 0</c> and the interval <c>[−λ, λ]</c> at the kink: there the gradient has slack.</remarks>
    public override double SubdifferentialDistance(double w, double gradient) =>
        w != 0 ? Math.Abs(gradient + Lambda * Math.Sign(w)) : Math.Max(0, Math.Abs(gradient) - Lambda);

    /// <inheritdoc/>
    public Vector Subgradient(Vector w) => w.Map(wj => Lambda * Math.Sign(wj), Zeros.Include);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"λ‖w‖₁ with λ = {Lambda}");
}
