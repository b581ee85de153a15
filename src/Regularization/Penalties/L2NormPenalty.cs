using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary>The unsquared norm, <c>g(w) = λ‖w‖₂</c>.</summary>
/// <remarks>
/// Its one kink is at the origin, so it zeroes the whole vector at once or nothing: the prox is block soft thresholding,
/// <c>(1 − λ·step/‖v‖)₊ v</c>. Away from the origin its path is that of ridge at another λ. Sources: Yuan and Lin (2006), §2;
/// Parikh and Boyd (2014), §6.5.1.
/// </remarks>
/// <param name="lambda">The regularization strength λ ≥ 0.</param>
public sealed class L2NormPenalty(double lambda) : IConvexPenalty
{
    /// <summary>The regularization strength λ ≥ 0.</summary>
    public double Lambda { get; } = Argument.Nonnegative(lambda);

    /// <inheritdoc/>
    public double Value(Vector w) => Lambda * Norms.L2(w);

    /// <inheritdoc/>
    public Vector Prox(Vector v, double step)
    {
        var (t, length) = (Lambda * step, Norms.L2(v));
        return length > t ? (1 - t / length) * v : Vector.Build.Dense(v.Count);
    }

    /// <inheritdoc/>
    /// <remarks><c>∂g(w)</c> is <c>{λw/‖w‖}</c> away from the origin and the ball of radius λ at the origin.</remarks>
    public double SubdifferentialDistance(Vector w, Vector gradient) =>
        Norms.L2(w) > 0 ? Norms.L2(gradient + Subgradient(w)) : Math.Max(0, Norms.L2(gradient) - Lambda);

    /// <inheritdoc/>
    public Vector Subgradient(Vector w)
    {
        var length = Norms.L2(w);
        return length > 0 ? w.Map(wj => Lambda * (wj / length), Zeros.Include) : Vector.Build.Dense(w.Count);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"λ‖w‖₂ with λ = {Lambda}");
}
