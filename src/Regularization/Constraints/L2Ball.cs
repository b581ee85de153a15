using System.Globalization;

namespace Regularization;

/// <summary><c>‖w‖₂ ≤ t</c>: the round ball.</summary>
/// <remarks>The nearest point lies on the ray through the origin: <c>v·min(1, t/‖v‖)</c>. Source: Parikh and Boyd (2014), §6.5.1.</remarks>
/// <param name="radius">t ≥ 0.</param>
public sealed class L2Ball(double radius) : IConstraint
{
    /// <summary>The radius t.</summary>
    public double Radius { get; } = Argument.Nonnegative(radius);

    /// <inheritdoc/>
    public bool Contains(Vector w, double tolerance = 1e-12) => Norms.L2(w) <= Radius + tolerance * Math.Max(1, Radius);

    /// <inheritdoc/>
    public Vector Project(Vector v) => Contains(v, tolerance: 0) ? v : Radius / Norms.L2(v) * v;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"‖w‖₂ ≤ {Radius}");
}
