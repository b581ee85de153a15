using System.Globalization;

namespace Regularization;

/// <summary>The counting penalty, <c>g(w) = λ‖w‖₀</c>: λ for every weight in use.</summary>
/// <remarks>
/// Its prox is <em>hard thresholding</em>: keep <c>v</c> as it is, or drop it. Keeping costs λ, dropping costs <c>v²/(2·step)</c>, so
/// <c>v</c> stays if and only if <c>|v| &gt; √(2λ·step)</c>. At equality both cost the same and the convention here is to drop.
/// It is not convex: a point where the (limiting) subdifferential distance is 0 is a least-squares fit on its own support, and need not be a
/// minimizer. Sources: Donoho and Johnstone (1994); Blumensath and Davies (2008); Rockafellar and Wets (1998), §8.B.
/// </remarks>
/// <param name="lambda">The regularization strength λ ≥ 0.</param>
public sealed class L0Penalty(double lambda) : SeparablePenalty
{
    /// <summary>The regularization strength λ ≥ 0.</summary>
    public double Lambda { get; } = Argument.Nonnegative(lambda);

    /// <summary><c>√(2λ·step)</c>, the size at which a weight is worth its price.</summary>
    /// <param name="step">The step, &gt; 0; 1 for an orthonormal design.</param>
    public double Threshold(double step = 1) => Math.Sqrt(2 * Lambda * step);

    /// <inheritdoc/>
    public override double Value(double w) => w != 0 ? Lambda : 0;

    /// <inheritdoc/>
    public override double Prox(double v, double step) => Math.Abs(v) > Threshold(step) ? v : 0;

    /// <inheritdoc/>
    /// <remarks>The limiting subdifferential is {0} at <c>w ≠ 0</c>, where g is flat, and the whole line at the jump <c>w = 0</c>.</remarks>
    public override double SubdifferentialDistance(double w, double gradient) => w == 0 && Lambda > 0 ? 0 : Math.Abs(gradient);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"λ‖w‖₀ with λ = {Lambda}");
}
