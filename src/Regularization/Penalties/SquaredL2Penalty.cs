using System.Globalization;

namespace Regularization;

/// <summary>The ridge penalty, <c>g(w) = ½λ‖w‖² = ½λ Σwⱼ²</c>.</summary>
/// <remarks>
/// Its prox <em>shrinks</em>, <c>v/(1 + λ·step)</c>: every coordinate by the same factor, none to zero. Its gradient <c>λw</c> is the weight decay of
/// gradient descent. Sources: Hoerl and Kennard (1970), §2; Parikh and Boyd (2014), §6.1.1.
/// </remarks>
/// <param name="lambda">The regularization strength λ ≥ 0.</param>
public sealed class SquaredL2Penalty(double lambda) : SeparablePenalty, ISmoothPenalty
{
    /// <summary>The regularization strength λ ≥ 0.</summary>
    public double Lambda { get; } = Argument.Nonnegative(lambda);

    /// <inheritdoc/>
    public override double Value(double w) => Lambda * w * w / 2;

    /// <inheritdoc/>
    public override double Prox(double v, double step) => v / (1 + Lambda * step);

    /// <inheritdoc/>
    public override double SubdifferentialDistance(double w, double gradient) => Math.Abs(gradient + Lambda * w);

    /// <inheritdoc/>
    public Vector Gradient(Vector w) => Lambda * w;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"½λ‖w‖² with λ = {Lambda}");
}
