using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>‖w‖∞ ≤ t</c>: the box.</summary>
/// <remarks>The nearest point clips every coordinate by itself. It is the dual ball of ℓ₁. Source: Parikh and Boyd (2014), §6.2.</remarks>
/// <param name="radius">t ≥ 0.</param>
public sealed class InfinityBall(double radius) : IConstraint
{
    /// <summary>The radius t.</summary>
    public double Radius { get; } = Argument.Nonnegative(radius);

    /// <inheritdoc/>
    public bool Contains(Vector w, double tolerance = 1e-12) => Norms.LInfinity(w) <= Radius + tolerance * Math.Max(1, Radius);

    /// <inheritdoc/>
    public Vector Project(Vector v) => v.Map(vj => Math.Clamp(vj, -Radius, Radius), Zeros.Include);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"‖w‖∞ ≤ {Radius}");
}
